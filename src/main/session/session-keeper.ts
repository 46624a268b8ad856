/** What of a session outlives this run: an entry in the keychain, and a mark in the settings. */
import { z } from 'zod'
import type { Keychain } from '../platform/secrets/keychain.ts'
import type { Settings } from '../platform/settings/settings.ts'
import type { CurrentSession } from './current-session.ts'
import { lastSessionOf, type ActiveSession } from './session-state.ts'
import { sessionNextSchema, sessionUserSchema } from '../../shared/contract/identity/sessions.ts'

export type SessionKeeper = {
  /** What the last run left; null where there is nothing that may be resumed, or be read. */
  readonly read: () => Promise<SessionRecord | null>
  /**
   * Keeps the latest tokens, or the name where the person did not ask to stay. Whether the keychain
   * took them.
   * @param insist tries the keychain also where it has failed before
   */
  readonly keep: (active: ActiveSession, insist: boolean) => Promise<boolean>
  /** Keeps who is to be greeted next time, and nothing to resume. */
  readonly keepName: (username: string) => Promise<void>
  /** Removes everything. */
  readonly forget: () => Promise<void>
}

/** Keeps the session of `current` in the keychain, and the mark that tells whether to resume it. */
export function createSessionKeeper(options: {
  readonly keychain: Keychain
  readonly settings: Settings
  readonly current: CurrentSession
}): SessionKeeper {
  const { keychain, settings, current } = options

  const write = (record: SessionRecord, insist: boolean) =>
    keychain.write('session', JSON.stringify(record), { insist })

  return {
    async read() {
      if (settings.values().lastSession === 'signedOut') {
        await keychain.remove('session')
        return null
      }
      const stored = await keychain.read('session')
      return stored.ok && stored.data !== null ? parseSessionRecord(stored.data) : null
    },
    async keep(active, insist) {
      const generation = current.generation()
      const { refreshToken, next, user } = active
      const kept = await write(
        active.staySignedIn
          ? { kind: 'session', refreshToken, next, user }
          : { kind: 'username', username: user.username },
        insist,
      )
      // Signed out meanwhile, or someone else in: the mark is theirs.
      if (current.generation() !== generation) return kept
      await settings.update({
        lastSession: lastSessionOf(active, kept),
        profileLanguage: user.language,
      })
      return kept
    },
    async keepName(username) {
      const generation = current.generation()
      const kept = await write({ kind: 'username', username }, false)
      if (!kept || current.generation() !== generation) return
      await settings.update({ lastSession: 'returning' })
    },
    async forget() {
      // Asked for together, so that nothing of whoever signs in next comes in between. The mark
      // forbids resuming, also where the keychain refuses to remove.
      await Promise.all([
        settings.update({ lastSession: 'signedOut', profileLanguage: null }),
        keychain.remove('session'),
      ])
    },
  }
}

export const sessionRecordSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('session'),
    refreshToken: z.string(),
    next: sessionNextSchema,
    user: sessionUserSchema,
  }),
  /** Someone who did not ask to stay signed in: the name is filled in next time. */
  z.object({ kind: z.literal('username'), username: z.string() }),
])
export type SessionRecord = z.infer<typeof sessionRecordSchema>

/** Null for an entry that cannot be understood: signing in again replaces it. */
export function parseSessionRecord(text: string): SessionRecord | null {
  try {
    const parsed = sessionRecordSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
