/**
 * What the versions before the store kept: small sealed files, all under one key of the keychain. They
 * are taken over once, each into its person's store, and removed when that has them durably.
 *
 * Layout of a file: version (1 byte), nonce (12), tag (16), ciphertext, with AES-256-GCM.
 */
import { createDecipheriv } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Notice } from '../../shared/contract/notices.ts'
import { errorCode } from '../platform/files/write-file.ts'
import type { Keychain } from '../platform/secrets/keychain.ts'
import { isFormerAnswer, keepFormerAnswer } from './former-answers.ts'
import type { Connection } from './library.ts'
import { inTransaction } from './migrate.ts'

export type SealedFiles = {
  /** Whether there is something of `owner`'s to take over. */
  readonly has: (owner: string) => Promise<boolean>
  /**
   * Brings what is `owner`'s into the store behind `connection`, then removes its files. Stopped at
   * any moment it can be done again: what was taken over is not taken a second time.
   * @throws what SQLite or the file system says; nothing is lost then
   */
  readonly takeOver: (owner: string, connection: Connection) => Promise<void>
  /** Removes what is `owner`'s. @throws what the file system says */
  readonly remove: (owner: string) => Promise<void>
}

type Sealed = {
  readonly name: string
  readonly path: string
  readonly content: string
  /** When it was written, in ms since 1970. */
  readonly writtenAt: number
}

const extension = '.sealed'
const envelopeSchema = z.object({ owner: z.string(), data: z.unknown() })

/** The sealed files in `folder`; those that cannot be opened are put into `aside`, and `raise` tells. */
export function createSealedFiles(options: {
  readonly folder: string
  readonly aside: string
  readonly keychain: Keychain
  readonly raise: (notice: Notice) => void
}): SealedFiles {
  const { folder, aside, keychain, raise } = options

  async function paths(): Promise<string[]> {
    try {
      const names = await readdir(folder)
      return names.filter((name) => name.endsWith(extension)).map((name) => join(folder, name))
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  }

  async function setAside(path: string, notice: Notice): Promise<void> {
    await mkdir(aside, { recursive: true, mode: 0o700 })
    await rename(path, join(aside, basename(path)))
    raise(notice)
  }

  /** Of `owner`; nothing where the keychain does not say, as it may another time. */
  async function ofOwner(owner: string): Promise<Sealed[]> {
    const all = await paths()
    if (all.length === 0) return []
    const key = await keychain.read('store-key')
    if (!key.ok) return []
    const found: Sealed[] = []
    for (const path of all) {
      const name = basename(path, extension)
      // oxlint-disable-next-line no-await-in-loop -- a dozen small files
      const envelope = await envelopeIn(path, name, key.data)
      if (envelope === null) {
        const code = key.data === null ? 'store_key_missing' : 'store_damaged'
        // oxlint-disable-next-line no-await-in-loop -- as above
        await setAside(path, { code })
      } else if (envelope.owner === owner) {
        // oxlint-disable-next-line no-await-in-loop -- as above
        const writtenAt = Math.round((await stat(path)).mtimeMs)
        found.push({ name, path, content: JSON.stringify(envelope.data), writtenAt })
      }
    }
    return found
  }

  async function removeFiles(sealed: readonly Sealed[]): Promise<void> {
    await Promise.all(sealed.map(({ path }) => rm(path, { force: true, maxRetries: 5 })))
    if (sealed.length > 0 && (await paths()).length === 0) await keychain.remove('store-key')
  }

  return {
    has: async (owner) => (await ofOwner(owner)).length > 0,
    async takeOver(owner, connection) {
      const sealed = await ofOwner(owner)
      if (sealed.length > 0) inTransaction(connection, () => insert(connection, sealed))
      await removeFiles(sealed)
    },
    remove: async (owner) => removeFiles(await ofOwner(owner)),
  }
}

/** What was written later than the file, or taken over before, stays as it is. */
function insert(connection: Connection, sealed: readonly Sealed[]): void {
  const mark = connection.prepare(`insert into facts (name, value) values (?, ?)
    on conflict (name) do update set value = excluded.value
    where cast(excluded.value as integer) > cast(value as integer)`)
  const keep = connection.prepare(`insert into documents (name, content, written_at)
    values (?, ?, ?) on conflict (name) do update set content = excluded.content,
    written_at = excluded.written_at where excluded.written_at > written_at`)
  for (const { name, content, writtenAt } of sealed) {
    const { changes } = mark.run([`sealed ${name}`, String(writtenAt)])
    if (Number(changes) === 0) continue
    if (isFormerAnswer(name)) keepFormerAnswer(connection, name, content, writtenAt)
    else keep.run([name, content, writtenAt])
  }
}

async function envelopeIn(
  path: string,
  name: string,
  key: string | null,
): Promise<z.infer<typeof envelopeSchema> | null> {
  const content =
    key === null ? null : unseal(Buffer.from(key, 'base64url'), name, await readFile(path))
  if (content === null) return null
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(content))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const algorithm = 'aes-256-gcm'
const version = Buffer.of(1)
const nonceBytes = 12
const tagBytes = 16
const headerBytes = version.length + nonceBytes + tagBytes

/** The content, or null where the bytes were damaged, changed or sealed with another key or name. */
function unseal(key: Uint8Array, name: string, sealed: Buffer): string | null {
  if (sealed.length < headerBytes || sealed[0] !== version[0]) return null
  const nonce = sealed.subarray(version.length, version.length + nonceBytes)
  const tag = sealed.subarray(version.length + nonceBytes, headerBytes)
  try {
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
    decipher.setAAD(Buffer.concat([version, Buffer.from(name, 'utf8')]))
    decipher.setAuthTag(tag)
    const content = Buffer.concat([decipher.update(sealed.subarray(headerBytes)), decipher.final()])
    return content.toString('utf8')
  } catch {
    return null
  }
}
