-- What a group wants to talk about after a round: statements by their ids, in order.
create table talks (
  round_id text primary key references rounds (id) on delete cascade,
  statements text[] not null check (cardinality(statements) between 1 and 6),
  changed_at timestamptz not null
);
