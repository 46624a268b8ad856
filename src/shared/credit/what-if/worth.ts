/** What amounts of several currencies are worth beside each other: whole numbers, so that sums lose nothing. */
import { minorDigitsOf } from '../minor-units.ts'
import type { Rates } from '../convert.ts'

/** Of amounts of `currency`, in parts of a euro that are the same for all; null without a rate. */
export type WorthOf = (currency: string, units: bigint) => bigint | null

/** Parts that a euro is counted in: finer than any amount is shown. */
const partsOfOne = 10n ** 12n

/**
 * Worth by `rates`. Where all there is is in `only`, it is counted in that currency: shares need no rate.
 * @param only null where there are several currencies
 */
export function worthBy(rates: Rates, only: string | null): WorthOf {
  const factors = new Map<string, Factor | null>()
  return (currency, units) => {
    let factor = factors.get(currency)
    if (factor === undefined) {
      factor = factorOf(currency, currency === only ? '1' : rateOf(currency, rates))
      factors.set(currency, factor)
    }
    return factor === null ? null : (units * factor.times) / factor.by
  }
}

type Factor = { readonly times: bigint; readonly by: bigint }

function rateOf(currency: string, rates: Rates): string | null {
  return currency === 'EUR' ? '1' : (rates.get(currency) ?? null)
}

/** @param rate units per 1 EUR, a decimal */
function factorOf(currency: string, rate: string | null): Factor | null {
  if (rate === null) return null
  const [whole = '0', fraction = ''] = rate.split('.')
  const by = BigInt(whole + fraction) * 10n ** BigInt(minorDigitsOf(currency))
  return by === 0n ? null : { times: partsOfOne * 10n ** BigInt(fraction.length), by }
}

/** `part` of `whole` as a binary number, exact to more digits than are shown; `whole` is above zero. */
export function ratio(part: bigint, whole: bigint): number {
  return Number((part * digits) / whole) / Number(digits)
}

const digits = 10n ** 15n
