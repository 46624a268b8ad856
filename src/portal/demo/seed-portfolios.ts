/**
 * The demonstration's buyers in the database: written once, then brought along with today. What people did
 * with them stays.
 */
import { recordFacts, recordInBulk, type Facts } from '../credit/facts.ts'
import type { Context } from '../identity/context.ts'
import type { Db } from '../platform/db/open.ts'
import { inventBuyers, inventPortfolio } from './generator/portfolio.ts'
import { presentRates } from './rates.ts'
import { guideBuyer, guideFacts, inventedPlans, toldFacts } from './portfolios.ts'

/** Adds what is missing of the small portfolios, and of the large one its first buyers. */
export async function seedPortfolios(db: Db, context: Context): Promise<void> {
  const now = context.now()
  await addRates(db, now)
  const created = await createdAt(db)
  if (created === null) {
    await recordInBulk(db, context, allFacts(now))
    return
  }
  for (const plan of inventedPlans(created, now)) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await goOn(db, context, created, inventBuyers(plan, 0, plan.buyers))
  }
}

function* allFacts(now: number): Generator<Facts> {
  yield guideFacts
  yield* toldFacts(now)
  for (const plan of inventedPlans(now, now)) yield* inventPortfolio(plan)
}

/** When the demonstration's buyers were written; null where they never were. */
export async function createdAt(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('buyers')
    .select('created_at')
    .where('id', '=', guideBuyer)
    .executeTakeFirst()
  return row?.created_at ?? null
}

async function addRates(db: Db, now: number): Promise<void> {
  const rows = presentRates(now).map(({ currency, on, rate }) => {
    return { currency, rate_on: on, rate, source: 'demo' }
  })
  await db
    .insertInto('currency_rates')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Writes what of `facts` came after the portfolio was `created`, as far as it is not there. */
export async function goOn(
  db: Db,
  context: Context,
  created: number,
  facts: Required<Facts>,
): Promise<void> {
  const later = {
    ratings: facts.ratings.filter(({ rated_at }) => rated_at > created),
    applications: facts.applications.filter(({ applied_at }) => applied_at > created),
    decisions: facts.decisions.filter(({ decided_at }) => decided_at > created),
  }
  const ids = [...later.ratings, ...later.applications, ...later.decisions].map(({ id }) => id)
  if (ids.length === 0) return
  const there = await knownIds(db, ids)
  const isNew = ({ id }: { readonly id: string }) => !there.has(id)
  await recordFacts(db, context, {
    ratings: later.ratings.filter(isNew),
    applications: later.applications.filter(isNew),
    decisions: later.decisions.filter(isNew),
  })
}

async function knownIds(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found: string[] = []
  for (const table of ['buyer_ratings', 'applications', 'decisions'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    const rows = await db.selectFrom(table).select('id').where('id', 'in', ids).execute()
    found.push(...rows.map(({ id }) => id))
  }
  return new Set(found)
}
