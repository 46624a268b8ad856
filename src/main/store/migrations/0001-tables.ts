/** The first tables of the store: documents, answers, lists, outbox, secrets, facts. */
export const tables = `
create table documents (
  name text primary key,
  content text not null,
  written_at integer not null
) strict;

create table answers (
  resource text not null,
  params text not null,
  data text not null,
  etag text,
  fetched_at integer not null,
  primary key (resource, params)
) strict;

create table lists (
  list text primary key,
  filling integer,
  cursor text,
  etag text,
  fetched_at integer
) strict;

create table rows (
  list text not null,
  filling integer not null,
  id text not null,
  position integer not null,
  fold text not null,
  data text not null,
  primary key (list, filling, id)
) strict;
-- The order, with all that a search looks at beside it, so that it never reads the rows themselves.
create index rows_in_order on rows (list, filling, position, fold);

create table outbox (
  sequence integer primary key autoincrement,
  id text not null unique,
  resource text not null,
  edit text not null,
  subject text,
  queued_at integer not null,
  state text not null,
  endpoint text not null,
  params text not null,
  body text,
  if_match text,
  idempotency_key text not null,
  attempts integer not null,
  next_attempt_at integer,
  error text,
  current text
) strict;

create table secrets (name text primary key, content text not null) strict;

create table facts (name text primary key, value text not null) strict;
`
