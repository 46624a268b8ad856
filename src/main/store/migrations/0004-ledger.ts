/** The ledger of a policyholder, as it was read and as it stands against limits: it never leaves this computer. */
export const ledger = `
create table ledger (
  id integer primary key check (id = 1),
  content text not null
) strict;

-- Its rows as the table has them, a portion each: another meaning of a column needs no file.
create table ledger_parts (
  generation integer not null,
  part integer not null,
  rows text not null,
  primary key (generation, part)
) strict;

-- What those rows say, by customer.
create table ledger_accounts (
  generation integer not null,
  key text not null,
  content text not null,
  primary key (generation, key)
) strict;

-- How each customer stands to its limit.
create table ledger_customers (
  generation integer not null,
  key text not null,
  name_key text not null,
  search text not null,
  cover text not null,
  reporting text,
  to_match integer not null,
  owed real,
  over real,
  overdue real,
  report_by text,
  content text not null,
  primary key (generation, key)
) strict;

-- All that windows are ordered, searched and filtered by, without the contents.
create index ledger_customers_narrow on ledger_customers (
  generation, key, name_key, search, cover, reporting, to_match, owed, over, overdue, report_by
);

-- Which buyer a person said that a customer is; null for none. Holds for the next ledger, too.
create table ledger_matches (
  key text primary key,
  buyer_id text
) strict;
`
