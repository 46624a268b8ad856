/** How a buyer stands under a policy on a day: what lists of limits and buyers read. */
import { hash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { addDays } from '../../shared/credit/days.ts'
import type { LimitStatus } from '../../shared/contract/credit/credit-limits.ts'
import { noDay, type BuyerTable, type PositionTable } from '../platform/db/credit-schema.ts'
import { decidedDayOf, isCancelled, type Application, type PairFacts } from './pair-sums.ts'
import { inForceSpans, inOrder, type Decision } from './timeline.ts'

export type Position = Selectable<PositionTable>

export type Pair = Pick<Position, 'policy_id' | 'buyer_id'>

/** Enough that no two pairs have the same. */
const idLength = 22

/** The id of the limit of a buyer under a policy: the same in every database. */
export function positionIdOf({ policy_id, buyer_id }: Pair): string {
  const text = JSON.stringify([policy_id, buyer_id])
  return hash('sha256', text, 'base64url').slice(0, idLength)
}

/** What has become of a decision by the end of `today`. */
export function statusOf(decision: Decision, today: string): LimitStatus {
  if (isCancelled(decision)) return 'cancelled'
  if (decision.granted === 0) return 'refused'
  if ((decision.ends_on ?? noDay) < today) return 'expired'
  if (decision.granted >= decision.applied) return 'accepted'
  return decision.initiated_by === 'insurer' ? 'reduced' : 'partly_accepted'
}

/**
 * The position of a pair on `today`; null where it has no facts.
 * @param buyer of the pair
 */
export function positionOf(
  pair: Pair,
  buyer: Pick<Selectable<BuyerTable>, 'name_key' | 'country'>,
  facts: PairFacts,
  today: string,
): Position | null {
  const latest = inOrder(facts.decisions).at(-1)
  const pending = byTime(
    facts.applications.filter((one) => decidedDayOf(one, facts.decisions) === noDay),
  )
  const first = pending.at(-1)
  const base = latest === undefined ? first && undecided(first) : decided(latest, facts, today)
  if (base === undefined) return null
  return {
    policy_id: pair.policy_id,
    buyer_id: pair.buyer_id,
    id: positionIdOf(pair),
    name_key: buyer.name_key,
    country: buyer.country,
    ...base,
    ...inForceOn(facts.decisions, today),
    pending_id: first?.id ?? null,
    pending_amount: first?.amount ?? null,
    pending_currency: first?.currency ?? null,
    pending_at: first?.applied_at ?? null,
    pending_count: pending.length,
    next_change_on: nextChange(facts.decisions, today),
  }
}

type OfDecision = Pick<
  Position,
  | 'decision_id'
  | 'status'
  | 'initiated_by'
  | 'applied'
  | 'granted'
  | 'currency'
  | 'applied_at'
  | 'decided_at'
  | 'effective_on'
  | 'ends_on'
  | 'payment_terms_days'
  | 'reason'
  | 'conditions'
>

function byTime(applications: readonly Application[]): readonly Application[] {
  return applications.toSorted(
    (one, other) => one.applied_at - other.applied_at || (one.id < other.id ? -1 : 1),
  )
}

function undecided(application: Application): OfDecision {
  return {
    decision_id: null,
    status: 'pending' satisfies LimitStatus,
    initiated_by: 'customer',
    applied: application.amount,
    granted: null,
    currency: application.currency,
    applied_at: application.applied_at,
    decided_at: null,
    effective_on: null,
    ends_on: application.ends_on,
    payment_terms_days: application.payment_terms_days,
    reason: null,
    conditions: null,
  }
}

function decided(decision: Decision, { applications }: PairFacts, today: string): OfDecision {
  const own = applications.find(({ id }) => id === decision.application_id)
  const before = byTime(applications.filter((one) => one.applied_at <= decision.decided_at))
  return {
    decision_id: decision.id,
    status: statusOf(decision, today),
    initiated_by: decision.initiated_by,
    applied: decision.applied,
    granted: decision.granted,
    currency: decision.currency,
    applied_at: (own ?? before.at(-1))?.applied_at ?? decision.decided_at,
    decided_at: decision.decided_at,
    effective_on: decision.effective_on,
    ends_on: decision.ends_on,
    payment_terms_days: decision.payment_terms_days,
    reason: decision.reason,
    conditions: decision.conditions,
  }
}

function inForceOn(
  decisions: readonly Decision[],
  today: string,
): Pick<Position, 'in_force' | 'in_force_currency' | 'in_force_until'> {
  const span = inForceSpans(decisions).find(({ from, until }) => from <= today && today <= until)
  if (span !== undefined) {
    const { granted, currency } = span.decision
    return { in_force: granted, in_force_currency: currency, in_force_until: span.until }
  }
  const granted = inOrder(decisions).findLast((decision) => decision.granted > 0)
  return {
    in_force: granted === undefined ? null : 0,
    in_force_currency: granted?.currency ?? null,
    in_force_until: noDay,
  }
}

function nextChange(decisions: readonly Decision[], today: string): string {
  const turns = inForceSpans(decisions).flatMap(({ from, until }) => [from, dayAfter(until)])
  const latest = inOrder(decisions).at(-1)
  const days = [...turns, dayAfter(latest?.ends_on ?? noDay)].filter((day) => day > today)
  return days.reduce((first, day) => (day < first ? day : first), noDay)
}

function dayAfter(day: string): string {
  return day === noDay ? noDay : addDays(day, 1)
}

/** All that a position consists of. */
export const positionColumns = [
  'policy_id',
  'buyer_id',
  'id',
  'name_key',
  'country',
  'decision_id',
  'status',
  'initiated_by',
  'applied',
  'granted',
  'currency',
  'applied_at',
  'decided_at',
  'effective_on',
  'ends_on',
  'payment_terms_days',
  'reason',
  'conditions',
  'in_force',
  'in_force_currency',
  'pending_id',
  'pending_amount',
  'pending_currency',
  'pending_at',
  'pending_count',
  'in_force_until',
  'next_change_on',
] as const satisfies readonly (keyof Position)[]

/** Whether two are the same row. */
export function isSamePosition(one: Position | null, other: Position | null): boolean {
  if (one === null || other === null) return one === other
  return positionColumns.every((column) => one[column] === other[column])
}
