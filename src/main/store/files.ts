/** The files of the stores: one a person, named by a fingerprint of its key, and their journals. */
import { createHash } from 'node:crypto'
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { errorCode } from '../platform/files/write-file.ts'
import { formerPathOf } from './former-files.ts'

const extension = '.store'
/** Of one database: SQLite keeps its journal and its index of it beside it. */
const parts = ['', '-wal', '-shm']
/** A store is made under another name, so that under its own there is never half of one. */
const unfinished = `${extension}.new`

export type StoreFiles = {
  /** The fingerprints of the keys of all stores here. */
  readonly list: () => Promise<string[]>
  /** Those of what was set aside. */
  readonly listAside: () => Promise<string[]>
  readonly pathOf: (id: string) => string
  /** Where a new store is made; nothing is there. @throws what the file system throws */
  readonly begin: (id: string) => Promise<string>
  /** What `begin` began is whole: it takes its place. @throws what the file system throws */
  readonly finish: (id: string) => Promise<string>
  /** Does `work` on a copy in the system's folder for temporary files; null where none can be made. */
  readonly withCopy: <Data>(id: string, work: (path: string) => Data) => Promise<Data | null>
  /** Puts what cannot be opened out of the way, and keeps it. @throws what the file system throws */
  readonly setAside: (id: string) => Promise<void>
  /** Notes beside the file how many edits in it wait, for the day when nobody can open it. */
  readonly noteEdits: (id: string, count: number) => Promise<void>
  /** As last noted; null where it never was. */
  readonly editsOf: (id: string) => Promise<number | null>
  /** Removes the store, and what was set aside of it. @throws what the file system throws */
  readonly remove: (id: string) => Promise<void>
  /** Removes what lies beside the store and was set aside of it, not itself. @throws as `remove` */
  readonly removeBeside: (id: string) => Promise<void>
}

const fingerprintLength = 32

/** Of a key, to name a file by: nobody finds the key by it, and no key is tried on another's file. */
export function fingerprintOf(key: Uint8Array): string {
  return createHash('sha256')
    .update('store key')
    .update(key)
    .digest('hex')
    .slice(0, fingerprintLength)
}

/** Where what cannot be opened is kept. */
export function asideIn(folder: string): string {
  return join(folder, 'set-aside')
}

/** The stores in `folder`, which is made when the first one is. */
export function createStoreFiles(folder: string): StoreFiles {
  const aside = asideIn(folder)
  const pathOf = (id: string) => join(folder, `${id}${extension}`)
  const editsPathOf = (id: string) => join(folder, `${id}.edits`)
  const unfinishedPathOf = (id: string) => join(folder, `${id}${unfinished}`)

  async function removeBeside(id: string): Promise<void> {
    const kept = (await namesIn(aside)).filter((name) => name.startsWith(id))
    await Promise.all([
      removeFile(editsPathOf(id)),
      removeFile(formerPathOf(pathOf(id))),
      ...kept.map((name) => removeFile(join(aside, name))),
    ])
  }

  return {
    removeBeside,
    async list() {
      const names = await namesIn(folder)
      const stores = names.filter((name) => name.endsWith(extension))
      return stores.map((name) => name.slice(0, -extension.length))
    },
    async listAside() {
      const names = await namesIn(aside)
      return [...new Set(names.map((name) => name.slice(0, fingerprintLength)))]
    },
    pathOf,
    async begin(id) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // What a crash left of one that was never finished: nothing was kept in it yet.
      const left = (await namesIn(folder)).filter((name) => name.includes(unfinished))
      await Promise.all(left.map((name) => removeFile(join(folder, name))))
      return unfinishedPathOf(id)
    },
    async finish(id) {
      await rename(unfinishedPathOf(id), pathOf(id))
      return pathOf(id)
    },
    async withCopy(id, work) {
      try {
        const elsewhere = await mkdtemp(join(tmpdir(), 'services-online-'))
        try {
          const path = join(elsewhere, `copy${extension}`)
          for (const part of ['-wal', '']) {
            // oxlint-disable-next-line no-await-in-loop -- two files
            await copyIfThere(`${pathOf(id)}${part}`, `${path}${part}`)
          }
          return work(path)
        } finally {
          await rm(elsewhere, { recursive: true, force: true, maxRetries: 5 })
        }
      } catch {
        return null
      }
    },
    async setAside(id) {
      await mkdir(aside, { recursive: true, mode: 0o700 })
      const time = new Date().toISOString().replaceAll(':', '-')
      const to = join(aside, `${id}-${time}${extension}`)
      // The database last: until then it is found, and set aside again.
      for (const part of parts.toReversed()) {
        // oxlint-disable-next-line no-await-in-loop -- in this order
        await renameIfThere(`${pathOf(id)}${part}`, `${to}${part}`)
      }
    },
    noteEdits: (id, count) => writeFile(editsPathOf(id), `${count}`, { mode: 0o600 }),
    async editsOf(id) {
      try {
        const count = Number(await readFile(editsPathOf(id), 'utf8'))
        return Number.isSafeInteger(count) && count >= 0 ? count : null
      } catch {
        return null
      }
    },
    async remove(id) {
      await Promise.all([
        ...parts.map((part) => removeFile(`${pathOf(id)}${part}`)),
        removeBeside(id),
      ])
    },
  }
}

/** More than once: a virus scanner of Windows may hold it. */
function removeFile(path: string): Promise<void> {
  return rm(path, { force: true, maxRetries: 5 })
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}
