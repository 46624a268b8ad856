/**
 * Attempts at an account: whose count together, and what a right one does to the counts. A device or a
 * network that the account knows has a count of its own. Strangers have one by network too, and share
 * ceilings: one for the first few attempts of each (of all, and of a /24 or /48), another for the rest.
 * So whoever goes on trying from some addresses leaves the first attempts from elsewhere alone, and a
 * thousand addresses still meet a wall.
 */
import { assertNever } from '../../../shared/assert-never.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { Client } from '../../platform/network/client.ts'
import type { Recognition } from '../accounts/known-clients.ts'
import { accountAttempts, type AttemptKind, type SessionAttemptKind } from '../throttle-rules.ts'
import { accountKey } from './keys.ts'
import type { ActingSession } from '../../platform/events/acts.ts'
import {
  countAttempts,
  forgiveAttempt,
  readCounts,
  refuseUntil,
  type Counter,
  type ThrottleRule,
} from '../../platform/throttle/throttle.ts'

export type AttemptCounters = {
  /** Of who tries: a right one forgets its failures. */
  readonly own: Counter
  /** CountedAttempt besides, whoever it is. */
  readonly others: readonly Counter[]
  /** CountedAttempt besides by strangers: `first` for so many failures of their own, then `further`. */
  readonly shared: {
    readonly firstAttempts: number
    readonly first: readonly Counter[]
    readonly further: readonly Counter[]
  } | null
}

export type StrangerRules = {
  readonly own: ThrottleRule
  readonly prefix: ThrottleRule
  readonly newcomers: ThrottleRule
  readonly strangers: ThrottleRule
  /** How many attempts of a stranger are among the newcomers'. */
  readonly firstAttempts: number
}

/** Who is counted by: attempts of the same name count together at an account. */
export function counterNameOf(recognition: Recognition, { networks }: Client): string {
  switch (recognition.kind) {
    case 'device':
      return recognition.fingerprint
    case 'network':
      return `network:${recognition.network}`
    case 'stranger':
      return `stranger:${networks.own}`
    default:
      return assertNever(recognition)
  }
}

/** The counters of an attempt of  at the account of `owner`, by who stands there as `recognition` says. */
export function accountCounters(
  { owner, kind }: { readonly owner: string; readonly kind: AttemptKind },
  { recognition, client }: { readonly recognition: Recognition; readonly client: Client },
  rules: StrangerRules,
  others: readonly Counter[],
): AttemptCounters {
  const counter = (who: string, rule: ThrottleRule): Counter => ({
    key: accountKey(owner, kind, who),
    rule,
  })
  const own = counter(counterNameOf(recognition, client), rules.own)
  if (recognition.kind !== 'stranger') return { own, others, shared: null }
  const { prefix } = client.networks
  return {
    own,
    others,
    shared: {
      firstAttempts: rules.firstAttempts,
      first: [counter(`prefix:${prefix}`, rules.prefix), counter('newcomers', rules.newcomers)],
      further: [counter('strangers', rules.strangers)],
    },
  }
}

/**
 * The counters of an attempt within a session: it counts by session, under a ceiling for all sessions
 * of the account, so that one that was stolen uses up nobody's but its own.
 */
export function sessionCounters(
  { settings: { throttle } }: Pick<Context, 'settings'>,
  { user, sessionId }: ActingSession,
  kind: SessionAttemptKind,
): AttemptCounters {
  const names = accountAttempts[kind]
  return {
    own: { key: accountKey(user.id, kind, sessionId), rule: throttle[names.session] },
    others: [{ key: accountKey(user.id, kind), rule: throttle[names.account] }],
    shared: null,
  }
}

type Clocked = Pick<Context, 'db' | 'now'>

/** When the next attempt may come; in the past, or 0, where that is at once. */
export async function nextAttemptAt(
  { db, now }: Clocked,
  counters: AttemptCounters,
): Promise<number> {
  const { own, others, shared } = counters
  const at = now()
  const all = [own, ...others, ...(shared === null ? [] : [...shared.first, ...shared.further])]
  const counts = await readCounts(db, all)
  const besides = shared === null ? [] : sharedOf(shared, counts.failuresOf(own, at) + 1)
  return counts.throttledUntil([own, ...others, ...besides], at)
}

/** Refuses where one must wait; counts nothing. @throws ProblemError `too_many_attempts` */
export async function assertMayAttempt(clocked: Clocked, counters: AttemptCounters): Promise<void> {
  refuseUntil(await nextAttemptAt(clocked, counters), clocked.now())
}

function sharedOf(
  { firstAttempts, first, further }: NonNullable<AttemptCounters['shared']>,
  failures: number,
): readonly Counter[] {
  return failures > firstAttempts ? further : first
}

/** An attempt that was counted; what a right one takes back. */
export type CountedAttempt = { readonly own: Counter; readonly besides: readonly Counter[] }

/**
 * Counts an attempt as a failure.
 * @throws ProblemError `too_many_attempts`; then nothing was counted
 */
export async function countAttempt(
  db: Db,
  { own, others, shared }: AttemptCounters,
  now: number,
): Promise<CountedAttempt> {
  const alone = [own, ...others]
  const [failures = 0] = await countAttempts(db, alone, now)
  if (shared === null) return { own, besides: others }
  const sharing = sharedOf(shared, failures)
  try {
    await countAttempts(db, sharing, now)
  } catch (error) {
    await forgiveAttempt(db, [], alone)
    throw error
  }
  return { own, besides: [...others, ...sharing] }
}

/**
 * Refuses or counts an attempt.
 * @throws ProblemError `too_many_attempts`; then nothing was counted
 */
export async function attemptOnce(
  clocked: Clocked,
  counters: AttemptCounters,
): Promise<CountedAttempt> {
  await assertMayAttempt(clocked, counters)
  return countAttempt(clocked.db, counters, clocked.now())
}

/** The attempt was right, within the transaction of what it opens. */
export async function takeBackAttempt(db: Db, { own, besides }: CountedAttempt): Promise<void> {
  await forgiveAttempt(db, [own], besides)
}
