/** What the cells of a portfolio can hold, each read as its column wants it. */
import { isPlainText } from '../../../shared/contract/common.ts'
import {
  alertReasons,
  alertReasonSchema,
  type AlertReason,
} from '../../../shared/contract/credit/alerts.ts'
import { localeOf } from '../../../shared/i18n/locale.ts'
import { languages } from '../../../shared/languages.ts'
import { countryCodes } from '../../../shared/rules/countries.ts'
import { foldLetters, tidyName, visibleText } from '../../../shared/rules/typed-text.ts'
import { amountOfNumber, readAmount, type DecimalSign } from '../../../shared/tables/amounts.ts'
import { readDay, type DayOrder } from '../../../shared/tables/days.ts'
import { read, shownIn, wrong, type Cell, type Reading } from '../../../shared/tables/cells.ts'

/** What of a file's amounts and days only all of them together tell, or whoever imports them. */
export type Conventions = {
  readonly decimalSign: DecimalSign | null
  readonly dayOrder: DayOrder | null
}

const longestName = 250

/** A name, a town: one line, or several where the text itself has them. */
export function nameIn(cell: Cell): Reading<string> {
  if (cell.kind === 'day') {
    return wrong('was made a date by the spreadsheet: format the cell as text, and type it again')
  }
  const lines = plain(shownIn(cell)).split(/\r\n|\r|\n/)
  const name = lines.map(tidyName).join('\n').trim()
  if (name === '') return wrong('is empty but for what nobody sees')
  if (name.length > longestName) return wrong(`is longer than ${longestName} characters`)
  return isPlainText(name.replaceAll('\n', '')) ? read(name) : wrong('holds control characters')
}

/**
 * A text without the apostrophe that exports put before what a spreadsheet would take for a formula
 * (`'=HYPERLINK(…)`). Names such as `'t Hof` keep theirs.
 */
function plain(text: string): string {
  return text.replace(/^'(?=[=+\-@\t\r\n])/, '')
}

const longestId = 64
/** Beyond it, a spreadsheet has made zeros of the last digits. */
const exactDigits = 15

/** A number that names something: a text, leading zeros and all. */
export function idIn(cell: Cell): Reading<string> {
  if (cell.kind === 'day' || cell.kind === 'other') {
    return wrong('is no number of anything: format the cell as text, and type it again')
  }
  const id =
    cell.kind === 'number' ? digitsOf(cell.value, cell.format) : visibleText(plain(cell.text))
  if (id === null) {
    return wrong('has lost digits to the spreadsheet: format the cell as text, and type it again')
  }
  if (id.length > longestId) return wrong(`is longer than ${longestId} characters`)
  return isPlainText(id) && id !== '' ? read(id) : wrong('holds characters that no number has')
}

/** With the leading zeros that its format shows; null where digits may be missing. */
function digitsOf(value: number, format: string | null): string | null {
  const digits = String(value)
  if (!/^\d+$/.test(digits) || digits.length > exactDigits) return null
  const shown = /^0+$/.test(format ?? '') ? (format ?? '').length : 0
  return digits.padStart(shown, '0')
}

/** An amount, as a decimal with a point. */
export function amountIn(cell: Cell, { decimalSign }: Conventions): Reading<string> {
  return cell.kind === 'number'
    ? amountOfNumber(cell.value)
    : readAmount(shownIn(cell), decimalSign)
}

/** A day, as ISO 8601 writes it. */
export function dayIn(cell: Cell, { dayOrder }: Conventions): Reading<string> {
  // Of the two calendars of spreadsheets, a bare number does not say which it counts by.
  if (cell.kind === 'number')
    return wrong('is no day to the spreadsheet: format the cell as a date')
  return cell.kind === 'day' ? read(cell.day) : readDay(shownIn(cell), dayOrder)
}

/** A whole number from `least` to `most`. */
export function wholeIn(cell: Cell, least: number, most: number): Reading<number> {
  const text = shownIn(cell).trim()
  const value = Number(text)
  const isWithin = /^\d+$/.test(text) && value >= least && value <= most
  return isWithin ? read(value) : wrong(`is no whole number from ${least} to ${most}`)
}

const countries = countriesByName()

/** Codes (ISO 3166-1 alpha-2) and names in six languages; and what the British call their own. */
function countriesByName(): ReadonlyMap<string, string> {
  const displays = languages.map(
    (language) => new Intl.DisplayNames(localeOf(language), { type: 'region' }),
  )
  const named = countryCodes.flatMap((code) =>
    [code, ...displays.map((names) => names.of(code) ?? code)].map(
      (name) => [foldLetters(name), code] as const,
    ),
  )
  return new Map([...named, ['uk', 'GB']])
}

/** A country's code (ISO 3166-1 alpha-2). */
export function countryIn(cell: Cell): Reading<string> {
  const code = countries.get(foldLetters(shownIn(cell)))
  return code === undefined ? wrong('is no country, such as BE or Belgium') : read(code)
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** A currency's code (ISO 4217). */
export function currencyIn(cell: Cell): Reading<string> {
  const code = visibleText(shownIn(cell)).toUpperCase()
  return currencies.has(code) ? read(code) : wrong('is no currency, such as EUR')
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
  const text = plain(shownIn(cell)).trim()
  if (text.length > longestConditions)
    return wrong(`is longer than ${longestConditions} characters`)
  return isPlainText(text.replaceAll(/[\r\n\t]/g, ' '))
    ? read(text)
    : wrong('holds control characters')
}
