/** A session that goes on while nothing of it may be shown: behind a password, or until the portal was reached. */
import type { LockReason, SessionView } from '../../shared/contract/identity/sessions.ts'
import type { Settings } from '../platform/settings/settings.ts'
import type { CurrentSession } from './current-session.ts'
import type { SessionKeeper, SessionRecord } from './session-keeper.ts'
import { samePerson } from '../store/person.ts'
import {
  activeOf,
  shownOf,
  type ActiveSession,
  type Closed,
  type Gatekeeper,
} from './session-state.ts'

export type SessionLocking = {
  /** Takes effect at once, and drops the tokens; whether there was a session to lock. */
  readonly lock: (closed: Closed) => boolean
  /** As `lock`, until the portal is reached: the tokens, with which that is tried, stay. */
  readonly hold: (reason: Exclude<LockReason, 'lock'>) => boolean
  /** The lock's password was right, and the store is open: goes on with what is kept there. */
  readonly unlock: () => Promise<SessionView>
  /** What the lock says of itself is another. */
  readonly relock: (closed: Closed) => void
  /** Whether the person has to set a lock before going on. */
  readonly demandLock: (isLacking: boolean) => void
  /** Another person comes: nothing of the one who locked is touched. */
  readonly leave: () => SessionView
}

export type Locking = SessionLocking & {
  /** Goes on with what the last run left. */
  readonly resume: (record: SessionRecord) => Promise<void>
  /**
   * The session of `active` takes effect at once, and is kept. Where what is kept of its person turns
   * out to be locked, it waits for that; behind a lock that is shown already it stays meanwhile.
   * @param password as the portal has just taken it
   */
  readonly replace: (active: ActiveSession, password: string) => Promise<void>
}

/** Nothing is asked for and nothing waits: it opens by itself. */
export const opensByItself = { password: null, waitsUntil: null, waiting: 0 } as const

/** Locks and unlocks the session of `current`. */
export function createSessionLocking(options: {
  readonly settings: Settings
  readonly current: CurrentSession
  readonly keeper: SessionKeeper
  readonly gate: Gatekeeper
  readonly revoke: (active: ActiveSession) => void
}): Locking {
  const { settings, current, keeper, gate, revoke } = options

  function begin(active: ActiveSession, closed: Closed | null, lacksLock: boolean): void {
    if (closed === null) return current.begin({ kind: 'signedIn', active, lacksLock })
    current.begin({ kind: 'locked', user: shownOf(active.user), closed, active, lacksLock })
  }

  /** What the lock of before had: in the store, or still in the keychain where moving it broke off. */
  async function keptTokens(username: string): Promise<ActiveSession | null> {
    const sealed = await keeper.readSealed(username)
    if (sealed !== null) return sealed
    const record = await keeper.read()
    return record?.kind === 'session' ? activeIn(record) : null
  }

  async function end(username: string): Promise<void> {
    current.begin({ kind: 'signedOut', username, reason: 'none' })
    await Promise.all([settings.update({ lastSession: 'returning' }), keeper.keepName(username)])
  }

  return {
    async replace(active, password) {
      const state = current.state()
      const { username } = active.user
      const isShown = state.kind === 'locked' && samePerson(state.user.username, username)
      // Nothing is shown that a lock has to be set for, before it is known whether one is.
      begin(active, isShown ? state.closed : null, gate.mayDemandLock)
      const generation = current.generation()
      const closed = await gate.admit(username, password)
      const lacksLock = await gate.lacksLock(username)
      const latest = activeOf(current.state())
      if (current.generation() !== generation || latest === null) return
      if (closed !== null || isShown) begin(latest, closed, lacksLock)
      else current.demandLock(lacksLock)
      await keeper.keep(latest, latest.staySignedIn)
    },
    lock(closed) {
      const state = current.state()
      if (state.kind === 'signedOut') return false
      const user = state.kind === 'locked' ? state.user : shownOf(state.active.user)
      current.begin({ kind: 'locked', user, closed, active: null, lacksLock: false })
      return true
    },
    hold(reason) {
      const state = current.state()
      if (state.kind !== 'signedIn') return false
      begin(state.active, { reason, ...opensByItself }, state.lacksLock)
      return true
    },
    async unlock() {
      const state = current.state()
      if (state.kind !== 'locked') return current.view()
      const generation = current.generation()
      const { username } = state.user
      const kept = await keptTokens(username)
      const closed = await gate.admit(username, null)
      const lacksLock = await gate.lacksLock(username)
      if (current.generation() !== generation) return current.view()
      const active = state.active ?? kept
      if (active === null) {
        await end(username)
        return current.view()
      }
      begin(active, closed, lacksLock)
      if (state.active !== null && kept !== null) revoke(kept)
      await keeper.keep(active, false)
      return current.view()
    },
    relock: current.relock,
    demandLock: current.demandLock,
    leave() {
      current.begin({ kind: 'signedOut', username: null, reason: 'none' })
      return current.view()
    },
    async resume(record) {
      const generation = current.generation()
      const username = record.kind === 'username' ? record.username : record.user.username
      const isResumable =
        record.kind !== 'username' && settings.values().lastSession !== 'returning'
      const closed = isResumable ? await gate.admit(username, null) : null
      const behindPassword = closed?.reason === 'lock'
      const active = isResumable && !behindPassword ? await activeOfRecord(record) : null
      const lacksLock = active !== null && (await gate.lacksLock(username))
      if (current.generation() !== generation) return
      if (isResumable && behindPassword) {
        const user = shownOf(record.user)
        current.begin({ kind: 'locked', user, closed, active: null, lacksLock })
      } else if (active !== null) begin(active, closed, lacksLock)
      else {
        current.begin({ kind: 'signedOut', username, reason: 'none' })
        // The keychain refused the token that came after this one, which is used up: the portal would
        // take it for a stolen one.
        if (record.kind !== 'username') await keeper.keepName(username)
      }
    },
  }

  async function activeOfRecord(
    record: Exclude<SessionRecord, { kind: 'username' }>,
  ): Promise<ActiveSession | null> {
    if (record.kind === 'session') return activeIn(record)
    // A lock that was being turned off: the tokens did not get back into the keychain.
    return keeper.readSealed(record.user.username)
  }
}

function activeIn(record: Extract<SessionRecord, { kind: 'session' }>): ActiveSession {
  const { refreshToken, next, user } = record
  return { refreshToken, access: null, next, user, staySignedIn: true }
}
