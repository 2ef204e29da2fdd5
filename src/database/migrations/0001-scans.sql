-- What was published, exactly as it was: a result keeps pointing to the version it was made with.
create table instrument_versions (
  instrument text not null,
  version text not null,
  content_hash text not null,
  content jsonb not null,
  published_at timestamptz not null,
  primary key (instrument, version)
);

create table scans (
  id text primary key check (char_length(id) between 1 and 100),
  instrument text not null,
  instrument_version text not null,
  role text check (char_length(role) <= 100),
  organisation_kind text check (char_length(organisation_kind) <= 100),
  asked_background boolean not null default false,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  finished_at timestamptz,
  resume_code_hash text unique,
  foreign key (instrument, instrument_version) references instrument_versions (instrument, version)
);

-- For finding what was kept long enough.
create index scans_unfinished on scans (changed_at) where finished_at is null;
create index scans_finished on scans (finished_at) where finished_at is not null;

-- The browsers that may see a scan. Only a hash of what the browser keeps, so this table opens nothing.
create table scan_browsers (
  scan_id text not null references scans (id) on delete cascade,
  browser_hash text not null,
  primary key (scan_id, browser_hash)
);

create index scan_browsers_browser on scan_browsers (browser_hash);

create table scan_answers (
  scan_id text not null references scans (id) on delete cascade,
  statement text not null check (char_length(statement) between 1 and 100),
  answer text check (char_length(answer) between 1 and 100),
  note text not null default '' check (char_length(note) <= 10000),
  changed_at timestamptz not null,
  primary key (scan_id, statement)
);
