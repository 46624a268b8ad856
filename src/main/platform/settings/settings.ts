/**
 * What the app remembers in clear, because it must know it before anything is unlocked. Nothing
 * here says who works on this computer.
 */
import { readFileSync } from 'node:fs'
import { Mutex } from 'async-mutex'
import type { Notice } from '../../../shared/contract/notices.ts'
import { writeAtomically, storageFailure } from '../files/write-file.ts'
import { settingsOf, type SettingsValues } from './settings-values.ts'

export type Settings = {
  readonly values: () => SettingsValues
  /** Takes effect at once; durable when it returns. A failure raises a notice, never throws. */
  readonly update: (changes: Partial<SettingsValues>) => Promise<void>
  /** Resolves when nothing waits to be written. */
  readonly settled: () => Promise<void>
}

/** Reads synchronously: a few hundred bytes, needed before the window can open. */
export function openSettings(path: string, raise: (notice: Notice) => void): Settings {
  let values = settingsOf(readJson(path))
  const writes = new Mutex()
  return {
    values: () => values,
    async update(changes) {
      values = { ...values, ...changes }
      const content = `${JSON.stringify(values, null, 2)}\n`
      try {
        await writes.runExclusive(() => writeAtomically(path, content))
      } catch (error) {
        raise(storageFailure(error))
      }
    },
    settled: () => writes.runExclusive(async () => undefined),
  }
}

function readJson(path: string): unknown {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return parsed
  } catch {
    return null
  }
}
