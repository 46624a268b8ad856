/** The lease of whoever is here: kept in their store, and what must not be set back in the keychain too. */
import type { Store } from '../store/store.ts'
import {
  advanced,
  contacted,
  firstFacts,
  leaseFactsSchema,
  verdictAt,
  type LeaseFacts,
  type LeaseVerdict,
} from './lease.ts'

export type LeaseKeeper = {
  /**
   * Whether what is kept of `owner` may be shown. Where nothing is known, the lease begins.
   * @param isConfirmed whether the portal has just said who that is
   */
  readonly verdict: (owner: string, isConfirmed: boolean) => Promise<LeaseVerdict>
  /** A session was answered. @param portalTime by the portal's clock, in ms since 1970 */
  readonly contact: (portalTime: number) => void
  /** Writes what is known; @param inKeychain also where writing is rarer */
  readonly persist: (inKeychain: boolean) => Promise<void>
  /** Nobody's lease is looked after any more. */
  readonly forget: () => void
}

/** So that a copy of an older file, put in its place, is noticed with a clock that was set back. */
const betweenKeychainWritesMs = 3_600_000
const betweenStoreWritesMs = 60_000

/**
 * @param options.monotonic ms since any moment, never going back nor being set
 * @param options.hours what the portal last said that it allows; null where that is not known
 */
export function createLeaseKeeper(options: {
  readonly store: Store
  readonly now: () => number
  readonly monotonic: () => number
  readonly hours: () => Promise<number | null>
}): LeaseKeeper {
  const { store, now, monotonic } = options
  let owner: string | null = null
  let facts: LeaseFacts = firstFacts(now())
  /** When a session was last answered, by the portal's clock. */
  let answeredAt: number | null = null
  let advancedAt = monotonic()
  let writtenAt = Number.NEGATIVE_INFINITY
  let keychainAt = Number.NEGATIVE_INFINITY

  function advance(): void {
    const at = monotonic()
    facts = advanced(facts, now(), at - advancedAt)
    advancedAt = at
  }

  async function load(of: string): Promise<void> {
    const kept = await store.within(of, ({ db }) =>
      db.selectFrom('facts').select('value').where('name', '=', 'lease').executeTakeFirst(),
    )
    const parsed = leaseFactsSchema.safeParse(kept ? jsonOf(kept.value) : null)
    const seenAt = (await store.entry(of))?.seenAt ?? null
    owner = of
    facts = parsed.success ? parsed.data : firstFacts(now())
    facts = { ...facts, seen: Math.max(facts.seen, seenAt ?? 0) }
    advancedAt = monotonic()
  }

  async function write(of: string): Promise<void> {
    const hours = await options.hours()
    if (hours !== null) facts = { ...facts, hours }
    const value = JSON.stringify(facts)
    await store.within(of, ({ db }) =>
      db
        .insertInto('facts')
        .values({ name: 'lease', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute(),
    )
  }

  async function persist(inKeychain: boolean): Promise<void> {
    if (owner === null) return
    advance()
    const at = monotonic()
    writtenAt = at
    await write(owner)
    if (!inKeychain && at - keychainAt < betweenKeychainWritesMs) return
    keychainAt = at
    const seenAt = facts.seen
    await store.changeEntry(owner, (entry) => ({ ...entry, seenAt }))
  }

  return {
    async verdict(of, isConfirmed) {
      if (owner !== of) await load(of)
      if (isConfirmed) facts = contacted(facts, answeredAt ?? now(), now())
      const verdict = verdictAt(facts, now())
      // Only then: time that went on must not hide that the clock was set back.
      if (verdict !== 'clock') advance()
      return verdict
    },
    contact(portalTime) {
      answeredAt = portalTime
      facts = contacted(facts, portalTime, now())
      advancedAt = monotonic()
      if (monotonic() - writtenAt >= betweenStoreWritesMs) void persist(false)
    },
    persist,
    forget() {
      owner = null
    },
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
