-- What everybody was told of all people together: figures of one version of an instrument, kept to the letter with
-- their hash. The number makes that two programs at once cannot tell of the same people twice.
create table benchmarks (
  id integer generated always as identity primary key,
  instrument text not null,
  instrument_version text not null,
  number integer not null check (number >= 1),
  released_at timestamptz not null,
  content json not null,
  content_hash text not null check (char_length(content_hash) <= 100),
  unique (instrument, instrument_version, number),
  foreign key (instrument, instrument_version) references instrument_versions (instrument, version)
);

-- The people whose answers are in exactly the same sets of a benchmark: everybody, and the parts of a split that they
-- are told in. A part is empty for people who said nothing of it, and null when it, or the split, is not told.
create table benchmark_lots (
  id integer generated always as identity primary key,
  benchmark_id integer not null references benchmarks (id),
  role text check (char_length(role) <= 100),
  organisation_kind text check (char_length(organisation_kind) <= 100)
);

create index benchmark_lots_benchmark on benchmark_lots (benchmark_id);

-- Of which versions of answers it tells, to judge later ones by. There can be a million of them: a version is the
-- same as elsewhere, kept as a number.
create table benchmark_contributions (
  version uuid not null,
  lot_id integer not null references benchmark_lots (id),
  contributor text not null check (char_length(contributor) <= 100),
  primary key (version, lot_id)
);

create trigger benchmarks_stay before update or delete on benchmarks
  for each row execute function refuse_to_change_what_was_told();
create trigger benchmark_lots_stay before update or delete on benchmark_lots
  for each row execute function refuse_to_change_what_was_told();
create trigger benchmark_contributions_stay before update or delete on benchmark_contributions
  for each row execute function refuse_to_change_what_was_told();
