/**
 * Tries at an account: whose count together, and what a right one does to the counts. A device or a
 * network that the account knows has a count of its own. Strangers have one by network too, and share
 * ceilings: one for the first few tries of each (of all, and of a /24 or /48), another for the rest.
 * So whoever goes on trying from some addresses leaves the first tries from elsewhere alone, and a
 * thousand addresses still meet a wall.
 */
import { assertNever } from '../../../shared/assert-never.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { Client } from '../../platform/network/client.ts'
import type { Standing } from './known-clients.ts'
import { accountAttempts, type AttemptKind, type SessionAttemptKind } from '../throttle-rules.ts'
import { accountKey } from './throttle-keys.ts'
import type { ActingSession } from '../../platform/events/acts.ts'
import {
  countAttempts,
  forgiveAttempt,
  readCounts,
  refuseUntil,
  type Charge,
  type ThrottlePolicy,
} from '../../platform/throttle/throttle.ts'

export type Tries = {
  /** Of who tries: a right one forgets its failures. */
  readonly own: Charge
  /** Counted besides, whoever it is. */
  readonly others: readonly Charge[]
  /** Counted besides by strangers: `first` for so many failures of their own, then `further`. */
  readonly shared: {
    readonly firstTries: number
    readonly first: readonly Charge[]
    readonly further: readonly Charge[]
  } | null
}

export type StrangerPolicies = {
  readonly own: ThrottlePolicy
  readonly prefix: ThrottlePolicy
  readonly newcomers: ThrottlePolicy
  readonly strangers: ThrottlePolicy
  /** How many tries of a stranger are among the newcomers'. */
  readonly firstTries: number
}

/** A name for who tries: those of the same name count together at an account. */
export function nameOfStanding(standing: Standing, { networks }: Client): string {
  switch (standing.kind) {
    case 'device':
      return standing.fingerprint
    case 'network':
      return `network:${standing.network}`
    case 'stranger':
      return `stranger:${networks.own}`
    default:
      return assertNever(standing)
  }
}

/** Tries of kind `tries` at the account of `owner`, by who stands there as `standing` says. */
export function triesAt(
  { owner, tries }: { readonly owner: string; readonly tries: AttemptKind },
  { standing, client }: { readonly standing: Standing; readonly client: Client },
  policies: StrangerPolicies,
  others: readonly Charge[],
): Tries {
  const charge = (who: string, policy: ThrottlePolicy): Charge => ({
    key: accountKey(owner, tries, who),
    policy,
  })
  const own = charge(nameOfStanding(standing, client), policies.own)
  if (standing.kind !== 'stranger') return { own, others, shared: null }
  const { prefix } = client.networks
  return {
    own,
    others,
    shared: {
      firstTries: policies.firstTries,
      first: [charge(`prefix:${prefix}`, policies.prefix), charge('newcomers', policies.newcomers)],
      further: [charge('strangers', policies.strangers)],
    },
  }
}

/**
 * Tries within a session: they count by session, under a ceiling for all sessions of the account, so
 * that one that was stolen uses up nobody's but its own.
 */
export function triesOfSession(
  { settings: { throttle } }: Pick<Context, 'settings'>,
  { user, sessionId }: ActingSession,
  tries: SessionAttemptKind,
): Tries {
  const rules = accountAttempts[tries]
  return {
    own: { key: accountKey(user.id, tries, sessionId), policy: throttle[rules.session] },
    others: [{ key: accountKey(user.id, tries), policy: throttle[rules.account] }],
    shared: null,
  }
}

type Clocked = Pick<Context, 'db' | 'now'>

/** When the next try may come; in the past, or 0, where that is at once. */
export async function nextTryAt({ db, now }: Clocked, tries: Tries): Promise<number> {
  const { own, others, shared } = tries
  const at = now()
  const all = [own, ...others, ...(shared === null ? [] : [...shared.first, ...shared.further])]
  const counts = await readCounts(db, all)
  const besides = shared === null ? [] : sharedOf(shared, counts.failuresOf(own, at) + 1)
  return counts.freeAt([own, ...others, ...besides], at)
}

/** Refuses where one must wait; counts nothing. @throws ProblemError `too_many_attempts` */
export async function assertMayTry(clocked: Clocked, tries: Tries): Promise<void> {
  refuseUntil(await nextTryAt(clocked, tries), clocked.now())
}

function sharedOf(
  { firstTries, first, further }: NonNullable<Tries['shared']>,
  failures: number,
): readonly Charge[] {
  return failures > firstTries ? further : first
}

/** A try that was counted; what a right one takes back. */
export type Counted = { readonly own: Charge; readonly besides: readonly Charge[] }

/**
 * Counts a try as a failure.
 * @throws ProblemError `too_many_attempts`; then nothing was counted
 */
export async function countTry(
  db: Db,
  { own, others, shared }: Tries,
  now: number,
): Promise<Counted> {
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
 * Refuses or counts a try.
 * @throws ProblemError `too_many_attempts`; then nothing was counted
 */
export async function tryOnce(clocked: Clocked, tries: Tries): Promise<Counted> {
  await assertMayTry(clocked, tries)
  return countTry(clocked.db, tries, clocked.now())
}

/** The try was right, within the transaction of what it opens. */
export async function takeBack(db: Db, { own, besides }: Counted): Promise<void> {
  await forgiveAttempt(db, [own], besides)
}
