/** A slow and simple implementation of suppositions, to compare the real one with. */
import { Big } from 'big.js'
import type { Suppositions } from '../../../src/shared/contract/insights/what-if.ts'
import { minorDigitsOf } from '../../../src/shared/credit/minor-units.ts'
import type { Debtor } from '../../../src/shared/credit/what-if/debtors.ts'

/**
 * What a portfolio comes to under suppositions, one buyer after the other in decimals: without sums by
 * currency or worths in whole numbers.
 */
export function slowly(
  debtors: readonly Debtor[],
  suppositions: Suppositions,
  rates: readonly { readonly currency: string; readonly rate: string }[],
) {
  const Exact = Big()
  Exact.DP = 40
  const { currency: move, worsening, cut } = suppositions
  const rateOf = (currency: string) =>
    new Exact(rates.find((one) => one.currency === currency)?.rate ?? '0')
  const rateThen = (currency: string) => {
    if (move?.code !== currency) return rateOf(currency)
    if (move.to.kind === 'rate') return new Exact(move.to.rate)
    return rateOf(currency).times(100).div(new Exact(100).plus(move.to.percent))
  }
  const euro = (units: bigint, currency: string, rate: Big) =>
    new Exact(units.toString()).div(new Exact(10).pow(minorDigitsOf(currency))).div(rate)
  const worthNow = (debtor: Debtor) =>
    debtor.holdings.reduce(
      (sum, one) => sum.plus(euro(one.inForce, one.currency, rateOf(one.currency))),
      new Exact(0),
    )
  const order = debtors
    .filter((debtor) => worthNow(debtor).gt(0))
    .toSorted(
      (one, other) =>
        worthNow(other).cmp(worthNow(one)) ||
        compare(one.name, other.name) ||
        compare(one.id, other.id),
    )
  const isWorse = ({ id }: Debtor) => {
    if (worsening === null) return false
    if (worsening.who.kind === 'buyer') return worsening.who.id === id
    return order.slice(0, worsening.who.count).some((one) => one.id === id)
  }
  const isCut = ({ id, band, country }: Debtor, policyId: string | null) => {
    if (cut === null) return false
    const { which } = cut
    if (which.kind === 'buyer') return which.id === id
    if (which.kind === 'band') return which.id === band
    return which.kind === 'country' ? which.code === country : which.id === policyId
  }
  const then = (debtor: Debtor, policyId: string | null, units: bigint, currency: string) => {
    if (cut === null || !isCut(debtor, policyId)) return units
    const minor = new Exact(10).pow(minorDigitsOf(currency))
    if (cut.to.kind === 'percent') {
      const kept = new Exact(100).minus(cut.to.percent).div(100)
      return BigInt(new Exact(units.toString()).times(kept).round(0, 0).toFixed())
    }
    const { amount, currency: of } = cut.to.amount
    const most = new Exact(amount).div(rateOf(of)).times(rateOf(currency)).round(4)
    const mostUnits = BigInt(most.times(minor).round(0, 0).toFixed())
    return units < mostUnits ? units : mostUnits
  }
  const zero = new Exact(0)
  let [total, squares, largest] = [zero, zero, zero]
  let [rated, weighted, granted, applied] = [zero, zero, zero, zero]
  for (const debtor of debtors) {
    const rating =
      debtor.rating === null || !isWorse(debtor)
        ? debtor.rating
        : Math.min(100, debtor.rating + (worsening?.points ?? 0))
    const worth = debtor.holdings.reduce((sum, { policyId, inForce, currency }) => {
      const units = then(debtor, policyId, inForce, currency)
      return sum.plus(euro(units, currency, rateThen(currency)))
    }, new Exact(0))
    total = total.plus(worth)
    squares = squares.plus(worth.times(worth))
    if (worth.gt(largest)) largest = worth
    if (rating !== null) {
      rated = rated.plus(worth)
      weighted = weighted.plus(worth.times(rating))
    }
    for (const { policyId, applied: asked, granted: given } of debtor.decided) {
      const { currency } = asked
      const units = (amount: string) =>
        BigInt(new Exact(amount).times(new Exact(10).pow(minorDigitsOf(currency))).toFixed())
      const a = euro(units(asked.amount), currency, rateThen(currency))
      const cutUnits = then(debtor, policyId, units(given.amount), currency)
      const g = euro(cutUnits, currency, rateThen(currency))
      applied = applied.plus(a)
      granted = granted.plus(g.lt(a) ? g : a)
    }
  }
  return {
    total: Number(total),
    abr: part(weighted, rated),
    ratedShare: part(rated.times(100), total),
    riskAcceptance: part(granted.times(100), applied),
    likeEqualBuyers: part(total.times(total), squares),
    largestShare: part(largest.times(100), total),
  }
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

function part(one: Big, of: Big): number | null {
  return of.eq(0) ? null : Number(one.div(of))
}
