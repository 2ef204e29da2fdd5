-- A group fills in one instrument together. Nothing here leads to a person: who organises it stands apart, so that
-- an account can be erased and the group goes on.
create table groups (
  id text primary key check (char_length(id) between 1 and 100),
  name text not null check (char_length(name) between 1 and 80),
  instrument text not null,
  kind text not null check (kind in ('confidential', 'open')),
  created_at timestamptz not null
);

create table group_organisers (
  group_id text primary key references groups (id) on delete cascade,
  account_id text not null references accounts (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  message text not null check (char_length(message) <= 1000)
);

create index group_organisers_account on group_organisers (account_id);

-- One time that a group does so. `least` is what was promised when it began.
create table rounds (
  id text primary key check (char_length(id) between 1 and 100),
  group_id text not null references groups (id) on delete cascade,
  number integer not null check (number >= 1),
  instrument text not null,
  instrument_version text not null,
  least integer not null check (least >= 4),
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  closed_at timestamptz,
  -- Of the address by which people may ask to take part; the address itself is kept nowhere.
  link_hash text unique check (char_length(link_hash) <= 200),
  reminded_at timestamptz,
  reminded_by_itself boolean not null default false,
  -- About how many sent their answers in, as it was counted last. Null: fewer than is told of, or not counted yet.
  progress_from integer check (progress_from >= 1),
  progress_to integer check (progress_to >= progress_from),
  progress_counted_at timestamptz,
  unique (group_id, number),
  foreign key (instrument, instrument_version) references instrument_versions (instrument, version)
);

-- Two rounds of one group never run beside each other.
create unique index rounds_open on rounds (group_id) where closed_at is null;
create index rounds_due on rounds (closes_at) where closed_at is null;

-- Whom the organiser invited. That says nothing of who takes part: revoking one changes nothing for who does already.
create table invitations (
  id text primary key check (char_length(id) between 1 and 100),
  round_id text not null references rounds (id) on delete cascade,
  address text not null check (char_length(address) <= 254),
  address_key text not null check (char_length(address_key) <= 254),
  name text not null check (char_length(name) <= 100),
  invited_at timestamptz not null,
  revoked_at timestamptz,
  unique (round_id, address_key)
);

create index invitations_address on invitations (address_key);

-- Who asks to take part, until the organiser says yes or no.
create table join_requests (
  id text primary key check (char_length(id) between 1 and 100),
  round_id text not null references rounds (id) on delete cascade,
  account_id text not null references accounts (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 100),
  asked_at timestamptz not null,
  unique (round_id, account_id)
);

create index join_requests_account on join_requests (account_id);

-- What a letter is about, where the account alone does not say it: an invitation, or a round.
alter table mails add column about text check (char_length(about) <= 100);

-- Who takes part. One person once: the account, and the address as it was when they joined (only a hash of it).
create table round_members (
  id text primary key check (char_length(id) between 1 and 100),
  round_id text not null references rounds (id) on delete cascade,
  account_id text not null references accounts (id) on delete cascade,
  address_hash text not null check (char_length(address_hash) <= 200),
  role text check (char_length(role) <= 100),
  joined_at timestamptz not null,
  scan_id text references scans (id) on delete set null,
  unique (round_id, account_id),
  unique (round_id, address_hash)
);

create index round_members_account on round_members (account_id);
create index round_members_scan on round_members (scan_id);

-- What a member sent in: a copy of the answers without the notes, until the round is closed. It goes with the scan.
-- In an open group it stays, under the name by which the member wants to be seen.
create table sent_answers (
  member_id text primary key references round_members (id) on delete cascade,
  scan_id text not null references scans (id) on delete cascade,
  version text not null check (char_length(version) <= 100),
  answers jsonb not null,
  sent_at timestamptz not null,
  shared_name text check (char_length(shared_name) between 1 and 80)
);

create index sent_answers_scan on sent_answers (scan_id);

-- A version of somebody's answers is known by the scan and this number, that goes up whenever it is finished. What
-- is finished cannot be changed without being opened again.
alter table scans add column revision integer not null default 0 check (revision >= 0);

-- By this somebody is known among the contributors to a release. It goes with the account: then nobody has it.
alter table accounts add column contributor text not null unique default replace(gen_random_uuid()::text, '-', '')
  check (char_length(contributor) <= 100);

-- What was told, to the letter: so it is text to the database, with its hash. A round of which nothing was told has
-- no row.
create table releases (
  id text primary key check (char_length(id) between 1 and 100),
  round_id text not null unique references rounds (id),
  instrument text not null,
  instrument_version text not null,
  released_at timestamptz not null,
  content json not null,
  content_hash text not null check (char_length(content_hash) <= 100)
);

-- Of which contributions a release tells, to judge later ones by. `role` is null when no split by role was told.
create table told_contributions (
  release_id text not null references releases (id),
  version text not null check (char_length(version) <= 100),
  contributor text not null check (char_length(contributor) <= 100),
  role text check (char_length(role) <= 100),
  primary key (release_id, version)
);

create index told_contributions_version on told_contributions (version);

-- What was told stays told: not even by mistake is it changed or taken away.
create function refuse_to_change_what_was_told() returns trigger language plpgsql as $$
begin
  raise exception 'what was told is never changed';
end
$$;

create trigger releases_stay before update or delete on releases
  for each row execute function refuse_to_change_what_was_told();
create trigger told_contributions_stay before update or delete on told_contributions
  for each row execute function refuse_to_change_what_was_told();
