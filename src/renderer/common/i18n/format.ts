/** Dates and times as each language writes them. All inputs are RFC 3339 timestamps or seconds. */
import { localeOf } from '../../../shared/i18n/locale.ts'
import type { Language } from '../../../shared/languages.ts'

/** A day, e.g. "23 novembre 2026". */
export function formatDay(language: Language, timestamp: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(
    new Date(timestamp),
  )
}

/** A moment, e.g. "23 nov. 2026, 08:42". */
export function formatMoment(language: Language, timestamp: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(timestamp))
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

/** A time of day, e.g. "08:42"; `moment` is in milliseconds since the epoch. */
export function formatTime(language: Language, moment: number): string {
  return new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short' }).format(moment)
}

/** Whether two moments, in milliseconds since the epoch, lie in one day of this computer's clock. */
export function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}
