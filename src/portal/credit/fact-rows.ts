/** The rows of buyers and their facts: from what is given to what is kept. */
import { sql } from 'kysely'
import { dayOf } from '../../shared/credit/days.ts'
import { compactNumber } from '../../shared/credit/plain-number.ts'
import { nameKeyOf, searchTextOf } from '../../shared/credit/search-text.ts'
import { noDay } from '../platform/db/credit-schema.ts'
import { prepareInsert } from '../platform/db/insert-many.ts'
import type { Db } from '../platform/db/open.ts'
import type { Buyer, BuyerFacts } from './buyer-facts.ts'
import type { Facts, NewApplication, NewBuyer, NewDecision, NewRating } from './new-facts.ts'
import { decidedDayOf, type Application, type Rating } from './pair-sums.ts'
import type { Decision } from './timeline.ts'

export type NewRows = {
  readonly ratings: readonly Rating[]
  readonly applications: readonly Application[]
  readonly decisions: readonly Decision[]
  /** Applications that were there, and are decided on another day now. */
  readonly redated: readonly Application[]
}

/** A buyer as it is kept, with the keys that it is found and ordered by. */
export function buyerRowOf(buyer: NewBuyer, now: number): Buyer {
  const { id, name, registration_number: registrationNumber } = buyer
  return {
    id,
    name,
    name_key: nameKeyOf(name),
    search_text: searchTextOf({ id, name, registrationNumber }),
    country: buyer.country,
    town: buyer.town,
    registration_number: registrationNumber,
    registration_key: registrationNumber === null ? null : compactNumber(registrationNumber),
    trade: buyer.trade,
    created_at: now,
  }
}

/** What the buyers' facts are with those that are given, and the rows that these are. */
export function merge(
  before: ReadonlyMap<string, BuyerFacts>,
  facts: Facts,
): { readonly after: ReadonlyMap<string, BuyerFacts>; readonly rows: NewRows } {
  const decisions = (facts.decisions ?? []).map(decisionRowOf)
  const ratings = (facts.ratings ?? []).map(ratingRowOf)
  const applications = (facts.applications ?? []).map(applicationRowOf)
  const given = {
    ratings: Map.groupBy(ratings, ({ buyer_id }) => buyer_id),
    applications: Map.groupBy(applications, ({ buyer_id }) => buyer_id),
    decisions: Map.groupBy(decisions, ({ buyer_id }) => buyer_id),
  }
  const after = new Map(
    Array.from(before, ([id, of]): [string, BuyerFacts] => {
      const all = [...of.decisions, ...(given.decisions.get(id) ?? [])]
      const dated = [...of.applications, ...(given.applications.get(id) ?? [])].map((one) =>
        withDecidedDay(one, all),
      )
      const rated = [...of.ratings, ...(given.ratings.get(id) ?? [])]
      return [id, { buyer: of.buyer, ratings: rated, applications: dated, decisions: all }]
    }),
  )
  const added = new Set(applications.map(({ id }) => id))
  const dated = [...after.values()].flatMap((of) => of.applications)
  const former = new Map(
    [...before.values()].flatMap((of) => of.applications).map((one) => [one.id, one]),
  )
  const rows = {
    ratings,
    applications: dated.filter(({ id }) => added.has(id)),
    decisions,
    redated: dated.filter((one) => {
      const known = former.get(one.id)
      return known !== undefined && known.decided_on !== one.decided_on
    }),
  }
  return { after, rows }
}

function withDecidedDay(application: Application, decisions: readonly Decision[]): Application {
  const ofPair = decisions.filter(({ policy_id }) => policy_id === application.policy_id)
  const decided_on = decidedDayOf(application, ofPair)
  return decided_on === application.decided_on ? application : { ...application, decided_on }
}

function decisionRowOf(decision: NewDecision): Decision {
  return {
    id: decision.id,
    policy_id: decision.policy_id,
    buyer_id: decision.buyer_id,
    application_id: decision.application_id ?? null,
    initiated_by: decision.initiated_by,
    applied: exact(decision.applied),
    granted: exact(decision.granted),
    currency: decision.currency,
    decided_at: decision.decided_at,
    decided_on: dayOf(decision.decided_at),
    effective_on: decision.effective_on,
    ends_on: decision.ends_on ?? null,
    payment_terms_days: decision.payment_terms_days ?? null,
    reason: decision.reason ?? null,
    conditions: decision.conditions ?? null,
  }
}

function applicationRowOf(application: NewApplication): Application {
  return {
    id: application.id,
    policy_id: application.policy_id,
    buyer_id: application.buyer_id,
    kind: application.kind,
    amount: exact(application.amount),
    currency: application.currency,
    payment_terms_days: application.payment_terms_days,
    starts_on: application.starts_on ?? null,
    ends_on: application.ends_on ?? null,
    applied_at: application.applied_at,
    applied_on: dayOf(application.applied_at),
    decided_on: noDay,
    user_id: application.user_id ?? null,
  }
}

function ratingRowOf({ id, buyer_id, rating, rated_at }: NewRating): Rating {
  if (!Number.isInteger(rating) || rating < 1 || rating > 100) {
    throw new RangeError('A rating is a whole number from 1 to 100')
  }
  return { id, buyer_id, rating, rated_at, rated_on: dayOf(rated_at) }
}

/** @throws RangeError for what is no amount: below zero, or beyond what a number holds exactly */
function exact(amount: bigint | number): number {
  const number = Number(amount)
  if (Number.isSafeInteger(number) && number >= 0) return number
  throw new RangeError('An amount in minor units is a whole number from 0 to 2^53 - 1')
}

const addBuyers = prepareInsert<Buyer>(
  'buyers',
  [
    'id',
    'name',
    'name_key',
    'search_text',
    'country',
    'town',
    'registration_number',
    'registration_key',
    'trade',
    'created_at',
  ],
  sql`on conflict (id) do update set ${sql.join(
    [
      'name',
      'name_key',
      'search_text',
      'country',
      'town',
      'registration_number',
      'registration_key',
      'trade',
    ].map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
  )}`,
)

const addRatings = prepareInsert<Rating>('buyer_ratings', [
  'id',
  'buyer_id',
  'rating',
  'rated_at',
  'rated_on',
])

const addApplications = prepareInsert<Application>('applications', [
  'id',
  'policy_id',
  'buyer_id',
  'kind',
  'amount',
  'currency',
  'payment_terms_days',
  'starts_on',
  'ends_on',
  'applied_at',
  'applied_on',
  'decided_on',
  'user_id',
])

const addDecisions = prepareInsert<Decision>('decisions', [
  'id',
  'policy_id',
  'buyer_id',
  'application_id',
  'initiated_by',
  'applied',
  'granted',
  'currency',
  'decided_at',
  'decided_on',
  'effective_on',
  'ends_on',
  'payment_terms_days',
  'reason',
  'conditions',
])

/** Writes buyers; those that are there get the name, the place and the number that are given. */
export async function addBuyerRows(db: Db, buyers: readonly Buyer[]): Promise<void> {
  await addBuyers(db, buyers)
}

/** Writes the rows. @throws the database's error where a buyer or a policy is not there, or an id is taken */
export async function addFactRows(db: Db, rows: NewRows): Promise<void> {
  await addRatings(db, rows.ratings)
  await addApplications(db, rows.applications)
  await addDecisions(db, rows.decisions)
  for (const { id, decided_on } of rows.redated) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await db.updateTable('applications').set({ decided_on }).where('id', '=', id).execute()
  }
}
