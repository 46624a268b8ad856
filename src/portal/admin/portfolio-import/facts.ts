/** The facts that the rows of a portfolio tell, as the ledger takes them, and what contradicts them. */
import { minorUnitsOf } from '../../../shared/credit/minor-units.ts'
import { isolate } from '../../../shared/rules/isolate.ts'
import type { NewApplication, NewDecision, NewRating } from '../../credit/new-facts.ts'
import { hour } from '../../platform/clock.ts'
import { importId } from './buyers.ts'
import type { ColumnKey } from './columns.ts'
import type { PortfolioRow, RowProblem } from './rows.ts'

export type KnownPolicy = {
  readonly id: string
  readonly currency: string
  readonly maximum_terms_days: number
}

/** What a row tells, with where it stands. */
export type RowFacts = {
  readonly place: number
  readonly rating: NewRating | null
  readonly application: NewApplication | null
  readonly decision: NewDecision | null
}

type Context = {
  readonly policies: ReadonlyMap<string, KnownPolicy>
  readonly idOf: ReadonlyMap<number, string>
  readonly now: number
}

/** More than any limit that was ever granted, and less than a whole number can hold in any currency. */
const greatestAmount = 999_999_999_999

/** What `row` tells, or what is wrong with it by itself. */
export function factsOf(row: PortfolioRow, context: Context): RowFacts | RowProblem[] {
  const problems: RowProblem[] = []
  const refuse: Refuse = (column, reason) => {
    problems.push({ place: row.place, column, reason })
  }
  const policy = context.policies.get(row.policyId)
  const buyerId = context.idOf.get(row.place)
  checkDays(row, context.now, refuse)
  if (policy === undefined) refuse('policy', `There is no policy ${isolate(row.policyId)}.`)
  if (policy === undefined || buyerId === undefined) return problems
  const currency = row.currency ?? policy.currency
  const minor = (column: ColumnKey, amount: string): bigint => {
    if (Number(amount) > greatestAmount)
      refuse(column, `${amount} is more than anybody ever granted.`)
    const units = minorUnitsOf({ amount, currency })
    if (units === null) refuse(column, `${amount} has more decimals than ${currency} has.`)
    return units ?? 0n
  }
  const applied = minor('applied', row.applied)
  const granted = row.granted === null ? null : minor('granted', row.granted)
  if (granted === null && row.initiatedBy === 'insurer') {
    refuse('granted', 'It is empty, though the insurer decided.')
  }
  if (problems.length > 0) return problems
  const pair = { policy_id: policy.id, buyer_id: buyerId, currency }
  const terms = row.paymentTermsDays ?? policy.maximum_terms_days
  const application = applicationOf(row, { ...pair, applied, terms }, context.now)
  const decision =
    granted === null
      ? null
      : decisionOf(row, { ...pair, applied, granted, application, terms }, context.now)
  return { place: row.place, rating: ratingOf(row, buyerId, context.now), application, decision }
}

type Refuse = (column: ColumnKey, reason: string) => void

function checkDays(row: PortfolioRow, now: number, refuse: Refuse): void {
  const today = new Date(now).toISOString().slice(0, 10)
  const past = [
    ['applied_on', row.appliedOn],
    ['decided_on', row.decidedOn],
    ['rated_on', row.ratedOn],
  ] as const
  for (const [column, day] of past) {
    if (day !== null && day > today) refuse(column, `${day} is still to come.`)
  }
  const { appliedOn, decidedOn } = row
  const effectiveOn = row.effectiveOn ?? decidedOn
  const cutOn = row.initiatedBy === 'insurer' ? decidedOn : null
  const order = [
    ['decided_on', appliedOn, decidedOn, 'was decided before it was applied for'],
    // What a customer applied for may count from before the decision; what is taken away may not.
    ['effective_on', cutOn, effectiveOn, 'takes effect before it was decided'],
    ['ends_on', effectiveOn ?? appliedOn, row.endsOn, 'ends before it begins'],
  ] as const
  for (const [column, before, after, what] of order) {
    if (before !== null && after !== null && after < before) {
      refuse(column, `It ${what} (${after}, ${before}).`)
    }
  }
}

type Of = {
  readonly policy_id: string
  readonly buyer_id: string
  readonly currency: string
  readonly applied: bigint
  readonly terms: number
}

/** Null for what the insurer decided alone. */
function applicationOf(row: PortfolioRow, of: Of, now: number): NewApplication | null {
  if (row.initiatedBy === 'insurer') return null
  const { applied, terms, ...pair } = of
  return {
    ...pair,
    id: importId('a', pair.policy_id, pair.buyer_id, row.appliedOn, String(applied), pair.currency),
    // Told by what came before, once all rows are read.
    kind: 'new',
    amount: applied,
    payment_terms_days: terms,
    starts_on: null,
    ends_on: row.endsOn,
    applied_at: timeOn(row.appliedOn, morning, now),
    user_id: null,
  }
}

/** When on a day it is said to have been: nobody knows, and it must be the same each time. */
const morning = 9 * hour
const noon = 12 * hour

function timeOn(day: string, time: number, now: number): number {
  return Math.min(Date.parse(day) + time, now)
}

type Decided = Of & { readonly granted: bigint; readonly application: NewApplication | null }

function decisionOf(row: PortfolioRow, of: Decided, now: number): NewDecision {
  const { applied, granted, application, terms, ...pair } = of
  const decidedOn = row.decidedOn ?? row.appliedOn
  const effectiveOn = row.effectiveOn ?? decidedOn
  const values = [decidedOn, effectiveOn, row.endsOn ?? '', String(applied), String(granted)]
  return {
    ...pair,
    id: importId('d', pair.policy_id, pair.buyer_id, ...values, pair.currency),
    application_id: application?.id ?? null,
    initiated_by: row.initiatedBy,
    applied,
    granted,
    decided_at: timeOn(decidedOn, noon, now),
    effective_on: effectiveOn,
    ends_on: row.endsOn,
    payment_terms_days: terms,
    reason: row.reason,
    conditions: row.conditions,
  }
}

function ratingOf(row: PortfolioRow, buyerId: string, now: number): NewRating | null {
  if (row.rating === null) return null
  const on = row.ratedOn ?? row.decidedOn ?? row.appliedOn
  const id = importId('r', buyerId, on, String(row.rating))
  return { id, buyer_id: buyerId, rating: row.rating, rated_at: timeOn(on, morning, now) }
}
