/**
 * What one buyer under one policy adds to every figure, and on which day: a sum of all that is added up to
 * a day is the figure on that day. It follows from the facts alone, in whatever order they were written.
 */
import type { Selectable } from 'kysely'
import { addDays, dayOf } from '../../shared/credit/days.ts'
import {
  noDay,
  type ApplicationTable,
  type BuyerRatingTable,
  type FigureColumns,
} from '../platform/db/credit-schema.ts'
import {
  announcedCuts,
  cutsOf,
  daysOfAnnouncements,
  inForceSpans,
  latestSpans,
  type Decision,
} from './timeline.ts'

export type Application = Selectable<ApplicationTable>
export type Rating = Selectable<BuyerRatingTable>

export type PairFacts = {
  readonly applications: readonly Application[]
  readonly decisions: readonly Decision[]
}

export type FigureColumn = keyof FigureColumns
/** What is added to a figure of a currency on a day. */
export type Add = (currency: string, day: string, column: FigureColumn, amount: bigint) => void

type RatingSpan = { readonly from: string; readonly until: string; readonly rating: number }

/** The days on which each rating holds; of several of one day, the last. */
export function ratingSpans(ratings: readonly Rating[]): readonly RatingSpan[] {
  const ordered = ratings.toSorted(
    (one, other) => one.rated_at - other.rated_at || (one.id < other.id ? -1 : 1),
  )
  return ordered.flatMap(({ rating, rated_on: from }, index) => {
    const next = ordered[index + 1]
    const until = next === undefined ? noDay : addDays(next.rated_on, -1)
    return until < from ? [] : [{ from, until, rating }]
  })
}

/** The rating known at the end of `day`; null for a buyer that was not rated then. */
export function ratingOn(ratings: readonly Rating[], day: string): number | null {
  const span = ratingSpans(ratings).find(({ from, until }) => from <= day && day <= until)
  return span?.rating ?? null
}

/** Whether a decision ends cover for good: it then counts among neither applications nor decisions. */
export function isCancelled({ initiated_by, applied, granted }: Decision): boolean {
  return granted === 0 && (initiated_by === 'insurer' || applied === 0)
}

/** The day of the first decision of an application, or `noDay`. */
export function decidedDayOf({ id }: Pick<Application, 'id'>, decisions: readonly Decision[]) {
  return decisions.reduce(
    (first, { application_id, decided_on }) =>
      application_id === id && decided_on < first ? decided_on : first,
    noDay,
  )
}

/** Adds all that the pair adds, with the ratings of its buyer. */
export function addPair(facts: PairFacts, ratings: readonly Rating[], add: Add): void {
  addPending(facts, add)
  addLatest(facts.decisions, add)
  addDecided(facts.decisions, add)
  addInForce(facts.decisions, ratings, add)
  addCuts(facts.decisions, add)
  addAnnounced(facts.decisions, add)
}

/** Adds `amount` on the days of a span. */
function addSpan(
  add: Add,
  currency: string,
  { from, until }: { readonly from: string; readonly until: string },
  column: FigureColumn,
  amount: bigint,
): void {
  if (amount === 0n || until < from) return
  add(currency, from, column, amount)
  if (until !== noDay) add(currency, addDays(until, 1), column, -amount)
}

function addPending({ applications, decisions }: PairFacts, add: Add): void {
  for (const application of applications) {
    const decided = decidedDayOf(application, decisions)
    const until = decided === noDay ? noDay : addDays(decided, -1)
    const span = { from: application.applied_on, until }
    addSpan(add, application.currency, span, 'pending', BigInt(application.amount))
    addSpan(add, application.currency, span, 'pending_applications', 1n)
  }
}

function addLatest(decisions: readonly Decision[], add: Add): void {
  for (const { from, until, decision } of latestSpans(decisions)) {
    const { currency } = decision
    const applied = BigInt(decision.applied)
    addSpan(add, currency, { from, until }, 'applied', applied)
    addSpan(add, currency, { from, until }, 'accepted', acceptedOf(decision))
    const end = decision.ends_on ?? noDay
    const counted = { from, until: end < until ? end : until }
    if (!isCancelled(decision)) addSpan(add, currency, counted, 'decisions', 1n)
  }
}

/** What was granted, as far as it was applied for. */
export function acceptedOf({ applied, granted }: Decision): bigint {
  return BigInt(Math.min(applied, granted))
}

function addDecided(decisions: readonly Decision[], add: Add): void {
  for (const decision of decisions) {
    const applied = BigInt(decision.applied)
    const accepted = acceptedOf(decision)
    const on = (column: FigureColumn, amount: bigint) =>
      add(decision.currency, decision.decided_on, column, amount)
    if (decision.granted === 0) on('decided_zero', applied)
    else if (decision.granted >= decision.applied) on('decided_full', applied)
    else {
      on('decided_not_covered', applied - accepted)
      on('decided_covered', accepted)
    }
  }
}

function addInForce(decisions: readonly Decision[], ratings: readonly Rating[], add: Add): void {
  const rated = ratingSpans(ratings)
  for (const { from, until, decision } of inForceSpans(decisions)) {
    const { currency } = decision
    const granted = BigInt(decision.granted)
    addSpan(add, currency, { from, until }, 'cld', granted)
    for (const span of rated) {
      const both = {
        from: span.from > from ? span.from : from,
        until: span.until < until ? span.until : until,
      }
      addSpan(add, currency, both, 'rated_cld', granted)
      addSpan(add, currency, both, 'weighted_cld', granted * BigInt(span.rating))
    }
  }
}

const cutColumns = {
  insurer: 'deductions',
  customer: 'customer_cuts',
  end: 'ended_temporary',
} as const

function addCuts(decisions: readonly Decision[], add: Add): void {
  for (const { on, by, amount, currency } of cutsOf(decisions)) {
    add(currency, on, cutColumns[by], amount)
  }
}

function addAnnounced(decisions: readonly Decision[], add: Add): void {
  const days = daysOfAnnouncements(decisions)
  for (const [index, day] of days.entries()) {
    const next = days[index + 1]
    const span = { from: day, until: next === undefined ? noDay : addDays(next, -1) }
    for (const { currency, amount } of announcedCuts(decisions, day)) {
      addSpan(add, currency, span, 'future_deductions', amount)
    }
  }
}

/** The latest time of a fact on each day that there is one on. */
export function factTimes(
  { applications, decisions }: PairFacts,
  ratings: readonly Rating[],
): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  const note = (time: number) => times.set(dayOf(time), Math.max(time, times.get(dayOf(time)) ?? 0))
  for (const { applied_at } of applications) note(applied_at)
  for (const { decided_at } of decisions) note(decided_at)
  for (const { rated_at } of ratings) note(rated_at)
  return times
}
