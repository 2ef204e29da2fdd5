-- What a group agreed to do. Whoever is in the group may change it; nothing in it leads to an account: who does it is
-- a role or a name, as somebody typed it.
create table plan_actions (
  id text primary key check (char_length(id) between 1 and 100),
  group_id text not null references groups (id) on delete cascade,
  -- In which round it was agreed.
  round_id text not null references rounds (id) on delete cascade,
  -- What it came from, by the ids of the instrument; null when it came up by itself.
  statement text check (char_length(statement) <= 100),
  tip text check (char_length(tip) <= 100),
  what text not null check (char_length(what) between 1 and 500),
  who text not null check (char_length(who) <= 100),
  first_step text not null check (char_length(first_step) <= 500),
  -- Days as "2026-12-07": of a calendar, in no time zone.
  first_step_on text check (first_step_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  due_on text check (due_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  status text not null check (status in ('to-do', 'busy', 'done', 'dropped')),
  -- Why it was dropped, or what came of it.
  remark text not null check (char_length(remark) <= 500),
  -- Goes up with every change: whoever changes what another one just changed is told so.
  revision integer not null default 1 check (revision >= 1),
  created_at timestamptz not null,
  changed_at timestamptz not null
);

create index plan_actions_group on plan_actions (group_id);
