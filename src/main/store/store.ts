/**
 * What is kept of a person on this computer: one encrypted file each, its key in the keychain. Where
 * there is no keychain the same tables live in memory.
 */
import type { Kysely } from 'kysely'
import type { StoreTables } from './schema.ts'

/** The open store of one person. */
export type PersonStore = {
  /** As `personKey` writes it; empty for what is kept while nobody is signed in. */
  readonly owner: string
  readonly db: Kysely<StoreTables>
  /** Whether it outlives this run of the app. */
  readonly durable: boolean
}

export type Store = {
  /**
   * Opens `owner`'s store, or makes it; another person's is closed. Never rejects: what cannot be
   * opened is set aside and said, and the store is then a new one, or one in memory.
   */
  readonly openFor: (owner: string) => Promise<void>
  /** `owner`'s store where that is the open one, else null; waits for one that is being opened. */
  readonly of: (owner: string) => Promise<PersonStore | null>
  /** Closes it and keeps what is in it: another person is here, or the app is locked. */
  readonly close: () => Promise<void>
  /** Destroys the key of `owner` and then the file, whether it is open or not. */
  readonly destroy: (owner: string) => Promise<void>
  /** Removes what the portal gave; drafts and edits that wait stay, for this person alone. */
  readonly forgetAnswers: (owner: string) => Promise<void>
  /** Moves what lives in memory to a file, once the keychain or the disk works again. */
  readonly persist: () => Promise<void>
  /** Resolves when nothing waits to be written. */
  readonly settled: () => Promise<void>
}
