/** Figures as each language writes them. They are rounded here and nowhere before. */
import type { Money } from '../../../shared/contract/common.ts'
import { formatLongDay, withFirst } from '../../../shared/i18n/days.ts'
import { localeOf } from '../../../shared/i18n/locale.ts'
import type { Language } from '../../../shared/languages.ts'

/** What stands where there is nothing to compute: never a zero. */
export const dash = '–'

/** "57 %". What is nearly all, or nearly nothing, keeps a decimal: 99.97 is not 100. */
export function formatPercent(language: Language, percent: number): string {
  const rounded = Math.round(percent)
  const isNearly = (rounded === 0 || rounded === 100) && rounded !== percent
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: 'percent',
    maximumFractionDigits: isNearly ? 1 : 0,
    roundingMode: isNearly ? (percent < 1 ? 'ceil' : 'floor') : 'halfExpand',
  }).format(percent)
}

/** An average rating, "43". */
export function formatRating(language: Language, rating: number): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 0 }).format(rating)
}

/** A number that a tenth tells more of: "12.4". */
export function formatTenths(language: Language, number: number): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format(number)
}

/** By how many percent, "-10 %", "+2.5 %"; or without a sign. */
export function formatPercentChange(
  language: Language,
  change: number,
  signDisplay: 'exceptZero' | 'never' = 'exceptZero',
): string {
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: 'percent',
    maximumFractionDigits: 2,
    signDisplay,
  }).format(change)
}

/** By how much a rating is another, with its sign: "+1.5". */
export function formatRatingChange(language: Language, change: number): string {
  return new Intl.NumberFormat(localeOf(language), {
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(change)
}

/** "12,408". */
export function formatCount(language: Language, count: number): string {
  return new Intl.NumberFormat(localeOf(language)).format(count)
}

/** Units of a currency for one euro, "1.1279", as exact as they are kept. */
export function formatRate(language: Language, rate: string): string {
  return new Intl.NumberFormat(localeOf(language), { maximumSignificantDigits: 12 }).format(
    Number(rate),
  )
}

/** A day of a report with its year, "13 July 2016"; a day of the portal is one of UTC. */
export function formatReportDay(language: Language, day: string): string {
  return formatLongDay(language, Date.parse(day), 'UTC')
}

/** A month, `2016-07`, as an axis has room for it and in full: "Jul", "July 2016". */
export function formatMonth(language: Language, month: string) {
  const first = new Date(`${month}-01`)
  const locale = localeOf(language)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(first)
  return { short: format({ month: 'short' }), long: format({ month: 'long', year: 'numeric' }) }
}

/** When the portal's data are from: "Wednesday 13 July 2016" and "3:10 AM", both of UTC. */
export function formatDataMoment(language: Language, timestamp: string) {
  const moment = new Date(timestamp)
  const day = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(moment)
  // The guide's own line, which the English of the portal writes with twelve hours.
  const locale = language === 'en' ? 'en-US' : localeOf(language)
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
  return {
    day: language === 'en' ? day.replace(',', '') : withFirst(language, day),
    time: time.format(moment),
  }
}

/** The most decimals that an amount is sent with. */
const decimals = 4

/** What amounts of one currency come to, exactly; null where one of them is not known. */
export function sumOf(amounts: readonly (Money | null)[]): Money | null {
  const [first] = amounts
  if (first === null || first === undefined) return null
  const known = amounts.filter((money) => money !== null)
  if (known.length < amounts.length) return null
  const sum = known.reduce((total, { amount }) => total + unitsOf(amount), 0n)
  const digits = String(sum < 0n ? -sum : sum).padStart(decimals + 1, '0')
  const sign = sum < 0n ? '-' : ''
  return {
    amount: `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`,
    currency: first.currency,
  }
}

/** In ten thousandths, which no amount is finer than. */
function unitsOf(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole + fraction.padEnd(decimals, '0'))
}
