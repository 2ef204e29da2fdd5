-- The authenticator app of an account. Only one that is confirmed counts. `last_step` is the latest half minute
-- of which a code was taken: a code works once.
create table authenticators (
  account_id text primary key references accounts (id) on delete cascade,
  secret text not null check (char_length(secret) between 16 and 200),
  created_at timestamptz not null,
  last_step bigint not null default 0 check (last_step >= 0),
  confirmed_at timestamptz
);

-- For who lost the app or the passkey. Only a hash of each; a code is erased when it is used.
create table recovery_codes (
  code_hash text primary key check (char_length(code_hash) <= 200),
  account_id text not null references accounts (id) on delete cascade
);

create index recovery_codes_account on recovery_codes (account_id);

-- `id` and `public_key` as base64url. A credential id is at most 1023 bytes (WebAuthn level 3, 4).
create table passkeys (
  id text primary key check (char_length(id) between 1 and 1364),
  account_id text not null references accounts (id) on delete cascade,
  public_key text not null check (char_length(public_key) between 1 and 8000),
  counter bigint not null check (counter >= 0),
  transports text[] not null check (cardinality(transports) <= 20),
  name text not null check (char_length(name) <= 100),
  created_at timestamptz not null,
  used_at timestamptz
);

create index passkeys_account on passkeys (account_id);

-- What a passkey has to sign: once, for one purpose. Without an account nobody is known yet.
create table passkey_challenges (
  challenge_hash text primary key check (char_length(challenge_hash) <= 200),
  purpose text not null check (purpose in ('add', 'sign-in')),
  account_id text references accounts (id) on delete cascade,
  expires_at timestamptz not null
);

create index passkey_challenges_account on passkey_challenges (account_id);
create index passkey_challenges_expired on passkey_challenges (expires_at);

-- The moment between the password and the second factor. Nobody is signed in yet.
create table pending_sign_ins (
  token_hash text primary key check (char_length(token_hash) <= 200),
  account_id text not null references accounts (id) on delete cascade,
  stays boolean not null,
  expires_at timestamptz not null
);

create index pending_sign_ins_account on pending_sign_ins (account_id);
create index pending_sign_ins_expired on pending_sign_ins (expires_at);

-- Who somebody is at an organisation. `issuer` and `subject` together are one person for ever; the address is not.
create table organisation_links (
  issuer text not null check (char_length(issuer) between 1 and 500),
  subject text not null check (char_length(subject) between 1 and 255),
  account_id text not null references accounts (id) on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);

create index organisation_links_account on organisation_links (account_id);

-- A visit to the sign-in of an organisation that is under way, for one browser and one answer. With an account
-- it links that account.
create table organisation_attempts (
  state_hash text primary key check (char_length(state_hash) <= 200),
  browser_hash text not null check (char_length(browser_hash) <= 200),
  nonce text not null check (char_length(nonce) <= 200),
  verifier text not null check (char_length(verifier) <= 200),
  next_path text not null check (char_length(next_path) <= 2000),
  account_id text references accounts (id) on delete cascade,
  expires_at timestamptz not null
);

create index organisation_attempts_account on organisation_attempts (account_id);
create index organisation_attempts_expired on organisation_attempts (expires_at);
