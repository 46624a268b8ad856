/** Rates of currencies, in units for one euro, as they are kept by day. */
import { addDays } from '../../shared/credit/days.ts'
import type { Db } from '../platform/db/open.ts'
import { prepareList, type Slots } from '../platform/db/prepare.ts'
import { ProblemError } from '../platform/problem-error.ts'

/** What all rates are for one of. */
export const baseCurrency = 'EUR'

/** How many days old the last rate of a currency may be, so that it still counts. */
const longestAge = 7

export type Rate = {
  readonly currency: string
  /** A decimal; null where the day has none. */
  readonly rate: string | null
  /** The day that it is of. */
  readonly date: string | null
}

const findRates = prepareList(
  (
    db,
    currencies: readonly Slots<{ currency: string }>[],
    { from, to }: Slots<{ from: string; to: string }>,
  ) =>
    db
      .selectFrom('currency_rates')
      .select(['currency', 'rate_on', 'rate'])
      .where(
        'currency',
        'in',
        currencies.map(({ currency }) => currency),
      )
      .where('rate_on', '>=', from)
      .where('rate_on', '<=', to)
      .orderBy('rate_on', 'desc'),
)

/** The rate of each currency on `day`: its last one, at most seven days before; the euro's is 1. */
export async function readRates(
  db: Db,
  currencies: readonly string[],
  day: string,
): Promise<readonly Rate[]> {
  const asked = currencies.filter((currency) => currency !== baseCurrency)
  const range = { from: addDays(day, -longestAge), to: day }
  const items = asked.map((currency) => ({ currency }))
  const rows = items.length === 0 ? [] : await findRates(db, items, range)
  return currencies.map((currency) => {
    if (currency === baseCurrency) return { currency, rate: '1', date: day }
    const found = rows.find((row) => row.currency === currency)
    return { currency, rate: found?.rate ?? null, date: found?.rate_on ?? null }
  })
}

const knownCurrencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/**
 * Amounts can be in `currency` at all: it is one, or there was once a rate for it.
 * @throws ProblemError `invalid_request` where they cannot
 */
export async function assertKnownCurrency(db: Db, currency: string): Promise<void> {
  if (await isKnownCurrency(db, currency)) return
  const errors = [{ pointer: '/currency', code: 'currency_unknown' }]
  throw new ProblemError('invalid_request', { errors })
}

async function isKnownCurrency(db: Db, currency: string): Promise<boolean> {
  if (knownCurrencies.has(currency)) return true
  const row = await db
    .selectFrom('currency_rates')
    .select('currency')
    .where('currency', '=', currency)
    .executeTakeFirst()
  return row !== undefined
}
