/**
 * The rates that lists are in order by where sums are in several currencies: those of today, kept beside
 * the rows so that all of a portfolio is ordered by the same ones. What is shown is computed anew.
 */
import { minorDigitsOf } from '../../shared/credit/minor-units.ts'
import type { PlatformContext } from '../platform/context.ts'
import { ratesOfToday } from './exchange.ts'
import { remakePortfolios } from './portfolios.ts'

/**
 * Brings the order of all lists along with the rates of today: after rates were written, and once a day.
 * @returns whether anything was other than before
 */
export async function refreshOrderRates(
  context: Pick<PlatformContext, 'db' | 'now'>,
): Promise<boolean> {
  const { db } = context
  const rates = await ratesOfToday(context)
  const factors = [...rates].map(([currency, rate]) => ({
    currency,
    factor: 1 / (10 ** minorDigitsOf(currency) * rate.toNumber()),
  }))
  const kept = await db.selectFrom('order_rates').selectAll().execute()
  const former = new Map(kept.map(({ currency, factor }) => [currency, factor]))
  const isSame =
    former.size === factors.length &&
    factors.every(({ currency, factor }) => former.get(currency) === factor)
  if (isSame) return false
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('order_rates').execute()
    await transaction.insertInto('order_rates').values(factors).execute()
  })
  await remakePortfolios(context)
  return true
}
