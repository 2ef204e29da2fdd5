-- A plan of somebody by themselves: it hangs on their scan, and goes with it. An action is in one plan, of a group or
-- of a scan, never of both.
alter table plan_actions alter column group_id drop not null;
alter table plan_actions alter column round_id drop not null;
alter table plan_actions add column scan_id text references scans (id) on delete cascade;
alter table plan_actions add constraint plan_actions_keeper
  check ((group_id is null) <> (scan_id is null) and (group_id is null) = (round_id is null));

create index plan_actions_scan on plan_actions (scan_id);
