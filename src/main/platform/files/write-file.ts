/** Writing files so that they are there when it returns, and what their failures are to a person. */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Notice } from '../../../shared/contract/notices.ts'

/** The files whose leftovers this run has removed. */
const tidied = new Set<string>()

/**
 * Replaces a file so that a crash or a power cut leaves the old content or the new, never a part.
 * Durable when it returns. Calls for one path must not overlap.
 * @throws what the file system throws
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  if (!tidied.has(path)) await removeLeftovers(path)
  tidied.add(path)
  // A name that nobody can have prepared: where a link stood, what is written would go elsewhere.
  const temporary = `${path}.${randomBytes(8).toString('hex')}.tmp`
  try {
    await writeDurably(temporary, content)
    await renameOnceFree(temporary, path)
  } catch (error) {
    // A part of a file is no use to anyone, and takes room on a full disk.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path))
}

/** What a crash left beside the file, also under the one name that was used before. */
async function removeLeftovers(path: string): Promise<void> {
  const file = basename(path)
  const isLeftover = (name: string) =>
    name.startsWith(file) && /^\.(?:[0-9a-f]{16}\.)?tmp$/.test(name.slice(file.length))
  const leftovers = (await readdir(dirname(path))).filter(isLeftover)
  await Promise.all(leftovers.map((name) => rm(join(dirname(path), name), { force: true })))
}

async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What Windows answers for a file that a virus scanner or an indexer looks at just then. */
const heldByOthers = new Set(['EACCES', 'EBUSY', 'EPERM'])
/** They are through with a small file in a fraction of a second. */
const pausesMs: readonly number[] = [10, 40, 100, 250, 500]

async function renameOnceFree(from: string, to: string, pauses = pausesMs): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    const [next, ...later] = pauses
    if (next === undefined || !heldByOthers.has(errorCode(error))) throw error
    await pause(next)
    await renameOnceFree(from, to, later)
  }
}

/** The new name itself becomes durable; Windows cannot open folders and does not need it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** A full disk has its own next step; everything else is a folder that cannot be written. */
export function storageFailure(error: unknown): Notice {
  const code = errorCode(error)
  return { code: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk_full' : 'storage_failed' }
}

/** Node's code of a file system error (`ENOENT`), or an empty text. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}
