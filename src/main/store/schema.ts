/**
 * The tables of a person's store, as Kysely sees them. Times are milliseconds since 1970, by this
 * computer's clock unless it says the portal's; JSON is text.
 */
import type { Generated, Kysely } from 'kysely'

/** What people typed, and did here. */
export type DocumentName =
  | 'draft'
  | 'profile-draft'
  | 'application-draft'
  | 'batch-draft'
  | 'table-shapes'
  | 'case-draft'
  | 'case-changes'
  | 'notified'
  | 'notification-settings'
  | 'recovery'
  | 'reminders'
  | 'list-views'
  | 'palette-choices'

/** Drafts, and the little that the app itself has to remember of a person; JSON by name. */
export type DocumentTable = {
  name: DocumentName
  content: string
  written_at: number
}

/** The last answer of an endpoint, as the portal gave it: edits that wait are laid over it when read. */
export type AnswerTable = {
  resource: string
  /** The parameters of the question, as JSON with sorted keys; empty where it has none. */
  params: string
  data: string
  etag: string | null
  fetched_at: number
}

/** Rows of a list of the portal's. A list that is filled anew stands beside the one that is read. */
export type RowTable = {
  list: string
  /** Which filling of the list they belong to; `lists` says which one is read. */
  filling: number
  id: string
  /** Where it stands in the list's own order. */
  position: number
  /** What a search looks at, without case and accents; empty where the list is not searched. */
  fold: string
  data: string
  /** Of a long list: what it is ordered by, with `id`; null where it is none. */
  name_key: string | null
  /** Of a long list: what it is searched, sorted and filtered by, JSON. */
  keys: string | null
  /** Whom it is about: a buyer's id. */
  subject: string | null
  /** The first day on which something is to be done about it; empty: now. */
  due: string | null
}

export type ListTable = {
  list: string
  /** The filling that is read; null until the first one is whole. */
  filling: number | null
  /** Where the portal's list goes on after the last row; null where all of it is here. */
  cursor: string | null
  etag: string | null
  fetched_at: number | null
}

/** Edits that the portal does not have yet, in the order in which they were made. */
export type OutboxTable = {
  sequence: Generated<number>
  id: string
  /** Edits of one resource are sent in order; those of different ones do not wait for each other. */
  resource: string
  /** The edit as the contract describes it, JSON. */
  edit: string
  subject: string | null
  queued_at: number
  /** `queued`, `sending`, `conflict` or `refused`. */
  state: string
  /** Fixed at the first sending: the endpoint's name, its parameters and body as JSON, `If-Match`. */
  endpoint: string
  params: string
  body: string | null
  if_match: string | null
  idempotency_key: string
  attempts: number
  next_attempt_at: number | null
  /** Why it was not taken the last time, JSON; null where it was not tried. */
  error: string | null
  /** With `conflict`: the resource as it is at the portal, with its version, JSON. */
  current: string | null
  /** Of an application that was sent with others; null for all else. */
  batch: string | null
}

/** Applications that were sent together. */
export type BatchTable = { id: string; made_at: number; size: number }

/** One of them, and what became of it. */
export type BatchRowTable = {
  batch: string
  position: number
  /** The name of its edit, by which it stands in `outbox` for as long as the portal does not have it. */
  edit: string
  /** As the contract describes it, JSON. */
  about: string
  /** The portal's id of it. */
  application: string | null
  given_up: Generated<number>
}

/** What must not outlive the lock: the refresh token, while the app is locked by a password. */
export type SecretTable = { name: string; content: string }

/** Of the store itself: its person, when the portal was last reached, the latest time seen. */
export type FactTable = { name: string; value: string }

/** A person's own notes on buyers: the portal never has them. */
export type NoteTable = { buyer_id: string; content: string; written_at: number }

/** What was another than before when the portal told of it, until it is old. */
export type NewsTable = {
  id: string
  /** Which kind of thing it is about, and which one: one row each. */
  kind: string
  subject: string
  /** By the portal's clock, RFC 3339 in UTC. */
  at: string
  /** As the contract describes it, JSON. */
  item: string
  ticked_at: number | null
}

/** A file that waits with a draft or an edit, which names it by its id. */
export type AttachmentTable = { id: string; content: Uint8Array; kept_at: number }

/** A document of the portal's that was opened here, by its id there. */
export type FetchedDocumentTable = {
  id: string
  content: Uint8Array
  bytes: number
  used_at: number
}

export type StoreTables = {
  documents: DocumentTable
  answers: AnswerTable
  rows: RowTable
  lists: ListTable
  outbox: OutboxTable
  batches: BatchTable
  batch_rows: BatchRowTable
  secrets: SecretTable
  facts: FactTable
  notes: NoteTable
  news: NewsTable
  attachments: AttachmentTable
  fetched_documents: FetchedDocumentTable
}

/** A person's store, or a transaction in it. */
export type Db = Kysely<StoreTables>

/** What a column of JSON holds; undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
