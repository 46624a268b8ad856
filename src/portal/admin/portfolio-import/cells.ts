/** The cells of a portfolio, each read as its column wants it; what is wrong with one in words. */
import {
  alertReasons,
  alertReasonSchema,
  type AlertReason,
} from '../../../shared/contract/credit/alerts.ts'
import { isPlainText } from '../../../shared/contract/common.ts'
import { foldLetters, visibleText } from '../../../shared/rules/typed-text.ts'
import {
  read,
  shownIn,
  wrong,
  type Cell,
  type CellFault,
  type Reading as CellReading,
} from '../../../shared/tables/cells.ts'
import {
  amountIn as readAmountIn,
  countryIn as readCountryIn,
  currencyIn as readCurrencyIn,
  dayIn as readDayIn,
  idIn as readIdIn,
  literalText,
  longestName,
  longestNumber,
  nameIn as readNameIn,
  wholeIn as readWholeIn,
  type Conventions,
} from '../../../shared/tables/values.ts'

/** A value, or the end of a sentence that begins with what stands there. */
export type Reading<Value> = CellReading<Value, string>

const typeAgain = 'format the cell as text, and type it again'

const faults: Readonly<Record<CellFault, string>> = {
  made_a_day: `was made a date by the spreadsheet: ${typeAgain}`,
  digits_lost: `has lost digits to the spreadsheet: ${typeAgain}`,
  empty_name: 'is empty but for what nobody sees',
  name_too_long: `is longer than ${longestName} characters`,
  control_characters: 'holds control characters',
  no_number: `is no number of anything: ${typeAgain}`,
  number_too_long: `is longer than ${longestNumber} characters`,
  number_characters: 'holds characters that no number has',
  no_amount: 'is no amount, such as 1234.56',
  amount_signs: 'is no amount: its thousands and decimals are not as any language writes them',
  no_day: 'is no day, such as 2026-03-31',
  day_of_no_calendar: 'is a day that no calendar has',
  day_is_number: 'is no day to the spreadsheet: format the cell as a date',
  no_whole_number: 'is no whole number',
  country_unknown: 'is no country, such as BE or Belgium',
  currency_unknown: 'is no currency, such as EUR',
}

function inWords<Value>(reading: CellReading<Value>): Reading<Value> {
  return reading.kind === 'wrong' ? wrong(faults[reading.reason]) : reading
}

/** A name, a town. */
export const nameIn = (cell: Cell) => inWords(readNameIn(cell))
/** A number that names something, leading zeros and all. */
export const idIn = (cell: Cell) => inWords(readIdIn(cell))
/** A country's code (ISO 3166-1 alpha-2). */
export const countryIn = (cell: Cell) => inWords(readCountryIn(cell))
/** A currency's code (ISO 4217). */
export const currencyIn = (cell: Cell) => inWords(readCurrencyIn(cell))
/** An amount, as a decimal with a point. */
export const amountIn = (cell: Cell, conventions: Conventions) =>
  inWords(readAmountIn(cell, conventions))
/** A day, as ISO 8601 writes it. */
export const dayIn = (cell: Cell, conventions: Conventions) => inWords(readDayIn(cell, conventions))

/** A whole number from `least` to `most`. */
export function wholeIn(cell: Cell, least: number, most: number): Reading<number> {
  const reading = readWholeIn(cell, least, most)
  return reading.kind === 'wrong' ? wrong(`is no whole number from ${least} to ${most}`) : reading
}

/** Why something was decided, by its code. */
export function reasonIn(cell: Cell): Reading<AlertReason> {
  const reason = alertReasonSchema.safeParse(visibleText(shownIn(cell)).toLowerCase())
  return reason.success ? read(reason.data) : wrong(`is none of ${alertReasons.join(', ')}`)
}

const customer = new Set(['customer', 'policyholder', 'client', 'klant', 'kunde', 'cliente'])
const insurer = new Set([
  'insurer',
  'assureur',
  'verzekeraar',
  'versicherer',
  'asegurador',
  'assicuratore',
])

/** Who wanted what was decided, in any of the six languages. */
export function initiatorIn(cell: Cell): Reading<'customer' | 'insurer'> {
  const word = foldLetters(shownIn(cell))
  if (customer.has(word)) return read('customer')
  return insurer.has(word) ? read('insurer') : wrong('is neither customer nor insurer')
}

const longestConditions = 2000

/** Words of any length that a decision may have, over several lines. */
export function conditionsIn(cell: Cell): Reading<string> {
  const text = literalText(shownIn(cell)).trim()
  if (text.length > longestConditions)
    return wrong(`is longer than ${longestConditions} characters`)
  return isPlainText(text.replaceAll(/[\r\n\t]/g, ' '))
    ? read(text)
    : wrong('holds control characters')
}
