-- How much an instrument was used in a quarter, as administrators are told it: made once, kept to the letter.
create table use_releases (
  instrument text not null,
  instrument_version text not null,
  -- The first day of the quarter, as "2026-10-01".
  quarter text not null check (quarter ~ '^[0-9]{4}-(01|04|07|10)-01$'),
  released_at timestamptz not null,
  content json not null,
  content_hash text not null check (char_length(content_hash) <= 100),
  primary key (instrument, instrument_version, quarter),
  foreign key (instrument, instrument_version) references instrument_versions (instrument, version)
);

create trigger use_releases_stay before update or delete on use_releases
  for each row execute function refuse_to_change_what_was_told();

-- Of which quarters the use was counted, also where nothing could be told: each is counted once.
create table use_quarters (
  quarter text primary key check (quarter ~ '^[0-9]{4}-(01|04|07|10)-01$'),
  counted_at timestamptz not null
);

-- When what runs in the background was last done. It says nothing of anybody.
create table job_runs (
  name text primary key check (char_length(name) <= 60),
  succeeded_at timestamptz,
  failed_at timestamptz
);

create index scans_started on scans (started_at);
