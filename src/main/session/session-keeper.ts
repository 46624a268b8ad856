/**
 * What of a session outlives this run: an entry in the keychain, and a mark in the settings. While a
 * password locks the app, its tokens are in the store instead, under the key that the password opens.
 */
import { z } from 'zod'
import type { Keychain } from '../platform/secrets/keychain.ts'
import type { Settings } from '../platform/settings/settings.ts'
import type { CurrentSession } from './current-session.ts'
import { lastSessionOf, shownOf, type ActiveSession, type Gatekeeper } from './session-state.ts'
import {
  lockedUserSchema,
  sessionNextSchema,
  sessionUserSchema,
} from '../../shared/contract/identity/sessions.ts'

export type SessionKeeper = {
  /** What the last run left; null where there is nothing that may be resumed, or be read. */
  readonly read: () => Promise<SessionRecord | null>
  /** The tokens that are kept in the open store of this person; null where there are none. */
  readonly readSealed: (username: string) => Promise<ActiveSession | null>
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
  readonly gate: Gatekeeper
}): SessionKeeper {
  const { keychain, settings, current, gate } = options

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
    async readSealed(username) {
      const secret = await gate.readSecret(username)
      const sealed = secret === null ? null : parsedBy(sealedSchema, secret)
      return sealed && { ...sealed, access: null }
    },
    async keep(active, insist) {
      const generation = current.generation()
      const { user } = active
      const locked = await gate.isLocked(user.username)
      // Signed out meanwhile, or someone else in: what they have asked for since is not undone.
      if (current.generation() !== generation) return false
      // Where that fails, the former token still works until this one is used.
      if (locked) await gate.keepSecret(user.username, sealedOf(active))
      const kept = await write(recordOf(active, locked), insist)
      // Signed out meanwhile, or someone else in: the mark is theirs.
      if (current.generation() !== generation) return kept
      await settings.update({
        lastSession: lastSessionOf(active, kept, locked),
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

const tokensSchema = z.object({
  refreshToken: z.string(),
  next: sessionNextSchema,
  user: sessionUserSchema,
})
const sealedSchema = tokensSchema.extend({ staySignedIn: z.boolean() })

export const sessionRecordSchema = z.discriminatedUnion('kind', [
  tokensSchema.extend({ kind: z.literal('session') }),
  /** A password stands before the tokens, and the store holds them. */
  z.object({ kind: z.literal('locked'), user: lockedUserSchema }),
  /** Someone who did not ask to stay signed in: the name is filled in next time. */
  z.object({ kind: z.literal('username'), username: z.string() }),
])
export type SessionRecord = z.infer<typeof sessionRecordSchema>

function recordOf(active: ActiveSession, locked: boolean): SessionRecord {
  const { refreshToken, next, user, staySignedIn } = active
  if (!staySignedIn) return { kind: 'username', username: user.username }
  return locked
    ? { kind: 'locked', user: shownOf(user) }
    : { kind: 'session', refreshToken, next, user }
}

function sealedOf({ refreshToken, next, user, staySignedIn }: ActiveSession): string {
  return JSON.stringify({ refreshToken, next, user, staySignedIn })
}

/** Null for an entry that cannot be understood: signing in again replaces it. */
export function parseSessionRecord(text: string): SessionRecord | null {
  return parsedBy(sessionRecordSchema, text)
}

function parsedBy<Data>(schema: z.ZodType<Data>, text: string): Data | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
