/**
 * What the decisions on a buyer under a policy amount to, day by day: which is the latest, which is in
 * force, what is cut. All of it follows from the decisions alone, in whatever order they were written.
 */
import type { Selectable } from 'kysely'
import { addDays } from '../../shared/credit/days.ts'
import { noDay, type DecisionTable } from '../platform/db/credit-schema.ts'

export type Decision = Selectable<DecisionTable>

/** From and until are days within it; `noDay` is an end that nobody knows. */
type Span = { readonly from: string; readonly until: string }
export type DecisionSpan = Span & { readonly decision: Decision }

/** A fall of what is in force, on the first day of the lesser limit. */
export type Cut = {
  readonly on: string
  readonly by: 'insurer' | 'customer' | 'end'
  readonly amount: bigint
  readonly currency: string
  /** Which decision takes effect, or which temporary limit has ended. */
  readonly decision: Decision
}

/** By the time of the decision, the newest last; of two at one time, by id. */
export function inOrder(decisions: readonly Decision[]): readonly Decision[] {
  if (decisions.length < 2) return decisions
  return decisions.toSorted(
    (one, other) => one.decided_at - other.decided_at || (one.id < other.id ? -1 : 1),
  )
}

/** The days on which each decision is the latest, whenever it takes effect. */
export function latestSpans(decisions: readonly Decision[]): readonly DecisionSpan[] {
  const ordered = inOrder(decisions)
  return ordered.flatMap((decision, index) => {
    const next = ordered[index + 1]
    const until = next === undefined ? noDay : addDays(next.decided_on, -1)
    return until < decision.decided_on ? [] : [{ from: decision.decided_on, until, decision }]
  })
}

/**
 * The days on which each decision stands: of those that have taken effect, the newest. What overtakes a
 * decision before its day leaves it none.
 */
function standingSpans(decisions: readonly Decision[]): readonly DecisionSpan[] {
  const spans: DecisionSpan[] = []
  let until = noDay
  for (const decision of inOrder(decisions).toReversed()) {
    if (decision.effective_on > until) continue
    spans.unshift({ from: decision.effective_on, until, decision })
    until = addDays(decision.effective_on, -1)
  }
  return spans
}

const endOf = ({ ends_on }: Decision) => ends_on ?? noDay

const grantedOn = (decision: Decision, day: string) =>
  endOf(decision) < day ? 0n : BigInt(decision.granted)

/** The days on which something is in force, and by which decision; a temporary limit until its end. */
export function inForceSpans(decisions: readonly Decision[]): readonly DecisionSpan[] {
  return standingSpans(decisions).flatMap((span) => {
    const end = endOf(span.decision)
    const until = end < span.until ? end : span.until
    return span.decision.granted === 0 || until < span.from ? [] : [{ ...span, until }]
  })
}

/**
 * Each fall of what is in force, the earliest first: by a decision of the insurer or on the customer's
 * wish, or because a temporary limit ends. Amounts of two currencies are not compared: there, only the
 * end of all cover is a fall.
 */
export function cutsOf(decisions: readonly Decision[]): readonly Cut[] {
  const spans = standingSpans(decisions)
  return spans.flatMap((span, index) => {
    const end = endOf(span.decision)
    const next = spans[index + 1]
    if (span.decision.granted === 0 || end < span.from) return []
    if (end < span.until && end !== noDay) return [endOfTemporary(span.decision)]
    return next === undefined ? [] : cutBetween(span.decision, next)
  })
}

function endOfTemporary(decision: Decision): Cut {
  return {
    on: addDays(endOf(decision), 1),
    by: 'end',
    amount: BigInt(decision.granted),
    currency: decision.currency,
    decision,
  }
}

function cutBetween(former: Decision, { from: on, decision: next }: DecisionSpan): Cut[] {
  const { currency } = former
  const old = BigInt(former.granted)
  const left = grantedOn(next, on)
  const comparable = left === 0n || next.currency === currency
  if (!comparable || left >= old) return []
  const amount = old - left
  // The former limit's last day has passed by itself.
  if (endOf(former) < on) return [{ on, by: 'end', amount, currency, decision: former }]
  const by = next.initiated_by === 'insurer' ? 'insurer' : 'customer'
  return [{ on, by, amount, currency, decision: next }]
}

/**
 * What the insurer has announced by the end of `day` and cuts after it, as far as is known then: what
 * `cutsOf` will tell if nothing else is decided.
 */
export function announcedCuts(decisions: readonly Decision[], day: string): readonly Cut[] {
  const known = decisions.filter(({ decided_on }) => decided_on <= day)
  const isAnnounced = known.some(
    ({ initiated_by, effective_on }) => initiated_by === 'insurer' && effective_on > day,
  )
  if (!isAnnounced) return []
  return cutsOf(known).filter(({ on, by }) => by === 'insurer' && on > day)
}

/** Every day on which what is announced may become another; none where nothing ever is. */
export function daysOfAnnouncements(decisions: readonly Decision[]): readonly string[] {
  const isAhead = decisions.some(
    ({ initiated_by, decided_on, effective_on }) =>
      initiated_by === 'insurer' && decided_on < effective_on,
  )
  if (!isAhead) return []
  const days = decisions.flatMap(({ decided_on, effective_on }) => [decided_on, effective_on])
  return [...new Set(days)].toSorted()
}
