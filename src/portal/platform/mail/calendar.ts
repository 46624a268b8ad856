/** Days and moments as messages name them. Times in milliseconds. */
import { formatLongDay, withFirst } from '../../../shared/i18n/days.ts'
import { localeOf } from '../../../shared/i18n/locale.ts'
import type { Language } from '../../../shared/languages.ts'
import { day } from '../clock.ts'

/** The insurer's clock; messages name it, as their readers may sit elsewhere. */
const timeZone = 'Europe/Brussels'

/** A day, e.g. "23 novembre 2026". */
export function formatDay(language: Language, at: number): string {
  return formatLongDay(language, at, timeZone)
}

/** A moment without its zone, e.g. "23 novembre 2026 à 08:42". */
export function formatMoment(language: Language, at: number): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone } as const
  return withFirst(language, new Intl.DateTimeFormat(localeOf(language), style).format(at))
}

// Sweden writes dates as ISO 8601 does.
const isoDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone })

/** How many midnights lie between `from` and `to`: 1 is tomorrow, whatever the hour. */
export function calendarDays(from: number, to: number): number {
  const [first, last] = [from, to].map((at) => Date.parse(isoDay.format(at)))
  return Math.round(((last ?? 0) - (first ?? 0)) / day)
}

/** Whole hours where it is some: nobody counts 1440 minutes. */
export function formatDuration(language: Language, minutes: number): string {
  const [amount, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute']
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    amount,
  )
}
