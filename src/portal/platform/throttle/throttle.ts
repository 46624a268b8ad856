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
import { prepareList, type Slots } from '../db/prepare.ts'
import { ProblemError } from '../problem-error.ts'
import { second } from '../clock.ts'

/** Durations in milliseconds. */
export type ThrottleRule = {
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

export type Counter = { readonly key: string; readonly rule: ThrottleRule }

/** The most doublings that keep within `longestDelay`; also keeps the shift below 31 bits. */
function doublings(rule: ThrottleRule): number {
  return Math.max(0, Math.floor(Math.log2(rule.longestDelay / rule.firstDelay)))
}
/**
 * Counts an attempt against each of `counters`.
 * @throws ProblemError `too_many_attempts` with the seconds to wait; then nothing was counted.
 */
export async function consumeAttempt(
  db: Db,
  counters: readonly Counter[],
  now: number,
): Promise<void> {
  await assertNotThrottled(db, counters, now)
  await countAttempts(db, counters, now)
}

/**
 * Counts an attempt against each of `counters` in one statement, in their order: two that count never
 * deadlock.
 * @returns how many failures each has now, this one among them
 * @throws ProblemError `too_many_attempts`; then nothing was counted
 */
export async function countAttempts(
  db: Db,
  counters: readonly Counter[],
  now: number,
): Promise<readonly number[]> {
  if (counters.length === 0) return []
  const rows = await count(db, counters.map(countOf), { now })
  const failures = new Map(rows.map((row) => [row.key, row.failures]))
  const counted = counters.filter(({ key }) => failures.has(key))
  if (counted.length === counters.length) return counters.map(({ key }) => failures.get(key) ?? 0)
  // Lost the race against another attempt.
  await refundAttempt(db, counted)
  throw tooManyAttempts(await throttledUntil(db, counters, now), now)
}

/**
 * Refuses while any of `counters` waits out its delay; counts nothing.
 * @throws ProblemError `too_many_attempts`
 */
export async function assertNotThrottled(
  db: Db,
  counters: readonly Counter[],
  now: number,
): Promise<void> {
  refuseUntil(await throttledUntil(db, counters, now), now)
}

/** Refuses what must wait until the time `until`. @throws ProblemError `too_many_attempts` */
export function refuseUntil(until: number, now: number): void {
  if (until > now) throw tooManyAttempts(until, now)
}

/** The refusal of what must wait until the time `until`. */
export function tooManyAttempts(until: number, now: number): ProblemError {
  return new ProblemError('too_many_attempts', { retryAfter: Math.ceil((until - now) / second) })
}

/** When the delays of all `counters` are over; 0 where there are none. */
export async function throttledUntil(
  db: Db,
  counters: readonly Counter[],
  now: number,
): Promise<number> {
  return (await readCounts(db, counters)).throttledUntil(counters, now)
}

/** What was counted against some counters, as it was at one moment. */
export type Counts = {
  /** When the delays of all `counters` are over; 0 where there are none. */
  readonly throttledUntil: (counters: readonly Counter[], now: number) => number
  /** How many failures are counted against `counter` and not forgotten, save one by one. */
  readonly failuresOf: (counter: Counter, now: number) => number
}

/** Reads in one statement what is counted against `counters`. */
export async function readCounts(db: Db, counters: readonly Counter[]): Promise<Counts> {
  const rows = await find(
    db,
    counters.map(({ key }) => ({ key })),
    {},
  )
  const rowOf = new Map(rows.map((row) => [row.key, row]))
  const delayEnd = ({ key, rule }: Counter, now: number): number => {
    const until = rowOf.get(key)?.blocked_until ?? 0
    return until > now + rule.longestDelay ? 0 : until
  }
  return {
    throttledUntil: (of, now) => Math.max(0, ...of.map((counter) => delayEnd(counter, now))),
    failuresOf: ({ key, rule }, now) => {
      const row = rowOf.get(key)
      if (row === undefined || Math.abs(now - row.last_failure_at) > rule.forgetAfter) return 0
      return row.failures
    },
  }
}

type Key = { readonly key: string }
type Row = Key & {
  readonly failures: number
  readonly last_failure_at: number
  readonly blocked_until: number
}

const find = prepareList((db, keys: readonly Slots<Key>[]) =>
  db
    .selectFrom('throttles')
    .select(['key', 'failures', 'last_failure_at', 'blocked_until'])
    .where(
      'key',
      'in',
      keys.map(({ key }) => key),
    ),
)

type Count = Key &
  Pick<ThrottleRule, 'free' | 'firstDelay' | 'longestDelay' | 'forgetAfter'> & {
    readonly forgetOneEvery: number
    readonly mostDoublings: number
  }

function countOf({ key, rule }: Counter): Count {
  const { free, firstDelay, longestDelay, forgetAfter, forgetOneEvery } = rule
  return {
    key,
    free,
    firstDelay,
    longestDelay,
    forgetAfter,
    // Where nothing is said all is forgotten by then.
    forgetOneEvery: forgetOneEvery ?? forgetAfter,
    mostDoublings: doublings(rule),
  }
}

/** The counters are a table in it; PostgreSQL must be told of what type its columns are. */
const count = prepareList(
  (_db, counters: readonly Slots<Count>[], { now }: Slots<{ now: number }>) => {
    const rows = counters.map(
      (of) => sql`(cast(${of.key} as text), cast(${of.free} as integer),
      cast(${of.firstDelay} as bigint), cast(${of.longestDelay} as bigint),
      cast(${of.forgetAfter} as bigint), cast(${of.forgetOneEvery} as bigint),
      cast(${of.mostDoublings} as integer))`,
    )
    const since = sql<number>`(excluded.last_failure_at - throttles.last_failure_at)`
    const forgotten = sql<number>`cast(${since} / forget_one_every as integer)`
    // Further off than the memory goes, in the past or by a clock that was ahead: forgotten.
    const failures = sql<number>`(case
    when ${since} > forget_after or ${since} + forget_after < 0 then 1
    when ${since} < forget_one_every then throttles.failures + 1
    when throttles.failures > ${forgotten} then throttles.failures - ${forgotten} + 1
    else 1 end)`
    return sql<Pick<Row, 'key' | 'failures'>>`
    with counters (key, free, first_delay, longest_delay, forget_after, forget_one_every,
      most_doublings) as (values ${sql.join(rows)})
    insert into throttles (key, failures, last_failure_at, blocked_until)
    select key, 1, cast(${now} as bigint),
      case when free <= 1 then cast(${now} as bigint) + first_delay else 0 end
      from counters where true
    on conflict (key) do update set (failures, last_failure_at, blocked_until) = (
      select next.failures, excluded.last_failure_at, case
        when next.failures < free then 0
        when next.failures - free > most_doublings
          then excluded.last_failure_at + longest_delay
        else excluded.last_failure_at + first_delay * (1 << (next.failures - free))
        end
      from (select counters.*, ${failures} as failures from counters
        where counters.key = excluded.key) as next)
    where throttles.blocked_until <= excluded.last_failure_at
      or throttles.blocked_until > excluded.last_failure_at
        + (select longest_delay from counters where counters.key = excluded.key)
    returning key, failures`
  },
)

/** Takes one counted attempt back from each of `counters`, in their order: it did not fail. */
export async function refundAttempt(db: Db, counters: readonly Counter[]): Promise<void> {
  await forgiveAttempt(db, [], counters)
}

/**
 * Forgets every failure counted against `forgotten` and takes one attempt back from each of
 * `refunded`, in one statement and in the order in which attempts are counted.
 */
export async function forgiveAttempt(
  db: Db,
  forgotten: readonly Counter[],
  refunded: readonly Counter[],
): Promise<void> {
  const forgiven = [
    ...forgotten.map(({ key }) => ({ key, kept: 0 })),
    ...refunded.map(({ key }) => ({ key, kept: 1 })),
  ]
  if (forgiven.length > 0) await forgive(db, forgiven, {})
}

/**
 * Rows stay where they are: most are counted against again before they are pruned. An insert, as only
 * that takes rows in an order on PostgreSQL.
 */
const forgive = prepareList((_db, counters: readonly Slots<Key & { kept: number }>[]) => {
  const rows = counters.map(
    ({ key, kept }) => sql`(cast(${key} as text), cast(${kept} as integer))`,
  )
  return sql<never>`
    with counters (key, kept) as (values ${sql.join(rows)})
    insert into throttles (key, failures, last_failure_at, blocked_until)
    select key, 0, 0, 0 from counters where true
    on conflict (key) do update set blocked_until = 0, failures =
      (select kept * (throttles.failures - 1) from counters where counters.key = excluded.key)`
})
