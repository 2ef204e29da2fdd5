-- One person with one verified address. `address_key` is that address as it is compared: whatever the letter
-- case, it is one person. Nothing stands here before the address was proven, or whoever runs QuickScan named it.
create table accounts (
  id text primary key check (char_length(id) between 1 and 100),
  address text not null check (char_length(address) <= 254),
  address_key text not null unique check (char_length(address_key) <= 254),
  password_hash text,
  name text not null default '' check (char_length(name) <= 200),
  role text check (char_length(role) <= 100),
  organisation text not null default '' check (char_length(organisation) <= 200),
  organisation_kind text check (char_length(organisation_kind) <= 100),
  permission text not null default 'participant'
    check (permission in ('participant', 'content-administrator', 'functional-administrator')),
  created_at timestamptz not null,
  used_at timestamptz not null,
  warnings integer not null default 0 check (warnings >= 0),
  warned_at timestamptz
);

create index accounts_used on accounts (used_at);

-- Who is signed in. Only a hash of what the browser keeps; `id` is what the person sees in the list.
create table sessions (
  token_hash text primary key,
  id text not null unique,
  account_id text not null references accounts (id) on delete cascade,
  device text not null check (char_length(device) <= 100),
  stays boolean not null,
  created_at timestamptz not null,
  proved_at timestamptz not null,
  expires_at timestamptz not null
);

create index sessions_account on sessions (account_id);
create index sessions_expired on sessions (expires_at);

-- What a link in a mail proves: one purpose, one use, one hour. Only a hash of the link.
create table mail_proofs (
  token_hash text primary key,
  purpose text not null check (purpose in ('sign-up', 'reset-password', 'change-address')),
  account_id text references accounts (id) on delete cascade,
  address text not null check (char_length(address) <= 254),
  expires_at timestamptz not null
);

create index mail_proofs_account on mail_proofs (account_id);
create index mail_proofs_expired on mail_proofs (expires_at);

-- Mail that still has to be written and sent. A request, not a letter: no link and no text waits here.
create table mails (
  id text primary key,
  kind text not null check (char_length(kind) <= 100),
  address text not null check (char_length(address) <= 254),
  account_id text references accounts (id) on delete cascade,
  requested_at timestamptz not null,
  next_try_at timestamptz not null,
  tries integer not null default 0 check (tries >= 0)
);

create index mails_due on mails (next_try_at);
create index mails_account on mails (account_id);

-- How often something was tried of late, by the hash of what is limited (an address, an account).
create table attempts (
  subject_hash text primary key,
  count integer not null check (count >= 0),
  since timestamptz not null
);

create index attempts_since on attempts (since);

-- A scan belongs to browsers or to an account, never to both: see scans.ts.
alter table scans
  add column account_id text references accounts (id) on delete cascade,
  add column name text not null default '' check (char_length(name) <= 200),
  add column started_from text references scans (id) on delete set null;

create index scans_account on scans (account_id);
create index scans_started_from on scans (started_from);
