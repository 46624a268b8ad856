/**
 * Growing delays after failures, kept in the database. Every attempt is counted as a failure before
 * it is checked and taken back when it succeeds, so that a thousand at once are no better than one by
 * one. It ends by itself; nothing is ever locked for good.
 *
 * Clocks are set, and those of two servers differ. A delay that seems to end later than the longest
 * one could was counted by a clock that was ahead: it holds nobody up, and the next failure is
 * counted by the clock of now.
 */
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import { prepare, type Slots } from '../db/prepare.ts'
import { ProblemError } from '../problem-error.ts'

const second = 1000

/** Durations in milliseconds. */
export type ThrottlePolicy = {
  /** How many failures bring no delay; the last of them brings the first. */
  readonly free: number
  readonly firstDelay: number
  /** Each failure doubles the delay, up to this. No wait is ever longer. */
  readonly longestDelay: number
  /** After so long without a failure all is forgotten. */
  readonly forgetAfter: number
  /**
   * One failure is forgotten for each such time since the last one, where that is said: for what
   * many share, and one of them alone must not fill however long they try.
   */
  readonly forgetOneEvery?: number
}

export type Charge = { readonly key: string; readonly policy: ThrottlePolicy }

/** The most doublings that keep within `longestDelay`; also keeps the shift below 31 bits. */
function doublings(policy: ThrottlePolicy): number {
  return Math.max(0, Math.floor(Math.log2(policy.longestDelay / policy.firstDelay)))
}

/**
 * Counts an attempt against each of `charges`.
 * @throws ProblemError `too_many_attempts` with the seconds to wait; then nothing was counted.
 */
export async function chargeAttempt(
  db: Db,
  charges: readonly Charge[],
  now: number,
): Promise<void> {
  await assertFree(db, charges, now)
  await db.transaction().execute((transaction) => countAttempts(transaction, charges, now))
}

/** As `countAttempt`, against each of `charges` in their order: two that count never deadlock. */
export async function countAttempts(
  transaction: Db,
  charges: readonly Charge[],
  now: number,
): Promise<void> {
  for (const charge of charges) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, always in the same order
    await countAttempt(transaction, charge, now)
  }
}

/**
 * Counts an attempt within the caller's transaction.
 * @returns how many failures `charge` has now, this one among them
 * @throws ProblemError `too_many_attempts`; the transaction must not be committed then
 */
export async function countAttempt(transaction: Db, charge: Charge, now: number): Promise<number> {
  const { free, firstDelay, longestDelay, forgetAfter, forgetOneEvery } = charge.policy
  const [counted] = await count(transaction, {
    key: charge.key,
    now,
    free,
    firstDelay,
    longestDelay,
    blockedAtOnce: free <= 1 ? now + firstDelay : 0,
    forgetAfter,
    // Where nothing is said all is forgotten by then.
    forgetOneEvery: forgetOneEvery ?? forgetAfter,
    mostDoublings: doublings(charge.policy),
  })
  if (counted !== undefined) return counted.failures
  // Lost the race against another attempt.
  throw tooMany(await freeAt(transaction, [charge], now), now)
}

/**
 * Refuses while any of `charges` waits out its delay; counts nothing.
 * @throws ProblemError `too_many_attempts`
 */
export async function assertFree(db: Db, charges: readonly Charge[], now: number): Promise<void> {
  const until = await freeAt(db, charges, now)
  if (until > now) throw tooMany(until, now)
}

/** The refusal of what must wait until the time `until`. */
export function tooMany(until: number, now: number): ProblemError {
  return new ProblemError('too_many_attempts', { retryAfter: Math.ceil((until - now) / second) })
}

/** When the delays of all `charges` are over; 0 where there are none. */
export async function freeAt(db: Db, charges: readonly Charge[], now: number): Promise<number> {
  const ends = await Promise.all(
    charges.map(async ({ key, policy }) => {
      const [row] = await find(db, { key })
      return row === undefined ? 0 : delayEnd(row, policy, now)
    }),
  )
  return Math.max(0, ...ends)
}

function delayEnd(row: Pick<Row, 'blocked_until'>, policy: ThrottlePolicy, now: number): number {
  return row.blocked_until > now + policy.longestDelay ? 0 : row.blocked_until
}

/** How many failures are counted against `charge` and not forgotten, save one by one. */
export async function failuresOf(db: Db, { key, policy }: Charge, now: number): Promise<number> {
  const [row] = await find(db, { key })
  if (row === undefined) return 0
  return Math.abs(now - row.last_failure_at) > policy.forgetAfter ? 0 : row.failures
}

type Key = { readonly key: string }
type Row = {
  readonly failures: number
  readonly last_failure_at: number
  readonly blocked_until: number
}

const find = prepare<Key, Row>((db, { key }) =>
  db
    .selectFrom('throttles')
    .select(['failures', 'last_failure_at', 'blocked_until'])
    .where('key', '=', key),
)

type Count = Key &
  Pick<ThrottlePolicy, 'free' | 'firstDelay' | 'longestDelay' | 'forgetAfter'> & {
    readonly now: number
    readonly blockedAtOnce: number
    readonly forgetOneEvery: number
    readonly mostDoublings: number
  }

const count = prepare((_db, of: Slots<Count>) => {
  const since = sql<number>`(excluded.last_failure_at - throttles.last_failure_at)`
  const forgotten = sql<number>`cast(${since} / ${of.forgetOneEvery} as integer)`
  // Further off than the memory goes, in the past or by a clock that was ahead: forgotten.
  const failures = sql<number>`(case
    when ${since} > ${of.forgetAfter} or ${since} + ${of.forgetAfter} < 0 then 1
    when ${since} < ${of.forgetOneEvery} then throttles.failures + 1
    when throttles.failures > ${forgotten} then throttles.failures - ${forgotten} + 1
    else 1 end)`
  return sql<Pick<Row, 'failures'>>`
    insert into throttles (key, failures, last_failure_at, blocked_until)
    values (${of.key}, 1, ${of.now}, ${of.blockedAtOnce})
    on conflict (key) do update set
      failures = ${failures},
      last_failure_at = excluded.last_failure_at,
      blocked_until = case
        when ${failures} < ${of.free} then 0
        when ${failures} - ${of.free} > ${of.mostDoublings}
          then excluded.last_failure_at + ${of.longestDelay}
        else excluded.last_failure_at + ${of.firstDelay} * (1 << (${failures} - ${of.free}))
        end
    where throttles.blocked_until <= excluded.last_failure_at
      or throttles.blocked_until > excluded.last_failure_at + ${of.longestDelay}
    returning failures`
})

/** Takes one counted attempt back from each of `charges`, in their order: it did not fail. */
export async function refundAttempt(db: Db, charges: readonly Charge[]): Promise<void> {
  for (const { key } of charges) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, always in the same order
    await refund(db, { key })
  }
}

const refund = prepare((db, { key }: Slots<Key>) =>
  db
    .updateTable('throttles')
    .set((row) => ({ failures: row('failures', '-', 1), blocked_until: 0 }))
    .where('key', '=', key),
)

/** Forgets every failure counted against `charges`, in their order: two that forget never deadlock. */
export async function forgetFailures(db: Db, charges: readonly Charge[]): Promise<void> {
  for (const { key } of charges) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, always in the same order
    await forget(db, { key })
  }
}

const forget = prepare((db, { key }: Slots<Key>) =>
  db.deleteFrom('throttles').where('key', '=', key),
)
