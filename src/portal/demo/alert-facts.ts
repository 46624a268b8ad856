/**
 * What must have happened to a buyer for its alerts to be true: who sees « Limite réduite » finds that
 * limit, its course and its rating.
 */
import type {
  Facts,
  NewApplication,
  NewBuyer,
  NewDecision,
  NewRating,
} from '../credit/new-facts.ts'
import { day, hour } from '../platform/clock.ts'
import type { DemoAlert } from './alerts.ts'
import { registrationNumber, townIn, type Market } from './generator/names.ts'
import { randomOf, type Random } from './generator/random.ts'

/** Smallest units of the euro, in which all alerts are. */
const cent = 100

/** When the demonstration tells what happened to its buyers; again on another day, when alerts have moved. */
export type Telling = {
  readonly now: number
  /** Null the first time; else the day, for facts of their own. */
  readonly again: string | null
}

/** Days before an alert since when the limit had been what it was; fewer where something came before. */
const settled = 300
const sinceAnother = 4

type Written = {
  readonly telling: Telling
  readonly buyers: NewBuyer[]
  readonly ratings: NewRating[]
  readonly applications: NewApplication[]
  readonly decisions: NewDecision[]
}

/**
 * The facts of the buyers of `alerts`, each of which is told once, whoever sees it.
 * @param marketOf the country that a policy's buyers are in
 */
export function factsOfAlerts(
  alerts: readonly DemoAlert[],
  marketOf: (policyId: string) => Market,
  telling: Telling,
): Required<Facts> {
  const written: Written = { telling, buyers: [], ratings: [], applications: [], decisions: [] }
  for (const [pair, ofPair] of Map.groupBy(alerts, pairOf)) {
    const oldestFirst = distinct(ofPair).toSorted((one, other) => other.hoursAgo - one.hoursAgo)
    const [first] = oldestFirst
    if (first === undefined) continue
    const random = randomOf(pair)
    const market = marketOf(first.policyId)
    written.buyers.push({
      id: first.buyerId,
      name: first.buyer,
      country: market,
      town: townIn(random, market),
      registration_number: registrationNumber(random, market),
      trade: null,
    })
    writeCourse(written, oldestFirst, random)
  }
  const { telling: _told, ...facts } = written
  return facts
}

/** What the ids of the facts begin with. */
export function pairOf({ buyerId, policyId }: DemoAlert): string {
  return `${buyerId}.${policyId}`
}

/** Several people see the alerts of one policy. */
function distinct(alerts: readonly DemoAlert[]): DemoAlert[] {
  return [...new Map(alerts.map((alert) => [alert.hoursAgo, alert])).values()]
}

/** As far as a rating moves when it is told, and where it moves from. */
const step = 12

function writeCourse(written: Written, alerts: readonly DemoAlert[], random: Random): void {
  const { now, again } = written.telling
  const first = again === null ? settled : sinceAnother
  let rating = random.whole(28, 62)
  let before: number | null = null
  for (const [place, alert] of alerts.entries()) {
    const at = now - alert.hoursAgo * hour
    const since = at - (before === null ? first : sinceAnother) * day
    if (before === null) writeRating(written, alert, since, rating)
    if (alert.limits === null) {
      rating += alert.kind === 'rating_worse' ? step : -step
      writeRating(written, alert, at, rating)
      if (before === null) writeGrant(written, alert, { place, at: since, amount: usualLimit })
    } else {
      const from = Number(alert.limits.from) * cent
      if (from > 0) writeGrant(written, alert, { place, at: since, amount: from })
      writeChange(written, alert, { place, at, from, to: Number(alert.limits.to) * cent })
    }
    before = at
  }
}

/** Of a buyer of whom only a rating is told. */
const usualLimit = 60_000 * cent

function writeRating(
  { ratings, telling }: Written,
  alert: DemoAlert,
  at: number,
  rating: number,
): void {
  const id = `${alert.buyerId}.r${ratings.length}${telling.again ?? ''}`
  ratings.push({ id, buyer_id: alert.buyerId, rating, rated_at: at })
}

type Grant = { readonly place: number; readonly at: number; readonly amount: number }

/** An application that was granted as it stood, two days later. */
function writeGrant(written: Written, alert: DemoAlert, { place, at, amount }: Grant): void {
  const id = `${pairOf(alert)}.${place}g${written.telling.again ?? ''}`
  written.applications.push({
    ...applicationOf(alert, 'new', amount),
    id,
    applied_at: at - 2 * day,
  })
  written.decisions.push({
    ...decisionOf(alert, at),
    id,
    application_id: id,
    initiated_by: 'customer',
    applied: amount,
    granted: amount,
    effective_on: isoDay(at),
    reason: 'accounts_strong',
  })
}

type Change = {
  readonly place: number
  readonly at: number
  readonly from: number
  readonly to: number
}

function writeChange(written: Written, alert: DemoAlert, { place, at, from, to }: Change): void {
  const id = `${pairOf(alert)}.${place}c${written.telling.again ?? ''}`
  const decision = {
    ...decisionOf(alert, at),
    id,
    granted: to,
    effective_on: isoDay(at + alert.daysToEffect * day),
    reason: alert.reason,
  }
  if (alert.kind !== 'limit_granted' && alert.reason !== 'policyholder_request') {
    const byInsurer = { application_id: null, initiated_by: 'insurer', applied: from }
    written.decisions.push({ ...decision, ...byInsurer })
    return
  }
  const kind = to === 0 ? 'cancellation' : from === 0 ? 'new' : 'increase'
  written.applications.push({ ...applicationOf(alert, kind, to), id, applied_at: at - 2 * day })
  written.decisions.push({
    ...decision,
    application_id: id,
    initiated_by: 'customer',
    applied: to,
  })
}

function applicationOf({ policyId, buyerId }: DemoAlert, kind: string, amount: number) {
  return {
    policy_id: policyId,
    buyer_id: buyerId,
    kind,
    amount,
    currency: 'EUR',
    payment_terms_days: 60,
    starts_on: null,
    ends_on: null,
    user_id: null,
  }
}

function decisionOf({ policyId, buyerId }: DemoAlert, at: number) {
  return {
    policy_id: policyId,
    buyer_id: buyerId,
    currency: 'EUR',
    decided_at: at,
    ends_on: null,
    payment_terms_days: 60,
    conditions: null,
  }
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
