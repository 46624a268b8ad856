/** Dates and times as each language writes them. All inputs are RFC 3339 timestamps or seconds. */
import { formatDayOfYear, formatLongDay, withFirst } from '../../../shared/i18n/days.ts'
import { localeOf } from '../../../shared/i18n/locale.ts'
import type { Language } from '../../../shared/languages.ts'

/** A day, e.g. "23 novembre 2026". */
export function formatDay(language: Language, timestamp: string): string {
  return formatLongDay(language, Date.parse(timestamp))
}

/** A moment, e.g. "23 nov. 2026, 08:42". */
export function formatMoment(language: Language, timestamp: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return withFirst(language, format.format(new Date(timestamp)))
}

/** A day of the calendar, e.g. "29 novembre"; with its year where that is not this one. */
export function formatCalendarDay(language: Language, isoDay: string): string {
  const day = new Date(isoDay)
  const isThisYear = day.getUTCFullYear() === new Date().getFullYear()
  const at = day.getTime()
  return isThisYear ? formatDayOfYear(language, at) : formatLongDay(language, at, 'UTC')
}

/** A length of time in words, e.g. "2 minutes et 5 secondes"; `seconds` is rounded up. */
export function formatDuration(language: Language, seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds))
  const parts = [
    ['hour', Math.floor(whole / 3600)],
    ['minute', Math.floor((whole % 3600) / 60)],
    ['second', whole % 60],
  ] as const
  const words = parts
    .filter(([unit, value]) => value > 0 || (unit === 'second' && whole === 0))
    .map(([unit, value]) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value),
    )
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
}

/** A number of days, e.g. "60 jours". */
export function formatDays(language: Language, days: number): string {
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  }).format(days)
}

/** A time of day, e.g. "08:42"; `moment` is in milliseconds since the epoch. */
export function formatTime(language: Language, moment: number): string {
  return new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short' }).format(moment)
}

/** Whether two moments, in milliseconds since the epoch, lie in one day of this computer's clock. */
export function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long before `now` something was, in words: "il y a 5 minutes". Both in milliseconds since the epoch. */
export function formatAgo(language: Language, moment: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
  // A clock that is ahead elsewhere does not make it the future.
  const passed = Math.max(0, now - moment)
  if (passed < minute) return format.format(0, 'second')
  if (passed < hour) return format.format(-Math.floor(passed / minute), 'minute')
  if (passed < day) return format.format(-Math.floor(passed / hour), 'hour')
  const days = Math.floor(passed / day)
  if (days < 60) return format.format(-days, 'day')
  return format.format(-Math.floor(days / 30), 'month')
}

/** The day of `moment` as a heading: "Aujourd’hui", "Hier", "23 novembre 2026"; both in milliseconds. */
export function formatDayHeading(language: Language, moment: number, now: number): string {
  const locale = localeOf(language)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const past = [0, 1].find((days) => isSameDay(moment, daysBefore(now, days)))
  if (past === undefined) return formatDay(language, new Date(moment).toISOString())
  const [first = '', ...rest] = format.format(-past, 'day')
  return first.toLocaleUpperCase(locale) + rest.join('')
}

export type MomentParts = {
  readonly day: 'today' | 'yesterday' | 'earlier'
  /** E.g. "08:42". */
  readonly time: string
  /** E.g. "23 nov. 2026, 08:42". */
  readonly date: string
}

/** What a sentence needs to name a moment: for today and yesterday their names and the time will do. */
export function momentParts(language: Language, timestamp: string, now: number): MomentParts {
  const moment = Date.parse(timestamp)
  const isYesterday = isSameDay(moment, daysBefore(now, 1))
  return {
    day: isSameDay(moment, now) ? 'today' : isYesterday ? 'yesterday' : 'earlier',
    time: formatTime(language, moment),
    date: formatMoment(language, timestamp),
  }
}

/** The same time of day, also across a change of the clock. */
function daysBefore(moment: number, days: number): number {
  const date = new Date(moment)
  return date.setDate(date.getDate() - days)
}
