/** Files that a person names in the system's box. */
import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { errorCode } from './write-file.ts'

/** What the person is asked: a name to begin with, and what kind of file it is. */
export type SaveQuestion = {
  readonly fileName: string
  readonly kind: string
  readonly extension: string
}
/** The chosen path, or null where the person thought better of it. */
export type AskWhereToSave = (question: SaveQuestion) => Promise<string | null>

/**
 * Writes a file that the person named in the system's box, over what was there. Straight to it:
 * macOS opens that one path to the app, and none beside it. Durable when it returns; a failure
 * leaves no part of a file.
 * @throws what the file system throws
 */
export async function writeChosenFile(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
}

/**
 * As `writeChosenFile`, for what is too long to be held in memory: written beside what is there, and put
 * in its place once it is whole. Where nothing can be made beside it (a sandbox opens the one path that
 * was chosen), straight to it.
 * @throws what the file system or `chunks` throws; no part of a file is left then
 */
export async function writeChosenStream(
  path: string,
  chunks: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const beside = `${path}.${randomBytes(8).toString('hex')}.part`
  const made = await openBeside(beside)
  const written = made === null ? path : beside
  const file = made ?? (await open(path, 'w', 0o600))
  try {
    try {
      // oxlint-disable-next-line no-await-in-loop -- no more is made than the disk takes
      for await (const chunk of chunks) await file.appendFile(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
    if (written !== path) await rename(written, path)
  } catch (error) {
    await rm(written, { force: true }).catch(() => undefined)
    throw error
  }
}

/** Null where only the chosen path is open to the app. */
async function openBeside(beside: string) {
  try {
    return await open(beside, 'wx', 0o600)
  } catch (error) {
    if (['EACCES', 'EPERM'].includes(errorCode(error))) return null
    throw error
  }
}
