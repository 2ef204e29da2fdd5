-- For finding words that look alike: it comes with PostgreSQL and its makers call it safe to add.
create extension if not exists pg_trgm;

-- What can be searched, once per content: nodes of two versions can run beside each other.
create table search_editions (
  edition text primary key,
  made_at timestamptz not null
);

-- Every word that occurs, where it occurs (numbers of documents) and how heavily it counts there.
create table search_words (
  edition text not null references search_editions (edition) on delete cascade,
  word text not null,
  stem text not null,
  documents integer[] not null,
  weights real[] not null,
  primary key (edition, word)
);

create index search_words_stem on search_words (edition, stem);
create index search_words_alike on search_words using gin (word gin_trgm_ops);
