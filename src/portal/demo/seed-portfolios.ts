/**
 * The demonstration's buyers in the database: written once, then brought along with today. What people did
 * with them stays.
 */
import { recordInBulk } from '../credit/facts.ts'
import type { Context } from '../identity/context.ts'
import type { Db } from '../platform/db/open.ts'
import { presentRates } from './rates.ts'
import { guideBuyer, smallPortfolios } from './portfolios.ts'

/** Adds what is missing of the small portfolios. */
export async function seedPortfolios(db: Db, context: Context): Promise<void> {
  const now = context.now()
  await addRates(db, now)
  const created = await createdAt(db, guideBuyer)
  if (created === null) await recordInBulk(db, context, smallPortfolios(now))
}

/** When a buyer was written; null where it never was. */
async function createdAt(db: Db, buyerId: string): Promise<number | null> {
  const row = await db
    .selectFrom('buyers')
    .select('created_at')
    .where('id', '=', buyerId)
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
