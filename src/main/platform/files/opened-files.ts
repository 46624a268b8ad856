/**
 * Files that are shown in the system's own programs: written for them to a folder of this person's alone, and
 * gone from there as soon as the app is locked, left or started again.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import { storageFailure } from './write-file.ts'

export type OpenedFiles = {
  /**
   * Shows a file. @param name as `cleanFileName` makes it, of a kind that runs nothing
   * `document_not_opened` where no program takes it.
   */
  readonly show: (name: string, bytes: Uint8Array) => Promise<Result<Record<string, never>>>
  /** Removes them all; what a program still holds goes the next time. */
  readonly clear: () => Promise<void>
}

/** Hands a file over to the system; answers what stood in the way, empty where nothing did. */
export type OpenFile = (path: string) => Promise<string>

/** @param folder that is nobody else's: all that is in it goes */
export function createOpenedFiles(folder: string, open: OpenFile): OpenedFiles {
  return {
    async show(name, bytes) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const path = join(await mkdtemp(join(folder, 'document-')), name)
        await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
        return (await open(path)) === '' ? success({}) : failure({ code: 'document_not_opened' })
      } catch (error) {
        return failure(storageFailure(error))
      }
    },
    clear: () => rm(folder, { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined),
  }
}
