/** Long lists that are ordered, searched and filtered here; notes on buyers; what is new. */
export const portfolio = `
-- Null where a list is not ordered, nor its rows picked, by these.
alter table rows add column name_key text;
alter table rows add column keys text;
alter table rows add column subject text;
alter table rows add column due text;

-- The order by name, with all that a search, a sort and a filter look at beside it.
create index rows_by_name on rows (list, filling, name_key, id, keys) where name_key is not null;
create index rows_by_subject on rows (subject, list, filling) where subject is not null;
create index rows_due on rows (list, filling, due) where due is not null;

create table notes (
  buyer_id text primary key,
  content text not null,
  written_at integer not null
) strict;

create table news (
  id text primary key,
  kind text not null,
  subject text not null,
  at text not null,
  item text not null,
  ticked_at integer,
  unique (kind, subject)
) strict;
`
