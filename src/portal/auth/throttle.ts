/**
 * Growing delays after failures, by account and by address, in the database. Every attempt is
 * counted as a failure before it is checked and taken back when it succeeds, so that a thousand at
 * once are no better than one by one. It ends by itself; nothing is ever locked for good.
 */
import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import { ProblemError } from '../problem-error.ts'

/** Durations in milliseconds. */
export type ThrottlePolicy = {
  /** How many failures bring no delay; the last of them brings the first. */
  readonly free: number
  readonly firstDelay: number
  /** Each failure doubles the delay, up to this. */
  readonly longestDelay: number
  /** After so long without a failure all is forgotten. */
  readonly forgetAfter: number
}

export type ThrottlePolicies = {
  readonly account: ThrottlePolicy
  readonly address: ThrottlePolicy
  readonly refresh: ThrottlePolicy
  readonly passwordCheck: ThrottlePolicy
  readonly enrolment: ThrottlePolicy
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Five wrong passwords, then 5, 10, 20 … seconds, at most 15 minutes. An office shares an address. */
export const throttlePolicies: ThrottlePolicies = {
  account: { free: 5, firstDelay: 5 * second, longestDelay: 15 * minute, forgetAfter: 24 * hour },
  address: { free: 50, firstDelay: 5 * second, longestDelay: 15 * minute, forgetAfter: hour },
  refresh: { free: 50, firstDelay: 5 * second, longestDelay: 15 * minute, forgetAfter: hour },
  passwordCheck: { free: 300, firstDelay: 2 * second, longestDelay: minute, forgetAfter: minute },
  enrolment: { free: 20, firstDelay: 5 * second, longestDelay: 15 * minute, forgetAfter: hour },
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
  await db.transaction().execute(async (transaction) => {
    for (const charge of charges) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction, always in the same order
      const counted = await chargeOne(transaction, charge, now)
      // Lost the race against another attempt: refuse, and undo what was counted before it.
      // oxlint-disable-next-line no-await-in-loop -- only to refuse
      if (!counted) await assertFree(transaction, charges, now)
    }
  })
}

/**
 * Refuses while any of `charges` waits out its delay; counts nothing.
 * @throws ProblemError `too_many_attempts`
 */
export async function assertFree(db: Db, charges: readonly Charge[], now: number): Promise<void> {
  const rows = await db
    .selectFrom('throttles')
    .select('blocked_until')
    .where(
      'key',
      'in',
      charges.map(({ key }) => key),
    )
    .where('blocked_until', '>', now)
    .execute()
  if (rows.length === 0) return
  const until = Math.max(...rows.map((row) => row.blocked_until))
  throw new ProblemError('too_many_attempts', { retryAfter: Math.ceil((until - now) / second) })
}

async function chargeOne(db: Db, { key, policy }: Charge, now: number): Promise<boolean> {
  const failures = sql<number>`(case when throttles.last_failure_at < ${now - policy.forgetAfter}
    then 1 else throttles.failures + 1 end)`
  const most = doublings(policy)
  const { rows } = await sql`
    insert into throttles (key, failures, last_failure_at, blocked_until)
    values (${key}, 1, ${now}, ${policy.free <= 1 ? now + policy.firstDelay : 0})
    on conflict (key) do update set
      failures = ${failures},
      last_failure_at = excluded.last_failure_at,
      blocked_until = case
        when ${failures} < ${sql.lit(policy.free)} then 0
        when ${failures} - ${sql.lit(policy.free)} > ${sql.lit(most)}
          then excluded.last_failure_at + ${sql.lit(policy.longestDelay)}
        else excluded.last_failure_at
          + ${sql.lit(policy.firstDelay)} * (1 << (${failures} - ${sql.lit(policy.free)}))
        end
    where throttles.blocked_until <= excluded.last_failure_at
    returning key`.execute(db)
  return rows.length === 1
}

/** Takes one counted attempt back: it did not fail. */
export async function refundAttempt(db: Db, key: string): Promise<void> {
  await db
    .updateTable('throttles')
    .set((row) => ({ failures: row('failures', '-', 1), blocked_until: 0 }))
    .where('key', '=', key)
    .execute()
}

/** Forgets every failure counted against `key`. */
export async function forgetFailures(db: Db, key: string): Promise<void> {
  await db.deleteFrom('throttles').where('key', '=', key).execute()
}

/** The key of a client's address. IPv6 clients own 2^64 of them, so the network counts. */
export function addressKey(
  kind: 'sign-in' | 'refresh' | 'password-check',
  address: string,
): string {
  return `${kind}:${isIPv6(address) ? ipv6Network(address) : address}`
}

/**
 * The key of an account's tries at a step of the enrolment: each tells whether an e-mail address
 * is taken, or hashes several times.
 */
export function enrolmentKey(step: 'security' | 'personal-data', userId: string): string {
  return `enrolment-${step}:${userId}`
}

function ipv6Network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0')
  return `${[...left, ...middle, ...right].slice(0, 4).join(':')}::/64`
}
