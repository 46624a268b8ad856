/**
 * Growing delays after failures, by account and by address, in the database. Every attempt is
 * counted as a failure before it is checked and taken back when it succeeds, so that a thousand at
 * once are no better than one by one. It ends by itself; nothing is ever locked for good.
 */
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import { prepare, type Slots } from '../db/prepare.ts'
import type { Networks } from '../network/address.ts'
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
  readonly currentPassword: ThrottlePolicy
  readonly rehearsal: ThrottlePolicy
  readonly questions: ThrottlePolicy
  readonly emailChange: ThrottlePolicy
  /** Codes entered for a new address, by account. */
  readonly emailCode: ThrottlePolicy
  /** Codes asked for by e-mail, by account and address. */
  readonly recoveryBegin: ThrottlePolicy
  /** Codes asked for by e-mail in all, by account. */
  readonly recoveryCodes: ThrottlePolicy
  /** The same in a day, where nothing else is asked for than the code. */
  readonly recoveryCodesDay: ThrottlePolicy
  /** Wrong answers that came with the right code, or where none is asked for, by account. */
  readonly recoveryAnswers: ThrottlePolicy
  /** The same in all, by account. */
  readonly recoveryDay: ThrottlePolicy
  /** New passwords sent at the end, by account. */
  readonly recoveryPassword: ThrottlePolicy
  /** Codes asked for, and wrong answers, by address. */
  readonly recoveryAddress: ThrottlePolicy
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
  currentPassword: {
    free: 5,
    firstDelay: 5 * second,
    longestDelay: 15 * minute,
    forgetAfter: 24 * hour,
  },
  // Five rehearsals with a wrong answer among them; it must not serve to guess the right ones.
  rehearsal: { free: 5, firstDelay: 30 * second, longestDelay: hour, forgetAfter: 24 * hour },
  questions: { free: 20, firstDelay: 5 * second, longestDelay: 15 * minute, forgetAfter: hour },
  // Each sends a message to an address of the caller's choice, and tells whether it is taken.
  emailChange: { free: 10, firstDelay: minute, longestDelay: hour, forgetAfter: 24 * hour },
  // Of a million; an address that is not one's own must not be had by trying.
  emailCode: { free: 20, firstDelay: hour, longestDelay: 24 * hour, forgetAfter: 24 * hour },
  // Nobody is flooded with mail: three codes, then one after 1, 2, 4 … minutes. That counts by
  // address too, or whoever knows a username could keep its owner from ever asking.
  recoveryBegin: { free: 3, firstDelay: minute, longestDelay: hour, forgetAfter: 24 * hour },
  // Forgotten sooner than one address may ask again, so that one alone never gets there.
  recoveryCodes: {
    free: 20,
    firstDelay: minute,
    longestDelay: 15 * minute,
    forgetAfter: 45 * minute,
  },
  // Each is worth five guesses at one of 2.8e11: over 100,000 accounts a takeover in 38 years.
  recoveryCodesDay: {
    free: 40,
    firstDelay: 24 * hour,
    longestDelay: 24 * hour,
    forgetAfter: 24 * hour,
  },
  // As many as a flow has tries, then one after 1, 2, 4 … minutes; fifteen in all, then a day off.
  recoveryAnswers: { free: 5, firstDelay: minute, longestDelay: hour, forgetAfter: 24 * hour },
  recoveryDay: {
    free: 15,
    firstDelay: 24 * hour,
    longestDelay: 24 * hour,
    forgetAfter: 24 * hour,
  },
  recoveryPassword: {
    free: 20,
    firstDelay: 5 * second,
    longestDelay: 15 * minute,
    forgetAfter: hour,
  },
  recoveryAddress: {
    free: 50,
    firstDelay: 5 * second,
    longestDelay: 15 * minute,
    forgetAfter: hour,
  },
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
  await db.transaction().execute((transaction) => countAttempt(transaction, charges, now))
}

/**
 * As `chargeAttempt`, within the caller's transaction, and for what was found free a moment ago:
 * taking it back where it no longer is takes longer than asking first.
 * @throws ProblemError `too_many_attempts`; the transaction must not be committed then
 */
export async function countAttempt(
  transaction: Db,
  charges: readonly Charge[],
  now: number,
): Promise<void> {
  for (const charge of charges) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, always in the same order
    const counted = await chargeOne(transaction, charge, now)
    // Lost the race against another attempt: refuse, and undo what was counted before it.
    // oxlint-disable-next-line no-await-in-loop -- only to refuse
    if (!counted) await assertFree(transaction, charges, now)
  }
}

/**
 * Refuses while any of `charges` waits out its delay; counts nothing.
 * @throws ProblemError `too_many_attempts`
 */
export async function assertFree(db: Db, charges: readonly Charge[], now: number): Promise<void> {
  const until = await freeAt(db, charges)
  if (until > now) throw tooMany(until, now)
}

/** The refusal of what must wait until the time `until`. */
export function tooMany(until: number, now: number): ProblemError {
  return new ProblemError('too_many_attempts', { retryAfter: Math.ceil((until - now) / second) })
}

/** When the delays of all `charges` are over; 0 where there are none. */
export async function freeAt(db: Db, charges: readonly Charge[]): Promise<number> {
  const found = await Promise.all(charges.map(({ key }) => findBlock(db, { key })))
  return Math.max(0, ...found.flat().map((row) => row.blocked_until))
}

type Key = { readonly key: string }

const findBlock = prepare((db, { key }: Slots<Key>) =>
  db.selectFrom('throttles').select('blocked_until').where('key', '=', key),
)

async function chargeOne(db: Db, { key, policy }: Charge, now: number): Promise<boolean> {
  const { free, firstDelay, longestDelay } = policy
  const rows = await count(db, {
    key,
    now,
    free,
    firstDelay,
    longestDelay,
    blockedAtOnce: free <= 1 ? now + firstDelay : 0,
    forgetBefore: now - policy.forgetAfter,
    mostDoublings: doublings(policy),
  })
  return rows.length === 1
}

type Count = Key &
  Pick<ThrottlePolicy, 'free' | 'firstDelay' | 'longestDelay'> & {
    readonly now: number
    readonly blockedAtOnce: number
    readonly forgetBefore: number
    readonly mostDoublings: number
  }

const count = prepare((_db, of: Slots<Count>) => {
  const failures = sql<number>`(case when throttles.last_failure_at < ${of.forgetBefore}
    then 1 else throttles.failures + 1 end)`
  return sql<Key>`
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
    returning key`
})

/** Takes one counted attempt back: it did not fail. */
export async function refundAttempt(db: Db, key: string): Promise<void> {
  await refund(db, { key })
}

const refund = prepare((db, { key }: Slots<Key>) =>
  db
    .updateTable('throttles')
    .set((row) => ({ failures: row('failures', '-', 1), blocked_until: 0 }))
    .where('key', '=', key),
)

/** Forgets every failure counted against `keys`, in their order: two that forget never deadlock. */
export async function forgetFailures(db: Db, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, always in the same order
    await forget(db, { key })
  }
}

const forget = prepare((db, { key }: Slots<Key>) =>
  db.deleteFrom('throttles').where('key', '=', key),
)

/** The key of a client's address. IPv6 clients own 2^64 of them, so that their /64 counts. */
export function addressKey(
  kind: 'sign-in' | 'refresh' | 'password-check' | 'recovery-begin' | 'recovery-answers',
  { own }: Networks,
): string {
  return `${kind}:${own}`
}

/**
 * The key of an account's tries at a step of the enrolment: each tells whether an e-mail address
 * is taken, or hashes several times.
 */
export function enrolmentKey(step: 'security' | 'personal-data', userId: string): string {
  return `enrolment-${step}:${userId}`
}

const recoverySteps = ['codes', 'codes-day', 'answers', 'day', 'password'] as const

/**
 * The key of an account's recoveries, whether or not anybody has it: apart from the sign-in's, so
 * that neither stands in the other's way.
 * @param nameKey the username behind its HMAC
 */
export function recoveryKey(step: (typeof recoverySteps)[number], nameKey: string): string {
  return `recovery-${step}:${nameKey}`
}

/** The key of the codes that a client of these networks asked for on an account. */
export function recoveryBeginKey(nameKey: string, { own }: Networks): string {
  return `${recoveryBeginPrefix(nameKey)}${own}`
}

function recoveryBeginPrefix(nameKey: string): string {
  return `recovery-begin:${nameKey}:`
}

/** Forgets all that is counted against recoveries of an account, from wherever. */
export async function forgetRecoveries(db: Db, nameKey: string): Promise<void> {
  // The name's HMAC is base64url, whose underscore a pattern would take for any character.
  const pattern = `${recoveryBeginPrefix(nameKey).replaceAll('_', String.raw`\_`)}%`
  await db
    .deleteFrom('throttles')
    .where(sql<boolean>`key like ${pattern} escape '\\'`)
    .execute()
  await forgetFailures(db, ...recoverySteps.map((step) => recoveryKey(step, nameKey)))
}

/** The key of an account's rehearsals of its security questions. */
export function rehearsalKey(userId: string): string {
  return `rehearsal:${userId}`
}
