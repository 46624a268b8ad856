/**
 * Amounts as whole numbers of a currency's smallest unit, as they are kept and summed. How many of them
 * make one is written down here (ISO 4217) and not asked of the system: with its next version, amounts
 * that are kept would be others.
 */
import type { Money } from '../contract/common.ts'

const decimals: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}
const usualDecimals = 2

const decimalsByCurrency = new Map(
  Object.entries(decimals).flatMap(([digits, currencies]) =>
    currencies.split(' ').map((currency) => [currency, Number(digits)] as const),
  ),
)

/** How many decimals amounts of `currency` have. */
export function minorDigitsOf(currency: string): number {
  return decimalsByCurrency.get(currency) ?? usualDecimals
}

/** `money` in its smallest units; null where it has more decimals than its currency. */
export function minorUnitsOf({ amount, currency }: Money): bigint | null {
  const [whole = '', fraction = ''] = amount.split('.')
  const digits = minorDigitsOf(currency)
  if (/[1-9]/.test(fraction.slice(digits))) return null
  return BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'))
}

/** The amount of `units` of the smallest unit of `currency`, with all its decimals. */
export function moneyOfUnits(units: bigint, currency: string): Money {
  const digits = minorDigitsOf(currency)
  const sign = units < 0n ? '-' : ''
  const text = String(units < 0n ? -units : units).padStart(digits + 1, '0')
  const point = text.length - digits
  const fraction = digits === 0 ? '' : `.${text.slice(point)}`
  return { amount: `${sign}${text.slice(0, point)}${fraction}`, currency }
}
