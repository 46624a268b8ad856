/** Days of the ledger's invoices, as they are counted and said. */
import { localeOf } from '../../../../shared/i18n/locale.ts'
import type { Language } from '../../../../shared/languages.ts'

const millisecondsOfDay = 86_400_000

/** How many days lie between two days of the calendar, as ISO 8601 writes them. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsOfDay)
}

/** "60 jours". */
export function formatDays(language: Language, days: number): string {
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  }).format(days)
}
