/**
 * What happened to an invented buyer in the time that a portfolio looks back on: its rating, and how it
 * came to its limits. Amounts are whole units of their currency.
 */
import { assertNever } from '../../../shared/assert-never.ts'
import type { AlertReason } from '../../../shared/contract/credit/alerts.ts'
import { day, hour } from '../../platform/clock.ts'
import type { Random, Weighted } from './random.ts'

/**
 * From when to when, in milliseconds UTC; nothing is later than `to`. With a later `to` the same happens, and
 * more after it.
 */
export type Span = { readonly from: number; readonly to: number }

/** How long a portfolio looks back on when it is new: first applications are spread over it. */
export const twoYears = 730 * day

export type InventedRating = { readonly at: number; readonly rating: number }

export type InventedApplication = {
  readonly at: number
  readonly amount: number
  readonly paymentTermsDays: number
  /** The last day of a temporary limit, in milliseconds. */
  readonly endsAt: number | null
}

export type InventedDecision = {
  readonly at: number
  readonly granted: number
  readonly effectiveAt: number
  readonly endsAt: number | null
  readonly initiatedBy: 'customer' | 'insurer'
  readonly reason: AlertReason | null
}

/** An application with what was decided of it, or what the insurer decided alone. */
export type InventedStep =
  | {
      readonly kind: 'application'
      readonly asked: 'new' | 'increase' | 'decrease' | 'cancellation'
      readonly application: InventedApplication
      /** Null while it is pending. */
      readonly decision: InventedDecision | null
    }
  | { readonly kind: 'reduction'; readonly decision: InventedDecision }

const rated = 0.88

/** How a rating drifts, oldest first; empty for a buyer that is not rated. */
export function inventRatings(random: Random, { from, to }: Span): InventedRating[] {
  if (!random.chance(rated)) return []
  const ratings: InventedRating[] = []
  let rating = bounded(42 + 16 * random.normal())
  for (let at = from + random.unit() * 60 * day; at <= to; at += random.whole(60, 240) * day) {
    if (ratings.at(-1)?.rating !== rating) ratings.push({ at, rating })
    rating = bounded(rating + 5 * random.normal())
  }
  return ratings
}

function bounded(rating: number): number {
  return Math.min(100, Math.max(1, Math.round(rating)))
}

/** The usual limit; half are smaller. */
const median = 40_000
const spread = 1.15

/** Lognormal, and as round as people ask. */
function inventAmount(random: Random): number {
  return rounded(median * Math.exp(spread * random.normal()))
}

function rounded(amount: number): number {
  const step = amount < 10_000 ? 500 : amount < 100_000 ? 2_500 : 25_000
  return Math.max(step, Math.round(amount / step) * step)
}

const outcomes: Weighted<'full' | 'part' | 'zero'> = [
  ['full', 62],
  ['part', 26],
  ['zero', 12],
]
/** What comes next where there is a limit. */
const turns: Weighted<'increase' | 'decrease' | 'end' | 'cut' | 'withdrawal' | 'nothing'> = [
  ['increase', 26],
  ['decrease', 5],
  ['end', 5],
  ['cut', 10],
  ['withdrawal', 4],
  ['nothing', 50],
]
const temporary = 0.06
const terms = [30, 30, 60, 60, 90, 120] as const
const cutReasons = [
  'payments_late',
  'accounts_weak',
  'accounts_missing',
  'sector_outlook',
  'total_exposure',
] as const
const refusals = ['accounts_weak', 'accounts_missing', 'payments_late', 'country_outlook'] as const
const grants = ['accounts_strong', 'payments_good'] as const

/** Where a buyer stands under a policy. */
type Standing = { readonly applied: number; readonly granted: number }

type Turn = Standing & {
  readonly at: number
  readonly to: number
  /** How long the policy leaves before a cut by the insurer takes effect. */
  readonly graceDays: number
}

/**
 * How a buyer came to its limit under a policy, oldest first: at least one application, and at most one
 * that is pending.
 * @param graceDays how long the policy leaves before a cut by the insurer takes effect
 */
export function inventSteps(random: Random, { from, to }: Span, graceDays: number): InventedStep[] {
  const steps: InventedStep[] = []
  let standing: Standing = { applied: 0, granted: 0 }
  // Most limits are older than half of that time; some began yesterday.
  let at = workingHour(random, from + random.unit() ** 2 * (twoYears - day))
  while (at <= to) {
    const turn = { ...standing, at, to, graceDays }
    const step = steps.length === 0 ? apply(random, turn, inventAmount(random)) : next(random, turn)
    if (step !== null) {
      steps.push(step)
      if (step.decision === null) return steps
      const asked = step.kind === 'application' ? step.application.amount : 0
      standing = { applied: asked || standing.applied, granted: step.decision.granted }
    }
    at = workingHour(random, at + random.whole(80, 320) * day)
  }
  return steps
}

/** What comes after the first application; null where nothing does. */
function next(random: Random, turn: Turn): InventedStep | null {
  const { granted, applied } = turn
  if (granted === 0) return random.chance(0.35) ? apply(random, turn, applied) : null
  const kind = random.weighted(turns)
  switch (kind) {
    case 'increase':
      return apply(random, turn, rounded(applied * (1.2 + random.unit())))
    case 'decrease':
      return giveUp(turn, rounded(granted * 0.5))
    case 'end':
      return giveUp(turn, 0)
    case 'cut':
      return reduce(random, turn, rounded(granted * (0.2 + 0.6 * random.unit())))
    case 'withdrawal':
      return reduce(random, turn, 0)
    case 'nothing':
      return null
    default:
      return assertNever(kind)
  }
}

/** An application, decided within days, or rarely weeks; later than `to` it is pending. */
function apply(random: Random, { at, to, granted: before }: Turn, amount: number): InventedStep {
  const endsAt = random.chance(temporary) ? at + random.whole(60, 200) * day : null
  const application = { at, amount, paymentTermsDays: random.pick(terms), endsAt }
  const asked = before === 0 ? 'new' : 'increase'
  const decidedAt = at + random.unit() * (random.chance(hard) ? 40 : 6) * day
  if (decidedAt > to) return { kind: 'application', asked, application, decision: null }
  const outcome = random.weighted(outcomes)
  const share = outcome === 'full' ? 1 : outcome === 'zero' ? 0 : 0.2 + 0.7 * random.unit()
  const granted = outcome === 'part' ? Math.min(rounded(amount * share), amount) : amount * share
  const decision = {
    at: decidedAt,
    granted,
    effectiveAt: decidedAt,
    endsAt: granted === 0 ? null : endsAt,
    initiatedBy: 'customer',
    reason: outcome === 'full' ? random.pick(grants) : random.pick(refusals),
  } as const
  return { kind: 'application', asked, application, decision }
}

/** How many applications take weeks. */
const hard = 0.05

/** What a policyholder asks for to have less, which is granted at once. */
function giveUp({ at, granted }: Turn, amount: number): InventedStep | null {
  if (amount >= granted) return null
  const reason = 'policyholder_request'
  return {
    kind: 'application',
    asked: amount === 0 ? 'cancellation' : 'decrease',
    application: { at, amount, paymentTermsDays: 30, endsAt: null },
    decision: {
      at,
      granted: amount,
      effectiveAt: at,
      endsAt: null,
      initiatedBy: 'customer',
      reason,
    },
  }
}

function reduce(random: Random, { at, granted, graceDays }: Turn, to: number): InventedStep | null {
  if (to >= granted) return null
  // In an insolvency, at once.
  const isInsolvent = to === 0 && random.chance(0.5)
  const reason = isInsolvent ? 'insolvency' : random.pick(cutReasons)
  const effectiveAt = isInsolvent ? at : at + graceDays * day
  return {
    kind: 'reduction',
    decision: { at, granted: to, effectiveAt, endsAt: null, initiatedBy: 'insurer', reason },
  }
}

/** On the day of `at`, between eight and six o'clock. */
function workingHour(random: Random, at: number): number {
  return Math.floor(at / day) * day + 8 * hour + Math.floor(random.unit() * 10 * hour)
}
