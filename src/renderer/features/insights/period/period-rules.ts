/** The period of a report: one that moves with the present, or two days that were chosen. */
import { z } from 'zod'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { ReportQuery } from '../../../../shared/contract/credit/dashboard.ts'
import { addMonths, firstDayOf, lastDayOf, monthOf } from '../../../../shared/credit/days.ts'

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
  /** ISO days, both of them within the period; of an address, whatever stands there. */
  | { readonly kind: 'chosen'; readonly from: string; readonly to: string }

/** The portal's own, where it is asked for none: from the first day of the month before. */
export const usualPeriod = { kind: 'sinceLastMonth' } as const satisfies Period

/** The period that an address names, right or wrong. */
export function periodFrom(params: URLSearchParams): Period {
  const [from, to] = [params.get('from'), params.get('to')]
  if (from !== null || to !== null) return { kind: 'chosen', from: from ?? '', to: to ?? '' }
  return { kind: presets.find((one) => one === params.get('period')) ?? usualPeriod.kind }
}

/** What names `period` in an address; null for what does not. */
export function periodParams(
  period: Period,
): Readonly<Record<'period' | 'from' | 'to', string | null>> {
  if (period.kind === 'chosen') return { period: null, from: period.from, to: period.to }
  const isUsual = period.kind === usualPeriod.kind
  return { period: isUsual ? null : period.kind, from: null, to: null }
}

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

export type PeriodFault = 'required' | 'noSuchDay' | 'future' | 'endsBeforeItBegins'

/** What is wrong with two days that were typed, each at its field; null where nothing is. */
export function periodFaults(from: string, to: string, today: string) {
  const faults = {
    from: faultOf(from, today),
    to: faultOf(to, today) ?? orderFault(from, to),
  }
  return faults.from === null && faults.to === null ? null : faults
}

function faultOf(day: string, today: string): PeriodFault | null {
  if (day === '') return 'required'
  if (!isDay(day)) return 'noSuchDay'
  return day > today ? 'future' : null
}

function orderFault(from: string, to: string): PeriodFault | null {
  return isDay(from) && to < from ? 'endsBeforeItBegins' : null
}

/** 30 February is none. */
export function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success
}

/** As far back as one can choose. */
const mostMonths = 24

/** The months to choose from, the present one first. */
export function packMonths(today: string): readonly string[] {
  return Array.from({ length: mostMonths }, (_, index) => addMonths(monthOf(today), -index))
}

/** The month that an address names, and whether it may; else the last one that is over. */
export function packMonthOf(params: URLSearchParams, today: string) {
  const named = params.get('month')
  const months = packMonths(today)
  const month = months.find((one) => one === named)
  return { month: month ?? addMonths(monthOf(today), -1), isRefused: named !== null && !month }
}

/** A month's report; of the present one up to the present, so that what is kept of it answers. */
export function monthReport(month: string, today: string, currency: string): ReportQuery {
  const isOver = month < monthOf(today)
  return { currency, from: firstDayOf(month), ...(isOver && { to: lastDayOf(month) }) }
}
