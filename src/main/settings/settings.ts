/**
 * What the app remembers in clear, because it must know it before anything is unlocked. Nothing
 * here says who works on this computer.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Notice } from '../../shared/ipc/notices.ts'
import { languageSchema, serviceIdSchema } from '../../shared/portal/common.ts'
import { writeAtomically } from '../offline/atomic-write.ts'
import { storageFailure } from '../offline/storage-failure.ts'

/**
 * What the last run left, so that the window opens on the right page before the keychain answers.
 * `signedOut` also forbids resuming, should an entry have outlived the sign-out.
 */
export const lastSessions = ['none', 'returning', 'signedOut', 'enrolment', 'ready'] as const

const settingsSchema = z.object({
  language: languageSchema.nullable().catch(null),
  profileLanguage: languageSchema.nullable().catch(null),
  service: serviceIdSchema.nullable().catch(null),
  lastSession: z.enum(lastSessions).catch('none'),
  window: z
    .object({
      width: z.int().min(480),
      height: z.int().min(600),
      maximized: z.boolean(),
    })
    .nullable()
    .catch(null),
})
export type SettingsValues = z.infer<typeof settingsSchema>

export type Settings = {
  readonly values: () => SettingsValues
  /** Takes effect at once; durable when it returns. A failure raises a notice, never throws. */
  readonly update: (changes: Partial<SettingsValues>) => Promise<void>
}

/** Reads synchronously: a few hundred bytes, needed before the window can open. */
export function openSettings(path: string, raise: (notice: Notice) => void): Settings {
  let values = settingsSchema.parse(readJson(path))
  let queue: Promise<unknown> = Promise.resolve()
  return {
    values: () => values,
    async update(changes) {
      values = { ...values, ...changes }
      const content = `${JSON.stringify(values, null, 2)}\n`
      const turn = queue.then(() => writeAtomically(path, content))
      queue = turn.catch(() => undefined)
      await turn.catch((error: unknown) => raise(storageFailure(error)))
    },
  }
}

/** An object in any case: a missing or damaged file reads as one that says nothing. */
function readJson(path: string): object {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof parsed === 'object' && parsed !== null ? parsed : {}
  } catch {
    return {}
  }
}
