/** Sums over currencies, by the rates of today: each currency's last one, at most a week old. */
import { Big } from 'big.js'
import type { Money } from '../../shared/contract/common.ts'
import { addDays, dayOf } from '../../shared/credit/days.ts'
import { minorDigitsOf, moneyOfUnits } from '../../shared/credit/minor-units.ts'
import type { PlatformContext } from '../platform/context.ts'
import { prepare, type Slots } from '../platform/db/prepare.ts'

/** Amounts by their currencies, in the smallest unit of each. */
export type Sums = ReadonlyMap<string, bigint>

export type Exchange = {
  /** The sum of all in the one currency, rounded to what it is paid in; null where a rate is missing. */
  readonly moneyOf: (sums: Sums) => Money | null
  /** `part` of `whole` in percent, unrounded; null where there is no whole, or a rate is missing. */
  readonly percentOf: (part: Sums, whole: Sums) => number | null
}

/** Of the rates that a day has, in days: what is older is none. */
const oldest = 7
const base = 'EUR'

type Day = { readonly to: string; readonly from: string }

const ratesIn = prepare((db, of: Slots<Day>) =>
  db
    .selectFrom('currency_rates as r')
    .select(['r.currency', 'r.rate'])
    .where('r.rate_on', '<=', of.to)
    .where('r.rate_on', '>=', of.from)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('currency_rates as later')
            .select('later.rate')
            .whereRef('later.currency', '=', 'r.currency')
            .whereRef('later.rate_on', '>', 'r.rate_on')
            .where('later.rate_on', '<=', of.to),
        ),
      ),
    ),
)

type Rates = ReadonlyMap<string, Big>

/** Units for one euro, of each currency that has a rate today. */
export async function ratesOfToday({
  db,
  now,
}: Pick<PlatformContext, 'db' | 'now'>): Promise<Rates> {
  const to = dayOf(now())
  const rows = await ratesIn(db, { to, from: addDays(to, -oldest) })
  return new Map([
    [base, new Big(1)],
    ...rows.map(({ currency, rate }) => [currency, new Big(rate)] as const),
  ])
}

/** What sums are in `currency` today. */
export async function exchangeInto(
  context: Pick<PlatformContext, 'db' | 'now'>,
  currency: string,
): Promise<Exchange> {
  const rates = await ratesOfToday(context)
  return {
    moneyOf: (sums) => moneyIn(currency, sums, rates),
    percentOf: (part, whole) => percentOf(part, whole, rates),
  }
}

function moneyIn(currency: string, sums: Sums, rates: Rates): Money | null {
  const isOfIt = [...sums.keys()].every((one) => one === currency)
  if (isOfIt) return moneyOfUnits(sums.get(currency) ?? 0n, currency)
  const [euro, rate] = [inEuro(sums, rates), rates.get(currency)]
  if (euro === null || rate === undefined) return null
  const units = euro.times(rate).times(new Big(10).pow(minorDigitsOf(currency)))
  return moneyOfUnits(BigInt(units.toFixed(0, Big.roundHalfUp)), currency)
}

function percentOf(part: Sums, whole: Sums, rates: Rates): number | null {
  const [only] = whole.keys()
  if (only === undefined) return null
  // Of one currency no rate is needed.
  const isOfOne = [...part.keys(), ...whole.keys()].every((one) => one === only)
  const used = isOfOne ? new Map([[only, new Big(1)]]) : rates
  const [partial, all] = [inEuro(part, used), inEuro(whole, used)]
  if (partial === null || all === null || all.eq(0)) return null
  return partial.times(100).div(all).toNumber()
}

/** Unrounded; null where a currency of them has no rate. */
function inEuro(sums: Sums, rates: Rates): Big | null {
  let total = new Big(0)
  for (const [currency, units] of sums) {
    const rate = rates.get(currency)
    if (rate === undefined) return null
    const amount = new Big(String(units)).div(new Big(10).pow(minorDigitsOf(currency)))
    total = total.plus(amount.div(rate))
  }
  return total
}
