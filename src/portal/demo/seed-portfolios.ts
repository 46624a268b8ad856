/**
 * The demonstration's buyers in the database: written once, then brought along with today. What people did
 * with them stays.
 */
import { hour } from '../platform/clock.ts'
import { recordFacts, recordInBulk } from '../credit/facts.ts'
import type { Facts } from '../credit/new-facts.ts'
import { readRatesFile } from '../credit/import-rates.ts'
import type { Context } from '../identity/context.ts'
import type { Db } from '../platform/db/open.ts'
import { inventBuyers, inventPortfolio } from './generator/portfolio.ts'
import { presentRates, publishedRates } from './rates.ts'
import {
  guideBuyer,
  guideFacts,
  inventedPlans,
  lastTold,
  toldAgain,
  toldFacts,
} from './portfolios.ts'

/** Adds what is missing of the small portfolios, and of the large one its first buyers. */
export async function seedPortfolios(db: Db, context: Context): Promise<void> {
  const now = context.now()
  await addRates(db, now)
  const created = await createdAt(db)
  if (created === null) {
    await recordInBulk(db, context, allFacts(now))
    return
  }
  await tellAgain(db, context)
  for (const plan of inventedPlans(created, now)) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await goOn(db, context, created, inventBuyers(plan, 0, plan.buyers))
  }
}

/** On another day than the last time, what alerts tell has happened as lately as they say. */
async function tellAgain(db: Db, context: Context): Promise<void> {
  const now = context.now()
  const known = await factsOfTold(db)
  const isTold = known.some(
    ({ id, at }) => id.startsWith(`${lastTold.pair}.`) && toldOn(at) === isoDay(now),
  )
  if (isTold) return
  const touched = new Set(
    known.filter(({ id, pair }) => !id.startsWith(`${pair}.`)).map(({ pair }) => pair),
  )
  const facts = toldAgain(now, (pair) => !touched.has(pair))
  await recordFacts(db, context, await unknownOf(db, facts))
}

const toldOn = (at: number) => isoDay(at + lastTold.hoursAgo * hour)

/** What was applied for and decided of the buyers that alerts are of. */
async function factsOfTold(db: Db) {
  const buyers = db.selectFrom('alerts').select('buyer_id').where('buyer_id', 'is not', null)
  const [applications, decisions] = [
    await db
      .selectFrom('applications')
      .select(['id', 'buyer_id', 'policy_id', 'applied_at as at'])
      .where('buyer_id', 'in', buyers)
      .execute(),
    await db
      .selectFrom('decisions')
      .select(['id', 'buyer_id', 'policy_id', 'decided_at as at'])
      .where('buyer_id', 'in', buyers)
      .execute(),
  ]
  return [...applications, ...decisions].map(({ id, buyer_id, policy_id, at }) => {
    return { id, at, pair: `${buyer_id}.${policy_id}` }
  })
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

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
  const present = presentRates(now).map(({ currency, on, rate }) => {
    return { currency, rate_on: on, rate, source: 'demo' }
  })
  await db
    .insertInto('currency_rates')
    .values([...readRatesFile(publishedRates), ...present])
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
  await recordFacts(db, context, await unknownOf(db, later))
}

/** Those of `facts` that are not there. */
async function unknownOf(db: Db, facts: Facts): Promise<Facts> {
  const { ratings = [], applications = [], decisions = [] } = facts
  const ids = [...ratings, ...applications, ...decisions].map(({ id }) => id)
  const there = ids.length === 0 ? new Set<string>() : await knownIds(db, ids)
  const isNew = ({ id }: { readonly id: string }) => !there.has(id)
  return {
    ratings: ratings.filter(isNew),
    applications: applications.filter(isNew),
    decisions: decisions.filter(isNew),
  }
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
