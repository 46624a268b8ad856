/**
 * The lock of the app: a password before what is shown and kept here, while its owner is away. What is
 * on the screen is covered at once; what was typed is kept before the store closes.
 */
import pTimeout from 'p-timeout'
import type { LockPassword, SessionView } from '../../shared/contract/identity/sessions.ts'
import type { IdleMinutes, LockPolicy } from '../../shared/contract/offline/lock.ts'
import { failure, success, type AppError, type Result } from '../../shared/contract/result.ts'
import { signedInName } from '../session/session-owner.ts'
import type { SessionService } from '../session/session-service.ts'
import { personKey } from '../store/person.ts'
import type { Store } from '../store/store.ts'
import type { Gate } from './gate.ts'
import type { LeaseKeeper } from './lease-keeper.ts'
import { lacksLock, withinPolicy } from './lock-policy.ts'
import { attemptError, type Attempt, type Opening } from './opening.ts'

/** What lies over the window, so that nobody sees what it still shows. */
export type Cover = {
  /** Takes effect before it returns, also in the pictures that the system makes of windows. */
  readonly hide: () => void
  /** The page shows the lock. */
  readonly show: () => void
  /** Nothing is locked any more. */
  readonly lift: () => void
}

export type LockService = {
  /** Locks at once, where a password is set and something is open; whether it did. */
  readonly lock: () => boolean
  /** The page shows nothing any more, and what was typed there has been sent. */
  readonly shown: () => void
  readonly unlock: (password: string) => Promise<Result<SessionView>>
  /** Signs in with the portal's password, where the lock's is not at hand. */
  readonly signIn: (password: string) => Promise<Result<SessionView>>
  /** Gives up what is kept and cannot be opened: only for who has just signed in. */
  readonly abandon: () => Promise<Result<SessionView>>
  readonly leave: () => SessionView
  /** Asks the portal, which ends a lock that opens by itself. */
  readonly reach: () => Promise<Result<SessionView>>
  /** After how many minutes it locks by itself; null while nothing can be locked. */
  readonly idleMinutes: () => IdleMinutes | null
  /** Whether a password is set by who is here. */
  readonly isOn: () => boolean
  /** Reads again what is set, for who is here now. */
  readonly refresh: () => Promise<void>
  /** Looks whether what is open may still be shown, and asks the portal first. */
  readonly checkLease: () => Promise<void>
  /** Resolves when a lock that was begun is complete. */
  readonly settled: () => Promise<void>
}

/** How long the page may take to show the lock and to send what was typed. */
const farewellMs = 2_000

type Armed = {
  readonly owner: string
  readonly password: LockPassword
  readonly idleMinutes: IdleMinutes
}

/** The lock of `session`, whose tokens and answers are in `store`. */
export function createLockService(options: {
  readonly session: SessionService
  readonly store: Store
  readonly gate: Gate
  readonly opening: Opening
  readonly lease: LeaseKeeper
  readonly cover: Cover
  readonly policy: LockPolicy
  /** Whether the last run's session is to go on after the next start. */
  readonly staysSignedIn: () => boolean
}): LockService {
  const { session, store, gate, opening, lease, cover, policy } = options
  const { locking } = session
  /** Known beforehand: nothing may be waited for once it is to lock. */
  let armed: Armed | null = null
  let page = Promise.withResolvers<void>()
  let sealing: Promise<void> = Promise.resolve()

  /** The one who locked; null where no password stands before anything. */
  function lockedOwner(): string | null {
    const view = session.view()
    return view.kind === 'locked' && view.reason === 'lock' ? personKey(view.user.username) : null
  }

  async function refresh(): Promise<void> {
    const name = signedInName(session.view())
    const owner = name === null ? null : personKey(name)
    const wrapped = owner === null ? null : ((await store.entry(owner))?.lock ?? null)
    if (signedInName(session.view()) !== name) return
    if (owner === null || wrapped === null) armed = null
    else {
      const { password } = wrapped
      // A longer one of before the policy was made is shortened, and never shown again.
      armed = { owner, password, idleMinutes: withinPolicy(policy, wrapped.idleMinutes) }
    }
    if (owner !== null) locking.demandLock(lacksLock(policy, wrapped))
  }

  /** What is open closes, once what was typed is in it. */
  async function seal(owner: string): Promise<void> {
    await pTimeout(page.promise, { milliseconds: farewellMs, fallback: () => undefined })
    const waiting = await waitingOf(owner)
    await lease.persist(true)
    await store.changeEntry(owner, (entry) =>
      entry.lock === null ? entry : { ...entry, lock: { ...entry.lock, waiting } },
    )
    await store.settled()
    await store.close()
    lease.forget()
    gate.shut()
    await showLock(owner)
  }

  async function waitingOf(owner: string): Promise<number> {
    const counted = await store.within(owner, ({ db }) =>
      db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow(),
    )
    return counted?.count ?? 0
  }

  /** What the lock says of itself is read anew. */
  async function showLock(owner: string): Promise<void> {
    const wrapped = (await store.entry(owner))?.lock
    if (lockedOwner() === owner && wrapped) locking.relock(gate.closedBy(owner, wrapped))
  }

  function lock(): boolean {
    const name = signedInName(session.view())
    if (armed === null || name === null || personKey(name) !== armed.owner) return false
    const { owner, password } = armed
    cover.hide()
    page = Promise.withResolvers()
    locking.lock({ reason: 'lock', password, waitsUntil: null, waiting: 0 })
    armed = null
    sealing = seal(owner)
    return true
  }

  async function opened(owner: string, key: Buffer): Promise<Result<SessionView>> {
    await gate.open(owner, key)
    await gate.catchUp(owner)
    await locking.unlock()
    await refresh()
    cover.lift()
    return success(session.view())
  }

  async function refused(owner: string, attempt: Attempt): Promise<AppError> {
    await showLock(owner)
    return attemptError(attempt)
  }

  return {
    lock,
    refresh,
    isOn: () => armed !== null,
    idleMinutes: () => armed?.idleMinutes ?? null,
    settled: () => sealing,
    shown() {
      page.resolve()
      cover.show()
    },
    async unlock(password) {
      await sealing
      const owner = lockedOwner()
      if (owner === null) return success(session.view())
      const attempt = await opening.attempt(owner, password)
      return attempt.kind === 'opened'
        ? opened(owner, attempt.key)
        : failure(await refused(owner, attempt))
    },
    async signIn(password) {
      await sealing
      const view = session.view()
      if (view.kind !== 'locked') return success(view)
      const { username } = view.user
      const staySignedIn = options.staysSignedIn()
      const result = await session.signIn({ username, password, staySignedIn })
      if (result.ok && result.data.kind !== 'locked') cover.lift()
      await refresh()
      return result
    },
    async abandon() {
      const view = session.view()
      const owner = lockedOwner()
      if (owner === null || view.kind !== 'locked' || !view.signedIn) {
        return failure({ code: 'invalid_state' })
      }
      await store.destroy(owner)
      await locking.unlock()
      await refresh()
      cover.lift()
      return success(session.view())
    },
    leave() {
      cover.lift()
      return locking.leave()
    },
    async reach() {
      const result = await session.refresh()
      return result.ok ? success(session.view()) : result
    },
    async checkLease() {
      const name = signedInName(session.view())
      if (name === null) return
      const owner = personKey(name)
      if ((await lease.verdict(owner, false)) === 'open') return lease.persist(false)
      // Whoever reaches the portal is not shut out for a moment first.
      await session.refresh()
      const verdict = await lease.verdict(owner, false)
      if (verdict !== 'open' && signedInName(session.view()) === name) locking.hold(verdict)
    },
  }
}
