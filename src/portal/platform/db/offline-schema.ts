/** The tables behind what serves clients that are away at times: writes sent again, and what changed. */
import type { Generated } from 'kysely'

/** What a write that names itself was answered; written in the transaction of the write. */
export type KeptAnswerTable = {
  user_id: string
  endpoint: string
  /** The `Idempotency-Key`. */
  key: string
  /** Tells the request from any other. */
  fingerprint: string
  /** Sealed: it may hold tokens, and holds what is personal. */
  answer: string
  created_at: number
}

/** A change of something that a person sees, at its place among their changes. */
export type ChangeTable = {
  /** An account, or the chain of events of a name that nobody has. */
  owner: string
  sequence: number
  resource: string
  /** Empty for what there is one of. */
  item_id: string
  deleted: number
  /** Random: another history of this database has another at the same place. */
  mark: string
  at: number
}

/** How far somebody's changes have come; taken by whoever writes one. */
export type ChangeCounterTable = {
  owner: string
  sequence: number
  /** The latest that was forgotten, and its mark; 0 and empty where none was. */
  pruned_sequence: Generated<number>
  pruned_mark: Generated<string>
}
