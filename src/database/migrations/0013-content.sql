-- Where a version came from: with the program, or changed here. `shipped_version` is the newest version of the program
-- whose changes it has in it.
alter table instrument_versions add column origin text not null default 'shipped' check (origin in ('shipped', 'local'));
alter table instrument_versions add column shipped_version text;

-- A version that came with the program after somebody changed the instrument here: it waits until somebody puts the
-- two together.
create table waiting_versions (
  instrument text not null,
  version text not null,
  content_hash text not null,
  content json not null,
  arrived_at timestamptz not null,
  primary key (instrument, version)
);

-- A set of changes to one instrument that is not published yet: the whole content as it would become. `json` and not
-- `jsonb`: the order in which texts stand is kept. `revision` goes up with every change.
create table drafts (
  id text primary key check (char_length(id) between 1 and 100),
  instrument text not null,
  base_version text not null,
  title text not null check (char_length(title) between 1 and 120),
  content json not null,
  -- Where somebody else published another text for the same place, until somebody chose.
  conflicts json not null,
  -- The version of the program whose changes are in it.
  shipped_version text,
  revision integer not null default 0 check (revision >= 0),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- What is to be published and when, once that is decided. A change takes the decision back.
  publish_at timestamptz,
  publication json,
  check ((publish_at is null) = (publication is null)),
  foreign key (instrument, base_version) references instrument_versions (instrument, version)
);

create index drafts_due on drafts (publish_at) where publish_at is not null;

-- Who changed something in a draft: with four eyes, none of them publishes it.
create table draft_editors (
  draft_id text not null references drafts (id) on delete cascade,
  account_id text not null references accounts (id) on delete cascade,
  primary key (draft_id, account_id)
);

create index draft_editors_account on draft_editors (account_id);

-- What administrators did: who, what and when. Never an answer, and never the text of somebody's work. The address is
-- that of the moment, so that the line still says who after the account is gone.
create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  address text not null check (char_length(address) <= 254),
  action text not null check (char_length(action) between 1 and 60),
  about json not null
);

create index audit_entries_at on audit_entries (at desc);
create index audit_entries_address on audit_entries (address);

-- A line is written once. It goes when it is two years old, and not before.
create function refuse_to_change_the_log() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '2 years' then
    return old;
  end if;
  raise exception 'the log of what administrators did is never changed';
end
$$;

create trigger audit_entries_stay before update or delete on audit_entries
  for each row execute function refuse_to_change_the_log();

update instrument_versions set shipped_version = version;
