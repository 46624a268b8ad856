/** Whose things are whose, and the store that holds one person's. */
import type { Connection } from './library.ts'
import type { Db } from './schema.ts'

/**
 * The owner of what is kept while nobody is signed in; it has a store of its own beside that of who
 * is. No username is empty.
 */
export const noOwner = ''

/** Usernames are compared without regard to case: one key for all the ways to write one. */
export function personKey(username: string): string {
  return username.toLowerCase()
}

/** Whether two usernames name the same account. */
export function samePerson(one: string, other: string): boolean {
  return personKey(one) === personKey(other)
}

/** The open store of one person. */
export type PersonStore = {
  /** As `personKey` writes it; empty for what is kept while nobody is signed in. */
  readonly owner: string
  readonly db: Db
  /** Whether it outlives this run of the app. */
  readonly durable: boolean
  /** Does synchronous work while nothing else is done in the store. */
  readonly exclusive: <Data>(work: (connection: Connection) => Data) => Promise<Data>
  /** As `exclusive`, in one transaction. */
  readonly transaction: <Data>(work: (connection: Connection) => Data) => Promise<Data>
}
