/**
 * What a person would miss after a crash or without a network: drafts and the last answers, in
 * sealed files whose key is in the keychain. Without a keychain it lives in memory only.
 */
import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Mutex } from 'async-mutex'
import { z } from 'zod'
import type { Notice } from '../../shared/contract/notices.ts'
import type { Keychain } from '../platform/secrets/keychain.ts'
import { writeAtomically, errorCode, storageFailure } from '../platform/files/write-file.ts'
import { seal, sealingKeyBytes, unseal } from './sealing.ts'

export type SealedName =
  | 'alerts'
  | 'draft'
  | 'enrolment'
  | 'home'
  | 'me'
  | 'messages'
  | 'meta'
  | 'password-policy'
  | 'preferences'
  | 'profile-draft'
  | 'recovery'
  | 'reminders'

/**
 * The owner of what is kept while nobody is signed in; it is kept whoever the store is open for.
 * No username is empty.
 */
export const noOwner = ''

export type SealedStore = {
  /** Whose things are kept from now on; an answer that comes after `clear` is not kept. */
  readonly openFor: (owner: string) => void
  /** What `owner` left under `name`; null where there is nothing, or nothing that can be read. */
  readonly read: <Data>(
    name: SealedName,
    owner: string,
    schema: z.ZodType<Data>,
  ) => Promise<Data | null>
  /** Durable when it returns, where that is possible; a failure raises a notice, never throws. */
  readonly write: (name: SealedName, owner: string, data: unknown) => Promise<void>
  /** Only what is `owner`'s: an answer that comes late takes nothing from who is there by then. */
  readonly remove: (name: SealedName, owner: string) => Promise<void>
  /** Writes again what is in memory: the keychain or the disk may have failed before. */
  readonly persist: () => Promise<void>
  /** Removes every file, and the key; nothing is kept until it is opened again. */
  readonly clear: () => Promise<void>
  /** Resolves when nothing waits to be written. */
  readonly settled: () => Promise<void>
}

const envelopeSchema = z.object({ owner: z.string(), data: z.unknown() })
type Envelope = z.infer<typeof envelopeSchema>

/**
 * A store in the files of `folder`, sealed with a key that `keychain` keeps; `raise` tells of
 * failures.
 */
export function createSealedStore(
  folder: string,
  keychain: Keychain,
  raise: (notice: Notice) => void,
): SealedStore {
  const memory = new Map<SealedName, Envelope>()
  let openedFor: string | null = null
  let key: Buffer | null = null
  /** Writes of one file never overlap, and `clear` comes after what came before. */
  const mutex = new Mutex()

  const pathOf = (name: SealedName) => join(folder, `${name}.sealed`)

  async function storedKey(): Promise<Buffer | null> {
    if (key !== null || !keychain.usable()) return key
    const stored = await keychain.read('store-key')
    if (!stored.ok || stored.data === null) return null
    const bytes = Buffer.from(stored.data, 'base64url')
    if (bytes.length === sealingKeyBytes) key = bytes
    return key
  }

  async function keyForWriting(): Promise<Buffer | null> {
    const existing = await storedKey()
    if (existing !== null || !keychain.usable()) return existing
    const created = randomBytes(sealingKeyBytes)
    if (await keychain.write('store-key', created.toString('base64url'))) key = created
    return key
  }

  async function load(name: SealedName): Promise<Envelope | null> {
    try {
      const sealed = await readFile(pathOf(name))
      const current = await storedKey()
      // A locked keychain is no reason to lose the file: it may open next time.
      if (current === null && !keychain.usable()) return null
      const content = current === null ? null : unseal(current, name, sealed)
      const envelope = content === null ? null : parseEnvelope(content)
      if (envelope === null) await rm(pathOf(name), { force: true })
      return envelope
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') raise(storageFailure(error))
      return null
    }
  }

  /** Whether things of this owner are kept now. */
  const isKept = (owner: string) => owner === openedFor || owner === noOwner

  async function guarded(work: () => Promise<void>): Promise<void> {
    try {
      await mutex.runExclusive(work)
    } catch (error) {
      raise(storageFailure(error))
    }
  }

  function save(name: SealedName, envelope: Envelope): Promise<void> {
    return guarded(async () => {
      const current = await keyForWriting()
      if (current === null) return
      await writeAtomically(pathOf(name), seal(current, name, JSON.stringify(envelope)))
    })
  }

  return {
    openFor(owner) {
      openedFor = personKey(owner)
    },
    async read(name, owner, schema) {
      const envelope = memory.get(name) ?? (await mutex.runExclusive(() => load(name)))
      if (envelope === null || envelope.owner !== personKey(owner)) return null
      const parsed = schema.safeParse(envelope.data)
      return parsed.success ? parsed.data : null
    },
    async write(name, owner, data) {
      const envelope = { owner: personKey(owner), data }
      if (!isKept(envelope.owner)) return
      memory.set(name, envelope)
      await save(name, envelope)
    },
    async persist() {
      await Promise.all([...memory].map(([name, envelope]) => save(name, envelope)))
    },
    async remove(name, owner) {
      if (!isKept(personKey(owner))) return
      memory.delete(name)
      await guarded(() => rm(pathOf(name), { force: true }))
    },
    async clear() {
      memory.clear()
      openedFor = null
      await guarded(async () => {
        key = null
        await keychain.remove('store-key')
        // More than once: a virus scanner of Windows may hold one of the files.
        await rm(folder, { recursive: true, force: true, maxRetries: 5 })
      })
    },
    settled: () => mutex.runExclusive(async () => undefined),
  }
}

function parseEnvelope(content: string): Envelope | null {
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(content))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Usernames are compared without regard to case: one key for all the ways to write one. */
export function personKey(username: string): string {
  return username.toLowerCase()
}

/** Whether two usernames name the same account. */
export function samePerson(one: string, other: string): boolean {
  return personKey(one) === personKey(other)
}
