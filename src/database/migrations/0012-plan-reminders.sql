-- Who asked to be mailed when a day in a plan comes near: a plan of a group, or one's own.
create table plan_reminders (
  account_id text not null references accounts (id) on delete cascade,
  group_id text references groups (id) on delete cascade,
  scan_id text references scans (id) on delete cascade,
  asked_at timestamptz not null,
  check ((group_id is null) <> (scan_id is null)),
  unique (account_id, group_id),
  unique (account_id, scan_id)
);

create index plan_reminders_group on plan_reminders (group_id);
create index plan_reminders_scan on plan_reminders (scan_id);

-- Of which days of which actions somebody was told, so that nobody is told twice. Days as "2026-12-07".
create table plan_days_told (
  account_id text not null references accounts (id) on delete cascade,
  action_id text not null references plan_actions (id) on delete cascade,
  day text not null check (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  -- When: the letter of that day is about these.
  told_on text not null check (told_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  primary key (account_id, action_id, day)
);

create index plan_days_told_action on plan_days_told (action_id);

-- The day of the last letter about plans: there is one a day at most, also when what it told of is erased.
alter table accounts add column plan_letter_on text check (plan_letter_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
