/** What rows of a portfolio contradict among each other, or in what the database holds already. */
import type { NewApplication, NewDecision, NewRating } from '../../credit/new-facts.ts'
import { noDay } from '../../platform/db/credit-schema.ts'
import type { Db } from '../../platform/db/open.ts'
import type { RowFacts } from './facts.ts'
import type { RowProblem } from './rows.ts'

/** What is there already of the buyers of the file. */
export type KnownFacts = {
  readonly ratings: readonly Pick<NewRating, 'id' | 'buyer_id' | 'rated_at'>[]
  readonly applications: readonly (Pick<NewApplication, 'id' | 'policy_id' | 'buyer_id'> & {
    readonly isPending: boolean
  })[]
  readonly decisions: readonly Pick<
    NewDecision,
    'id' | 'policy_id' | 'buyer_id' | 'decided_at' | 'granted' | 'application_id'
  >[]
}

/** Values in one statement: a database takes only so many. */
const batch = 500

/** What the database holds of `buyerIds`. */
export async function knownFacts(db: Db, buyerIds: readonly string[]): Promise<KnownFacts> {
  const ratings: KnownFacts['ratings'][number][] = []
  const applications: KnownFacts['applications'][number][] = []
  const decisions: KnownFacts['decisions'][number][] = []
  for (let first = 0; first < buyerIds.length; first += batch) {
    const some = buyerIds.slice(first, first + batch)
    // oxlint-disable no-await-in-loop -- one transaction, one statement at a time
    ratings.push(
      ...(await db
        .selectFrom('buyer_ratings')
        .select(['id', 'buyer_id', 'rated_at'])
        .where('buyer_id', 'in', some)
        .execute()),
    )
    const applied = await db
      .selectFrom('applications')
      .select(['id', 'policy_id', 'buyer_id', 'decided_on'])
      .where('buyer_id', 'in', some)
      .execute()
    applications.push(
      ...applied.map(({ decided_on, ...rest }) => ({ ...rest, isPending: decided_on === noDay })),
    )
    decisions.push(
      ...(await db
        .selectFrom('decisions')
        .select(['id', 'policy_id', 'buyer_id', 'decided_at', 'granted', 'application_id'])
        .where('buyer_id', 'in', some)
        .execute()),
    )
    // oxlint-enable no-await-in-loop
  }
  return { ratings, applications, decisions }
}

/** Each row that says otherwise than another one, or than what is there. */
export function contradictionsIn(rows: readonly RowFacts[], known: KnownFacts): RowProblem[] {
  return [...twoRatings(rows, known), ...twoDecisions(rows, known), ...twoPending(rows, known)]
}

function twoRatings(rows: readonly RowFacts[], known: KnownFacts): RowProblem[] {
  const firsts = new Map<string, string>()
  for (const one of known.ratings) firsts.set(ratingKey(one), one.id)
  return rows.flatMap(({ place, rating }) => {
    if (rating === null) return []
    const first = firstOf(firsts, ratingKey(rating), rating.id)
    if (first === rating.id) return []
    return [{ place, column: 'rating', reason: 'The buyer has another rating of the same day.' }]
  })
}

function twoDecisions(rows: readonly RowFacts[], known: KnownFacts): RowProblem[] {
  const firsts = new Map<string, string>()
  for (const one of known.decisions) firsts.set(decisionKey(one), one.id)
  return rows.flatMap(({ place, decision }) => {
    if (decision === null) return []
    const first = firstOf(firsts, decisionKey(decision), decision.id)
    if (first === decision.id) return []
    const reason = 'There is another decision of this buyer and policy on the same day.'
    return [{ place, column: 'decided_on', reason }]
  })
}

function twoPending(rows: readonly RowFacts[], known: KnownFacts): RowProblem[] {
  const decided = new Set(rows.map(({ decision }) => decision?.application_id))
  const firsts = new Map<string, string>()
  for (const one of known.applications) {
    if (one.isPending && !decided.has(one.id)) firsts.set(pairKey(one), one.id)
  }
  return rows.flatMap(({ place, application, decision }) => {
    if (application === null || decision !== null || decided.has(application.id)) return []
    const first = firstOf(firsts, pairKey(application), application.id)
    if (first === application.id) return []
    const reason = 'Another application of this buyer and policy is pending.'
    return [{ place, column: 'granted', reason }]
  })
}

/** The id that came first under `key`; `id` where none did. */
function firstOf(firsts: Map<string, string>, key: string, id: string): string {
  const first = firsts.get(key) ?? id
  firsts.set(key, first)
  return first
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

function ratingKey({ buyer_id, rated_at }: Pick<NewRating, 'buyer_id' | 'rated_at'>): string {
  return `${buyer_id} ${isoDay(rated_at)}`
}

/** Of a buyer and a policy. */
export function pairKey(of: { readonly policy_id: string; readonly buyer_id: string }): string {
  return JSON.stringify([of.policy_id, of.buyer_id])
}

function decisionKey(of: Pick<NewDecision, 'policy_id' | 'buyer_id' | 'decided_at'>): string {
  return `${pairKey(of)} ${isoDay(of.decided_at)}`
}
