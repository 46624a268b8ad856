/** Who may see what is kept of a person: whoever opens the lock, while the lease lasts. */
import type { WrappedKey } from '../platform/secrets/store-entries.ts'
import type { LockPolicy } from '../../shared/contract/offline/lock.ts'
import { opensByItself } from '../session/session-locking.ts'
import type { Closed, Gatekeeper } from '../session/session-state.ts'
import { personKey } from '../store/person.ts'
import type { Store } from '../store/store.ts'
import type { LeaseKeeper } from './lease-keeper.ts'
import { lacksLock, mayDemandLock } from './lock-policy.ts'
import type { Opening } from './opening.ts'

export type Gate = Gatekeeper & {
  /** The store's key while it is open; null while it is locked, or no password locks it. */
  readonly keyOf: (owner: string) => Buffer | null
  /** `key` opens `owner`'s store. */
  readonly open: (owner: string, key: Buffer) => Promise<void>
  /** As `open`, where it is open already: its key goes behind a password, or another one. */
  readonly hold: (owner: string, key: Buffer) => void
  /** Drops the key, and a password that waits to take the former one's place. */
  readonly shut: () => void
  /** What the lock shows of itself. */
  readonly closedBy: (owner: string, lock: WrappedKey) => Closed
  /**
   * The password of the portal is another: what it locks follows. Where that cannot be done now, once
   * the former one has opened it.
   */
  readonly follow: (owner: string, password: string) => Promise<void>
  /** What was opened by the former password goes under the one that took its place. */
  readonly catchUp: (owner: string) => Promise<void>
  /** What was kept behind the password is elsewhere, or nothing any more. */
  readonly forgetSecret: (owner: string) => Promise<void>
}

const secretName = 'session'

/** The gate before the stores. */
export function createGate(options: {
  readonly store: Store
  readonly opening: Opening
  readonly lease: LeaseKeeper
  readonly now: () => number
  readonly policy: LockPolicy
}): Gate {
  const { store, opening, lease, now, policy } = options
  let opened: { readonly owner: string; readonly key: Buffer } | null = null
  /** The portal's present password, of who has not yet opened the lock with the former one. */
  let successor: { readonly owner: string; readonly password: string } | null = null

  const keyOf = (owner: string) => (opened?.owner === owner ? opened.key : null)
  const lockOf = async (owner: string) => (await store.entry(owner))?.lock ?? null
  const isOpen = async (owner: string) => (await store.of(owner, { make: false })) !== null

  function closedBy(owner: string, lock: WrappedKey): Closed {
    const waitMs = opening.waitOf(owner, lock)
    return {
      reason: 'lock',
      password: successor?.owner === owner ? 'former' : lock.password,
      waitsUntil: waitMs === 0 ? null : new Date(now() + waitMs).toISOString(),
      waiting: lock.waiting,
    }
  }

  async function open(owner: string, key: Buffer): Promise<void> {
    await store.unlock(owner, key)
    opened = { owner, key }
  }

  async function follow(owner: string, password: string): Promise<void> {
    const lock = await lockOf(owner)
    if (lock?.password !== 'portal') return
    const key = keyOf(owner)
    if (key !== null) await opening.wrap(owner, key, password, lock)
    else successor = { owner, password }
  }

  /** With the portal's password, where that is what locks it. */
  async function openBy(owner: string, lock: WrappedKey, password: string): Promise<void> {
    if (lock.password !== 'portal') return
    const key = await opening.fitting(owner, password)
    if (key === null) return follow(owner, password)
    if (!(await isOpen(owner))) await open(owner, key)
  }

  return {
    keyOf,
    open,
    follow,
    closedBy,
    hold(owner, key) {
      opened = { owner, key }
    },
    shut() {
      opened?.key.fill(0)
      opened = null
      successor = null
    },
    async catchUp(owner) {
      const next = successor
      successor = null
      if (next?.owner === owner) await follow(owner, next.password)
    },
    async admit(username, password) {
      const owner = personKey(username)
      await store.openFor(owner)
      const lock = await lockOf(owner)
      if (lock !== null && password !== null) await openBy(owner, lock, password)
      if (lock !== null && !(await isOpen(owner))) return closedBy(owner, lock)
      const verdict = await lease.verdict(owner, password !== null)
      return verdict === 'open' ? null : { reason: verdict, ...opensByItself }
    },
    mayDemandLock: mayDemandLock(policy),
    async lacksLock(username) {
      return lacksLock(policy, await lockOf(personKey(username)))
    },
    async isLocked(username) {
      return (await lockOf(personKey(username))) !== null
    },
    async readSecret(username) {
      const kept = await store.within(
        personKey(username),
        ({ db }) =>
          db
            .selectFrom('secrets')
            .select('content')
            .where('name', '=', secretName)
            .executeTakeFirst(),
        { make: false },
      )
      return kept?.content ?? null
    },
    async keepSecret(username, content) {
      const kept = await store.within(
        personKey(username),
        ({ db }) =>
          db
            .insertInto('secrets')
            .values({ name: secretName, content })
            .onConflict((conflict) => conflict.column('name').doUpdateSet({ content }))
            .execute(),
        { make: false },
      )
      return kept !== null
    },
    async forgetSecret(owner) {
      await store.within(owner, ({ db }) =>
        db.deleteFrom('secrets').where('name', '=', secretName).execute(),
      )
    },
  }
}
