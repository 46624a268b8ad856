/** A supposition, applied to one buyer: rates, ratings and limits as they were then. */
import { Big } from 'big.js'
import { assertNever } from '../../assert-never.ts'
import type { Money } from '../../contract/common.ts'
import type { Suppositions } from '../../contract/insights/what-if.ts'
import { sumIn, type Rates } from '../convert.ts'
import { minorDigitsOf, minorUnitsOf, moneyOfUnits } from '../minor-units.ts'
import type { Debtor } from './debtors.ts'

/** A range of ratings, both ends in it. */
export type Band = { readonly id: string; readonly from: number; readonly to: number }

const Decimal = Big()
Decimal.DP = 30

/** Rates as they were if the currency moved; what has no rate has none then either. */
export function supposedRates(rates: Rates, currency: Suppositions['currency']): Rates {
  if (currency === null) return rates
  const { code, to } = currency
  if (to.kind === 'rate') return new Map(rates).set(code, to.rate)
  const rate = rates.get(code) ?? null
  if (rate === null || to.percent === 0) return rates
  // Worth more of a euro is fewer units of it for one.
  const worth = new Decimal(100).plus(to.percent).div(100)
  return new Map(rates).set(code, new Decimal(rate).div(worth).round(20).toFixed())
}

type SupposingOptions = {
  readonly suppositions: Suppositions
  /** As they are: an amount that limits are cut to is converted by these. */
  readonly rates: Rates
  readonly bands: readonly Band[]
  /** Whom "the largest" are. */
  readonly largest: ReadonlySet<string>
}

/** @returns what a buyer is under the suppositions: itself, where none is about it */
export function createSupposing({ suppositions, rates, bands, largest }: SupposingOptions) {
  const { worsening, cut } = suppositions
  const capOf = new Map<string, bigint | null>()

  function worsened(debtor: Debtor): Debtor {
    const { id, rating } = debtor
    if (worsening === null || rating === null) return debtor
    const isMeant = worsening.who.kind === 'buyer' ? worsening.who.id === id : largest.has(id)
    const now = Math.min(100, rating + worsening.points)
    if (!isMeant || now === rating) return debtor
    const band = bands.find(({ from, to }) => from <= now && now <= to)?.id ?? null
    return { ...debtor, rating: now, band }
  }

  /** The most of `currency` that a limit is then; null where none can be said for want of a rate. */
  function mostOf(money: Money, currency: string): bigint | null {
    const known = capOf.get(currency)
    if (known !== undefined) return known
    const sum = sumIn(currency, [money], rates)
    const most = sum === null ? null : wholeUnits(sum)
    capOf.set(currency, most)
    return most
  }

  function cutDown(units: bigint, currency: string): bigint {
    if (cut === null) return units
    switch (cut.to.kind) {
      case 'percent':
        return (units * (wholeCut - hundredths(cut.to.percent))) / wholeCut
      case 'amount': {
        const most = mostOf(cut.to.amount, currency)
        return most === null || units <= most ? units : most
      }
      default:
        return assertNever(cut.to)
    }
  }

  function cutMoney(money: Money): Money {
    const units = minorUnitsOf(money)
    return units === null ? money : moneyOfUnits(cutDown(units, money.currency), money.currency)
  }

  /** @param only the policy whose limits are meant; null for all of the buyer's */
  function reduced(debtor: Debtor, only: string | null): Debtor {
    const isMeant = (of: string | null) => only === null || of === only
    return {
      ...debtor,
      holdings: debtor.holdings.map((one) =>
        isMeant(one.policyId) ? { ...one, inForce: cutDown(one.inForce, one.currency) } : one,
      ),
      decided: debtor.decided.map((one) =>
        isMeant(one.policyId) ? { ...one, granted: cutMoney(one.granted) } : one,
      ),
    }
  }

  function afterCut(debtor: Debtor, before: Debtor): Debtor {
    if (cut === null) return debtor
    const { which } = cut
    switch (which.kind) {
      case 'buyer':
        return which.id === before.id ? reduced(debtor, null) : debtor
      case 'band':
        // As it is now: who is in a band does not depend on another supposition.
        return which.id === before.band ? reduced(debtor, null) : debtor
      case 'country':
        return which.code === before.country ? reduced(debtor, null) : debtor
      case 'policy':
        return reduced(debtor, which.id)
      default:
        return assertNever(which)
    }
  }

  return (debtor: Debtor): Debtor => afterCut(worsened(debtor), debtor)
}

/** A limit that is cut by all of it, in hundredths of a percent. */
const wholeCut = 10_000n

function hundredths(percent: number): bigint {
  return BigInt(Math.round(percent * 100))
}

/** Amounts are granted in whole units: what is left over is not. */
function wholeUnits({ amount, currency }: Money): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  const length = minorDigitsOf(currency)
  return BigInt(whole + fraction.slice(0, length).padEnd(length, '0'))
}
