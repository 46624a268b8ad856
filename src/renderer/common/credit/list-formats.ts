/**
 * What the cells of long lists show. Each format is made once a language: they are drawn by the
 * hundred while one scrolls.
 */
import { localeOf } from '../../../shared/i18n/locale.ts'
import type { Language } from '../../../shared/languages.ts'

type Formats = {
  readonly whole: Intl.NumberFormat
  readonly exact: Intl.NumberFormat
  readonly percent: Intl.NumberFormat
  readonly day: Intl.DateTimeFormat
  readonly countries: Intl.DisplayNames
  /** Lists have few countries, and asking for a name is dear. */
  readonly knownCountries: Map<string, string>
}

const made = new Map<Language, Formats>()

function formatsOf(language: Language): Formats {
  const known = made.get(language)
  if (known !== undefined) return known
  const locale = localeOf(language)
  const formats: Formats = {
    whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
    exact: new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }),
    percent: new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: 'percent',
      maximumFractionDigits: 0,
    }),
    day: new Intl.DateTimeFormat(locale, {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      timeZone: 'UTC',
    }),
    countries: new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }),
    knownCountries: new Map(),
  }
  made.set(language, formats)
  return formats
}

/** "250,000": an amount whose currency stands above the column. Below one unit it is not rounded away. */
export function formatAmount(language: Language, amount: string): string {
  const { whole, exact } = formatsOf(language)
  if (!isNumeral(amount)) return ''
  return (/^-?0+\.\d*[1-9]/u.test(amount) ? exact : whole).format(amount)
}

function isNumeral(text: string): text is Intl.StringNumericLiteral {
  return text !== '' && Number.isFinite(Number(text))
}

/** "12,408". */
export function formatTotal(language: Language, total: number): string {
  return formatsOf(language).whole.format(total)
}

/** "57 %". */
export function formatShare(language: Language, percent: number): string {
  return formatsOf(language).percent.format(percent)
}

/** "31/12/2026"; a day of the portal is one of UTC. */
export function formatShortDay(language: Language, day: string): string {
  return formatsOf(language).day.format(new Date(day))
}

/** "Belgium"; what is no code of two letters stays as it is. */
export function formatCountry(language: Language, code: string): string {
  const { countries, knownCountries } = formatsOf(language)
  const known = knownCountries.get(code)
  if (known !== undefined) return known
  const name = /^[A-Z]{2}$/u.test(code) ? (countries.of(code) ?? code) : code
  knownCountries.set(code, name)
  return name
}
