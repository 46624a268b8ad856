/** What a cell of a ledger says is owed, in which currency: with a sign, a minus on either side, or as a number. */
import type { LedgerProblem } from '../../../../shared/contract/servnet/exposure.ts'
import { minorDigitsOf, minorUnitsOf } from '../../../../shared/credit/minor-units.ts'
import { shownIn, type Cell } from '../../../../shared/tables/cells.ts'
import { amountIn, currencyIn, type Conventions } from '../../../../shared/tables/values.ts'
import { takeApart, withoutMinus } from '../../../../shared/tables/written-amounts.ts'

export type LedgerMoney = {
  /** In the smallest units of its currency; below zero for a credit note. */
  readonly units: bigint
  readonly currency: string
}

export type AmountReading =
  | { readonly kind: 'read'; readonly money: LedgerMoney }
  | { readonly kind: 'wrong'; readonly code: LedgerProblem['code'] }
  /** The amount is written in another currency than its line is said to be. */
  | { readonly kind: 'other_currency' }
  /** Its decimal sign can be either. */
  | { readonly kind: 'ambiguous' }

/** As the portal has it, of what is asked for. */
const greatestAmount = 999_999_999_999

/**
 * @param options.said the currency that the line says; null for none
 * @param options.currency where neither the line nor the amount says one
 */
export function moneyIn(
  cell: Cell,
  options: {
    readonly conventions: Conventions
    readonly said: string | null
    readonly currency: string
  },
): AmountReading {
  const { bare, isNegative, written } = unsigned(cell)
  const { said } = options
  if (written !== null && currencyIn({ kind: 'text', text: written }).kind !== 'read') {
    return wrong('no_amount')
  }
  if (said !== null && written !== null && said !== written) return { kind: 'other_currency' }
  const reading = amountIn(bare, options.conventions)
  if (reading.kind === 'ambiguous') return { kind: 'ambiguous' }
  if (reading.kind === 'wrong') {
    return wrong(reading.reason === 'no_whole_number' ? 'no_amount' : reading.reason)
  }
  const currency = said ?? written ?? options.currency
  const units = minorUnitsOf({ amount: reading.value, currency })
  if (units === null) {
    return wrong(minorDigitsOf(currency) === 0 ? 'no_decimals' : 'too_many_decimals')
  }
  if (Number(reading.value) > greatestAmount) return wrong('amount_too_large')
  return { kind: 'read', money: { units: isNegative ? -units : units, currency } }
}

const wrong = (code: LedgerProblem['code']): AmountReading => ({ kind: 'wrong', code })

/** The digits of an amount without its minus and its currency. */
export function digitsOf(text: string) {
  const { text: rest, isNegative } = withoutMinus(text)
  return { ...takeApart(rest), isNegative }
}

function unsigned(cell: Cell): {
  readonly bare: Cell
  readonly isNegative: boolean
  readonly written: string | null
} {
  if (cell.kind === 'number') {
    const bare = { ...cell, value: Math.abs(cell.value) }
    return { bare, isNegative: cell.value < 0, written: null }
  }
  const { digits, currency, isNegative } = digitsOf(shownIn(cell))
  return { bare: { kind: 'text', text: digits }, isNegative, written: currency }
}
