-- A conversation of a group, as it goes on in the room. What it is about stays as it was when it began.
create table meetings (
  id text primary key check (char_length(id) between 1 and 100),
  group_id text not null references groups (id) on delete cascade,
  -- The round that is talked about.
  round_id text not null references rounds (id) on delete cascade,
  looks_back boolean not null,
  dilemma text check (char_length(dilemma) <= 100),
  statements text[] not null check (cardinality(statements) between 1 and 6),
  -- By this a phone comes in. It has to be shown all the time, so it is kept as it is, and taken away at the end.
  entry_code text unique check (char_length(entry_code) <= 20),
  -- The screen that everybody sees now.
  step text not null check (char_length(step) between 1 and 200),
  silent_until timestamptz,
  started_at timestamptz not null,
  ended_at timestamptz
);

create index meetings_group on meetings (group_id);
-- One conversation of a group at a time.
create unique index meetings_running on meetings (group_id) where ended_at is null;

-- A phone in the room. It has no name and no account, and goes when the meeting ends.
create table meeting_guests (
  id text primary key check (char_length(id) between 1 and 100),
  meeting_id text not null references meetings (id) on delete cascade,
  token_hash text not null unique check (char_length(token_hash) <= 100),
  seen_at timestamptz not null
);

create index meeting_guests_meeting on meeting_guests (meeting_id);

-- What a phone chose, until it is counted; only what was told of it stays.
create table meeting_votes (
  meeting_id text not null references meetings (id) on delete cascade,
  step text not null check (char_length(step) between 1 and 200),
  guest_id text not null references meeting_guests (id) on delete cascade,
  choices text[] not null check (cardinality(choices) <= 50),
  primary key (meeting_id, step, guest_id)
);

create index meeting_votes_guest on meeting_votes (guest_id);

-- What the room was told of a vote.
create table meeting_outcomes (
  meeting_id text not null references meetings (id) on delete cascade,
  step text not null check (char_length(step) between 1 and 200),
  outcome json not null,
  told_at timestamptz not null,
  primary key (meeting_id, step)
);

-- It goes with its group, and is never changed: a second count could be subtracted from the first.
create trigger meeting_outcomes_stay before update on meeting_outcomes
  for each row execute function refuse_to_change_what_was_told();

-- What the group wrote down, at a topic or in general.
create table meeting_notes (
  id text primary key check (char_length(id) between 1 and 100),
  meeting_id text not null references meetings (id) on delete cascade,
  statement text check (char_length(statement) <= 100),
  text text not null check (char_length(text) between 1 and 1000),
  written_at timestamptz not null
);

create index meeting_notes_meeting on meeting_notes (meeting_id);
