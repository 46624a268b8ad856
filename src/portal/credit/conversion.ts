/**
 * Amounts of several currencies in one. What is summed is kept by currency until the end, and all is
 * converted by the rates of one day, so that a ratio is the same whatever currency it is shown in.
 */
import { Big } from 'big.js'
import type { Money } from '../../shared/contract/common.ts'
import { minorDigitsOf } from '../../shared/credit/minor-units.ts'
import type { Rate } from './rates.ts'
import type { Amounts } from './read-sums.ts'

/** Digits behind the point to which a division is carried out. */
const precision = 40
/** Digits behind the point that the contract has for money. */
const shownDigits = 4

const Decimal = Big()
Decimal.DP = precision

export type Conversion = {
  /** Null where a currency that is part of it has no rate, or the report's own has none. */
  readonly money: (amounts: Amounts) => Money | null
  /** In euro, unrounded; null as `money`. For comparing. */
  readonly base: (amounts: Amounts) => Big | null
  /** `part` of `whole`; null where there is no whole, and where a currency without a rate decides. */
  readonly ratio: (part: Amounts, whole: Amounts) => Big | null
}

/** The conversion of a report in `currency`. @param rates of all currencies that it is about */
export function createConversion(currency: string, rates: readonly Rate[]): Conversion {
  const unitsForOne = new Map(
    rates.flatMap(({ currency: of, rate }) =>
      rate === null ? [] : [[of, new Decimal(rate)] as const],
    ),
  )
  const own = unitsForOne.get(currency)
  const base = (amounts: Amounts): Big | null => {
    let sum = new Decimal(0)
    for (const [of, units] of amounts) {
      if (units === 0n) continue
      const rate = unitsForOne.get(of)
      if (rate === undefined) return null
      sum = sum.plus(decimalOf(units, of).div(rate))
    }
    return sum
  }
  return {
    base,
    money: (amounts) => {
      if (own === undefined) return null
      const others = new Map([...amounts].filter(([of]) => of !== currency))
      const converted = base(others)
        ?.times(own)
        .plus(decimalOf(amounts.get(currency), currency))
      return converted === undefined ? null : moneyOf(converted, currency)
    },
    ratio: (part, whole) => {
      const contributing = [...whole].filter(([, units]) => units !== 0n)
      const [only, ...others] = contributing
      if (only === undefined) return null
      // In one currency the rate, if there is one, makes no difference.
      if (others.length === 0) {
        return new Decimal(part.get(only[0]) ?? 0n).div(new Decimal(only[1]))
      }
      const divisor = base(whole)
      return divisor === null ? null : (base(part)?.div(divisor) ?? null)
    },
  }
}

/** `units` of the smallest unit of `currency`, as a decimal. */
function decimalOf(units: bigint | undefined, currency: string): Big {
  return new Decimal(units ?? 0n).div(new Decimal(10).pow(minorDigitsOf(currency)))
}

/** Exact where nothing was converted; else with as many digits as the contract has. */
function moneyOf(amount: Big, currency: string): Money {
  const least = minorDigitsOf(currency)
  const rounded = amount.round(shownDigits, Big.roundHalfEven)
  const isWhole = rounded.eq(rounded.round(least))
  return { amount: rounded.toFixed(isWhole ? least : shownDigits), currency }
}

/** A ratio in percent, as the contract has it. */
export function percentOf(ratio: Big | null): number | null {
  return ratio === null ? null : ratio.times(100).toNumber()
}

/** A ratio as the contract has it. */
export function numberOf(ratio: Big | null): number | null {
  return ratio === null ? null : ratio.toNumber()
}

/** For sorting: the smaller first; what has no known size before all. */
export function compareSizes(one: Big | null, other: Big | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null)
  return one.cmp(other)
}
