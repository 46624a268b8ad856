/** Applications that were sent together, each followed to its decision. */
export const batches = `
-- Which batch an edit is part of; null for one that was made by itself.
alter table outbox add column batch text;
create index outbox_of_batch on outbox (batch, sequence) where batch is not null;

create table batches (
  id text primary key,
  made_at integer not null,
  size integer not null
) strict;

create table batch_rows (
  batch text not null,
  position integer not null,
  -- The name that this computer gave the application.
  edit text not null unique,
  about text not null,
  application text,
  given_up integer not null default 0,
  primary key (batch, position)
) strict;
`
