/** The period of a report: one that moves with the present, or two days that were chosen. */
import { assertNever } from '../../../../shared/assert-never.ts'
import type { ReportQuery } from '../../../../shared/contract/credit/dashboard.ts'

export const presets = [
  'thisMonth',
  'sinceLastMonth',
  'quarter',
  'yearToDate',
  'twelveMonths',
] as const
export type Preset = (typeof presets)[number]

export type Period =
  | { readonly kind: Preset }
  /** ISO days, both of them within the period. */
  | { readonly kind: 'chosen'; readonly from: string; readonly to: string }

/** The portal's own, where it is asked for none: from the first day of the month before. */
export const usualPeriod: Period = { kind: 'sinceLastMonth' }

/**
 * What a report is asked for by. Its end is left out where that is the present, and so is all of the
 * usual period: what is kept of it then answers on another day, too.
 * @param today the portal's day (UTC), ISO 8601
 */
export function reportDatesOf(period: Period, today: string): Pick<ReportQuery, 'from' | 'to'> {
  if (period.kind === 'chosen') return { from: period.from, to: period.to }
  const from = startOf(period.kind, today)
  return from === null ? {} : { from }
}

/** Null for the period that the portal takes by itself. */
function startOf(preset: Preset, today: string): string | null {
  const day = new Date(today)
  const year = day.getUTCFullYear()
  const month = day.getUTCMonth()
  switch (preset) {
    case 'thisMonth':
      return iso(year, month, 1)
    case 'sinceLastMonth':
      return null
    case 'quarter':
      return iso(year, month - (month % 3), 1)
    case 'yearToDate':
      return iso(year, 0, 1)
    case 'twelveMonths':
      return iso(year - 1, month, day.getUTCDate() + 1)
    default:
      return assertNever(preset)
  }
}

function iso(...date: Parameters<typeof Date.UTC>): string {
  return new Date(Date.UTC(...date)).toISOString().slice(0, 10)
}

/** The portal's day at `now`, in milliseconds since the epoch. */
export function dayAt(now: number): string {
  return new Date(now).toISOString().slice(0, 10)
}

export type PeriodFault = 'required' | 'future' | 'endsBeforeItBegins'

/** What is wrong with two days that were typed, each at its field; null where nothing is. */
export function periodFaults(from: string, to: string, today: string) {
  const fromFault: PeriodFault | null = from === '' ? 'required' : null
  const faults = { from: fromFault, to: toFault(from, to, today) }
  return faults.from === null && faults.to === null ? null : faults
}

function toFault(from: string, to: string, today: string): PeriodFault | null {
  if (to === '') return 'required'
  if (to > today) return 'future'
  return from !== '' && to < from ? 'endsBeforeItBegins' : null
}
