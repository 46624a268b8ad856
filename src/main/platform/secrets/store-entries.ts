/**
 * The keychain's entries of the encrypted stores: one a person, under a name that says nothing of
 * them. What must be trusted although anybody may change the store's folder is here: the key, and with
 * a lock what opens the key and how often that was tried in vain.
 */
import { z } from 'zod'
import { lockPasswordSchema } from '../../../shared/contract/identity/sessions.ts'
import { idleMinutesSchema } from '../../../shared/contract/offline/lock.ts'
import type { Keychain } from './keychain.ts'

const bytes = (count: number) =>
  z.base64url().refine((text) => Buffer.from(text, 'base64url').length === count)

/** How the key is wrapped while the app can be locked by a password. */
export const wrappedKeySchema = z.object({
  /** Sealed under what the password and `secret` give together. */
  wrapped: z.base64url(),
  secret: bytes(32),
  salt: z.base64url(),
  /** scrypt's. */
  parameters: z.object({ N: z.int(), r: z.int(), p: z.int() }),
  failures: z.int().nonnegative(),
  /** When the next try is taken, in ms since 1970; null where it may be now. */
  nextTryAt: z.number().nullable(),
  /** Whose password it is, and after how many idle minutes the app locks by itself. */
  password: lockPasswordSchema,
  idleMinutes: idleMinutesSchema,
  /** How many edits wait in the store: told before it can be opened. */
  waiting: z.int().nonnegative(),
})
export type WrappedKey = z.infer<typeof wrappedKeySchema>

const version = 1

const entrySchema = z.object({
  version: z.literal(version),
  /** As `personKey` writes it. */
  owner: z.string(),
  /** The store's key; null while a lock has it wrapped. */
  key: bytes(32).nullable(),
  lock: wrappedKeySchema.nullable(),
  /**
   * The latest time that this computer's clock has shown, in ms since 1970, now and then: an older
   * copy of the file cannot take it back.
   */
  seenAt: z.number().nullable().default(null),
})
export type StoreEntry = Omit<z.infer<typeof entrySchema>, 'version'>

/** The key that opens the store; null while a lock has it wrapped. */
export function keyIn({ key }: StoreEntry): Buffer | null {
  return key === null ? null : Buffer.from(key, 'base64url')
}

export type StoreEntryRead =
  | { readonly kind: 'entry'; readonly entry: StoreEntry }
  /** There is none, or something else in its place. */
  | { readonly kind: 'missing' }
  /** A later version of the app wrote it. */
  | { readonly kind: 'later' }
  /** The keychain does not answer: it may hold one. */
  | { readonly kind: 'unknown' }

export type StoreEntries = {
  /** @param id the fingerprint that names the store's file */
  readonly read: (id: string) => Promise<StoreEntryRead>
  /** Whether the keychain has it now. */
  readonly write: (id: string, entry: StoreEntry) => Promise<boolean>
  /** Whether it is certainly gone. */
  readonly remove: (id: string) => Promise<boolean>
  /** False where the keychain does not answer. */
  readonly usable: () => boolean
}

/** The entries of `keychain`, as JSON; they stay well below what Windows takes. */
export function createStoreEntries(keychain: Keychain): StoreEntries {
  return {
    async read(id) {
      const stored = await keychain.read(`store-${id}`)
      if (!stored.ok) return { kind: 'unknown' }
      return stored.data === null ? { kind: 'missing' } : parseEntry(stored.data)
    },
    write: (id, entry) => keychain.write(`store-${id}`, JSON.stringify({ version, ...entry })),
    remove: (id) => keychain.remove(`store-${id}`),
    usable: keychain.usable,
  }
}

const anyVersionSchema = z.object({ version: z.int() })

function parseEntry(text: string): StoreEntryRead {
  try {
    const json: unknown = JSON.parse(text)
    const parsed = entrySchema.safeParse(json)
    if (parsed.success) return { kind: 'entry', entry: parsed.data }
    const later = anyVersionSchema.safeParse(json)
    return { kind: later.success && later.data.version > version ? 'later' : 'missing' }
  } catch {
    return { kind: 'missing' }
  }
}
