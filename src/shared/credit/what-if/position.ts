/** Sums of a portfolio, buyer by buyer, and the figures that they make. */
import type { Money } from '../../contract/common.ts'
import type { SupposedPosition } from '../../contract/insights/what-if.ts'
import { sumIn, type Rates } from '../convert.ts'
import { minorUnitsOf, moneyOfUnits } from '../minor-units.ts'
import type { Debtor } from './debtors.ts'
import { ratio, type WorthOf } from './worth.ts'

/** Amounts by currency, in the smallest units. */
type Sums = Map<string, bigint>

export type PositionOptions = {
  /** What amounts are shown in. */
  readonly currency: string
  readonly rates: Rates
  readonly worthOf: WorthOf
}

/** Takes buyers in, in any order, and answers what they come to. */
export function createPosition({ currency, rates, worthOf }: PositionOptions) {
  const cld: Sums = new Map()
  const bands = new Map<string | null, Sums>()
  let buyers = 0
  // Null from the first amount on that has no rate.
  let total: bigint | null = 0n
  let squares = 0n
  let largest = 0n
  let rated = 0n
  let weighted = 0n
  let accepted: bigint | null = 0n
  let applied = 0n

  function worth(debtor: Debtor): bigint | null {
    let sum = 0n
    for (const { currency: of, inForce } of debtor.holdings) {
      const one = worthOf(of, inForce)
      if (one === null) return null
      sum += one
    }
    return sum
  }

  function addDecided({ decided }: Debtor): void {
    for (const { applied: asked, granted } of decided) {
      const [a, g] = [worthOfMoney(asked), worthOfMoney(granted)]
      if (a === null || g === null) accepted = null
      else if (accepted !== null) {
        accepted += g < a ? g : a
        applied += a
      }
    }
  }

  function worthOfMoney(money: Money): bigint | null {
    const units = minorUnitsOf(money)
    return units === null ? null : worthOf(money.currency, units)
  }

  return {
    /** @returns what is in force for it, to compare with others'; null without a rate */
    add(debtor: Debtor): bigint | null {
      addDecided(debtor)
      if (debtor.holdings.every(({ inForce }) => inForce <= 0n)) return 0n
      buyers += 1
      const band = bands.get(debtor.band) ?? new Map<string, bigint>()
      bands.set(debtor.band, band)
      for (const { currency: of, inForce } of debtor.holdings) {
        addTo(cld, of, inForce)
        addTo(band, of, inForce)
      }
      const of = worth(debtor)
      if (of === null || total === null) {
        total = null
        return of
      }
      total += of
      squares += of * of
      if (of > largest) largest = of
      if (debtor.rating !== null) {
        rated += of
        weighted += of * BigInt(debtor.rating)
      }
      return of
    },
    figures(): SupposedPosition {
      const isKnown = total !== null && total > 0n
      const all = total ?? 0n
      return {
        totalCld: moneyOf(cld),
        abr: isKnown && rated > 0n ? ratio(weighted, rated) : null,
        ratedShare: isKnown ? 100 * ratio(rated, all) : null,
        riskAcceptance: accepted !== null && applied > 0n ? 100 * ratio(accepted, applied) : null,
        // Rounded down it could come out a little below one, as a single buyer makes it.
        likeEqualBuyers: isKnown ? Math.max(1, ratio(all * all, squares)) : null,
        largestShare: isKnown ? 100 * ratio(largest, all) : null,
        buyers,
      }
    },
    /** What is in force for the buyers of a band; null: of the unrated ones. */
    inBand: (band: string | null) => moneyOf(bands.get(band) ?? new Map()),
    /** The share of an amount that `add` answered, in percent. */
    shareOf: (amount: bigint | null) =>
      amount === null || total === null || total === 0n ? null : 100 * ratio(amount, total),
  }

  function moneyOf(sums: ReadonlyMap<string, bigint>): Money | null {
    const amounts = [...sums].map(([of, units]) => moneyOfUnits(units, of))
    return sumIn(currency, amounts, rates)
  }
}

function addTo(sums: Sums, currency: string, units: bigint): void {
  sums.set(currency, (sums.get(currency) ?? 0n) + units)
}
