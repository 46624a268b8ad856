/** Amounts of several currencies as one sum in another: exact decimals, by rates of one day. */
import { Big } from 'big.js'
import type { Money } from '../contract/common.ts'

/** Units of each currency per one euro; null where there is no rate on that day. */
export type Rates = ReadonlyMap<string, string | null>

/** More digits than any amount has, so that dividing loses nothing that is shown. */
const Decimal = Big()
Decimal.DP = 30

/** The most decimals that an amount of the contract has. */
const decimals = 4

/**
 * What `amounts` come to in `currency`, to four decimals; null where a currency in them, or `currency`
 * itself, has no rate. What is in `currency` already needs none, and nothing comes to nothing.
 */
export function sumIn(currency: string, amounts: readonly Money[], rates: Rates): Money | null {
  let sum = new Decimal(0)
  for (const amount of amounts) {
    const converted = convert(currency, amount, rates)
    if (converted === null) return null
    sum = sum.plus(converted)
  }
  return { amount: sum.round(decimals).toFixed(), currency }
}

function convert(currency: string, money: Money, rates: Rates): Big | null {
  const amount = new Decimal(money.amount)
  if (money.currency === currency || amount.eq(0)) return amount
  const [from, to] = [rateOf(money.currency, rates), rateOf(currency, rates)]
  return from === null || to === null ? null : amount.times(to).div(from)
}

function rateOf(currency: string, rates: Rates): string | null {
  return currency === 'EUR' ? '1' : (rates.get(currency) ?? null)
}
