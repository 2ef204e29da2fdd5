-- What was found when the links to other people's pages were last tried.
create table link_checks (
  link text primary key check (char_length(link) <= 500),
  checked_at timestamptz not null,
  outcome text not null check (outcome in ('alive', 'gone', 'unsure', 'refused')),
  detail text not null check (char_length(detail) <= 200),
  failures integer not null check (failures >= 0),
  first_failed_at timestamptz
);
