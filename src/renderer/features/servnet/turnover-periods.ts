/** Periods of which turnover is declared: quarters and months that are over, by UTC as all days of the portal. */
import { localeOf } from '../../../shared/i18n/locale.ts'
import type { Language } from '../../../shared/languages.ts'

export type PeriodLength = 'quarter' | 'month'

/** As many as one may declare late, or declare anew. */
const offered = { quarter: 8, month: 24 } as const satisfies Record<PeriodLength, number>
const monthsOf = { quarter: 3, month: 1 } as const satisfies Record<PeriodLength, number>

/** Those that are over at `now`, the last one first: `2026-Q3`, `2026-10`. */
export function periodsBefore(now: Date, length: PeriodLength): readonly string[] {
  const months = monthsOf[length]
  const current = Math.floor(now.getUTCMonth() / months)
  return Array.from({ length: offered[length] }, (_, index) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), (current - 1 - index) * months, 1))
    const year = first.getUTCFullYear()
    const month = first.getUTCMonth()
    return length === 'quarter'
      ? `${year}-Q${month / 3 + 1}`
      : `${year}-${String(month + 1).padStart(2, '0')}`
  })
}

/** The same period of the year before. */
export function yearBefore(period: string): string {
  return period.replace(/^\d+/, (year) => String(Number(year) - 1))
}

/** "juillet – septembre 2026", "octobre 2026": in months, as not everybody's quarters begin in January. */
export function periodName(language: Language, period: string): string {
  const [year = '', part = ''] = period.split('-')
  const format = new Intl.DateTimeFormat(localeOf(language), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const firstOf = (month: number) => new Date(Date.UTC(Number(year), month, 1))
  if (!part.startsWith('Q')) return format.format(firstOf(Number(part) - 1))
  const first = (Number(part.slice(1)) - 1) * 3
  return format.formatRange(firstOf(first), firstOf(first + 2))
}
