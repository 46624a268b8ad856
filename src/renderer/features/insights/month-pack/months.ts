/** Which months there is a pack of, and what each is asked for by. */
import type { ReportQuery } from '../../../../shared/contract/credit/dashboard.ts'
import { addMonths, firstDayOf, lastDayOf, monthOf } from '../../../../shared/credit/days.ts'

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
