/** Documents: those that wait with what a person did, and those that the portal gave. */
export const caseDocuments = `
create table attachments (
  id text primary key,
  content blob not null,
  kept_at integer not null
) strict;

create table fetched_documents (
  id text primary key,
  content blob not null,
  bytes integer not null,
  used_at integer not null
) strict;
`
