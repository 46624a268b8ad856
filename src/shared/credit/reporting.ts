/** Until when an invoice that is not paid is to be reported, by the conditions of its policy. */
import type { Policy } from '../contract/credit/policies.ts'
import { addDays } from './days.ts'

/** How a day stands to an invoice that is not paid. */
export type Reporting = {
  /** The last day of the maximum extension period (MEP): past it, new deliveries are not covered. */
  readonly mepEndsOn: string
  /** The last day on which it can be reported in time. */
  readonly reportBy: string
  readonly state: 'within_mep' | 'to_report' | 'late'
}

/**
 * The days are counted from the original due date.
 * @param today a UTC day, as `dueOn`
 */
export function reportingOf(
  dueOn: string,
  { mepDays, reportWithinDays }: Pick<Policy, 'mepDays' | 'reportWithinDays'>,
  today: string,
): Reporting {
  const mepEndsOn = addDays(dueOn, mepDays)
  const reportBy = addDays(mepEndsOn, reportWithinDays)
  if (today <= mepEndsOn) return { mepEndsOn, reportBy, state: 'within_mep' }
  return { mepEndsOn, reportBy, state: today > reportBy ? 'late' : 'to_report' }
}

/** Whether `text` is a day as ISO 8601 writes it, so that it can be counted from. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}
