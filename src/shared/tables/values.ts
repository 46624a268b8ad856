/** What the cells of a table can hold, each read as its column wants it. */
import { isPlainText } from '../contract/common.ts'
import { localeOf } from '../i18n/locale.ts'
import { languages } from '../languages.ts'
import { countryCodes } from '../rules/countries.ts'
import { foldLetters, tidyName, visibleText } from '../rules/typed-text.ts'
import {
  amountOfNumber,
  digitsOfSpreadsheets,
  isShortened,
  readAmount,
  type DecimalSign,
} from './amounts.ts'
import { read, shownIn, wrong, type Cell, type Reading } from './cells.ts'
import { readDay, type DayOrder } from './days.ts'

/** What of a file's amounts and days only all of them together tell, or whoever brought it. */
export type Conventions = {
  readonly decimalSign: DecimalSign | null
  readonly dayOrder: DayOrder | null
}

/** As long as a name may be, in characters. */
export const longestName = 250

/** A name, a town: one line, or several where the text itself has them. */
export function nameIn(cell: Cell): Reading<string> {
  if (cell.kind === 'day') return wrong('made_a_day')
  const lines = literalText(shownIn(cell)).split(/\r\n|\r|\n/)
  const name = lines.map(tidyName).join('\n').trim()
  if (name === '') return wrong('empty_name')
  if (name.length > longestName) return wrong('name_too_long')
  return isPlainText(name.replaceAll('\n', '')) ? read(name) : wrong('control_characters')
}

/**
 * A text without the apostrophe that exports put before what a spreadsheet would take for a formula
 * (`'=HYPERLINK(…)`). Names such as `'t Hof` keep theirs.
 */
export function literalText(text: string): string {
  return text.replace(/^'(?=[=+\-@\t\r\n])/, '')
}

/** As long as a number that names something may be. */
export const longestNumber = 64

/** A number that names something: a text, leading zeros and all. */
export function idIn(cell: Cell): Reading<string> {
  if (cell.kind === 'day' || cell.kind === 'other') return wrong('no_number')
  const id =
    cell.kind === 'number' ? digitsOf(cell.value, cell.format) : visibleText(literalText(cell.text))
  if (id === null || isShortened(id)) return wrong('digits_lost')
  if (id.length > longestNumber) return wrong('number_too_long')
  return isPlainText(id) && id !== '' ? read(id) : wrong('number_characters')
}

/** With the leading zeros that its format shows; null where digits may be missing. */
function digitsOf(value: number, format: string | null): string | null {
  const digits = String(value)
  if (!/^\d+$/.test(digits) || digits.length > digitsOfSpreadsheets) return null
  const shown = /^0+$/.test(format ?? '') ? (format ?? '').length : 0
  return digits.padStart(shown, '0')
}

/** An amount, as a decimal with a point. */
export function amountIn(
  cell: Cell,
  { decimalSign }: Pick<Conventions, 'decimalSign'>,
): Reading<string> {
  return cell.kind === 'number'
    ? amountOfNumber(cell.value)
    : readAmount(shownIn(cell), decimalSign)
}

/** A day, as ISO 8601 writes it. */
export function dayIn(cell: Cell, { dayOrder }: Pick<Conventions, 'dayOrder'>): Reading<string> {
  // Of the two calendars of spreadsheets, a bare number does not say which it counts by.
  if (cell.kind === 'number') return wrong('day_is_number')
  return cell.kind === 'day' ? read(cell.day) : readDay(shownIn(cell), dayOrder)
}

/** A whole number from `least` to `most`. */
export function wholeIn(cell: Cell, least: number, most: number): Reading<number> {
  const text = shownIn(cell).normalize('NFKC').trim()
  const value = Number(text)
  const isWithin = /^\d+$/.test(text) && value >= least && value <= most
  return isWithin ? read(value) : wrong('no_whole_number')
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
  return code === undefined ? wrong('country_unknown') : read(code)
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** A currency's code (ISO 4217). */
export function currencyIn(cell: Cell): Reading<string> {
  const code = visibleText(shownIn(cell)).toUpperCase()
  return currencies.has(code) ? read(code) : wrong('currency_unknown')
}
