/** A ledger as its page shows it. */
import { basename } from 'node:path'
import type { ExposureView } from '../../../../shared/contract/servnet/exposure.ts'
import { totalsOf } from '../../../../shared/credit/exposure-totals.ts'
import { agedOnOf, missingIn, type LedgerHead } from './ledger-head.ts'
import { linesOf } from './ledger-reading.ts'

/** As long as a line may be. */
const longestName = 300
const mostSheets = 500

/**
 * What the page is told of what is kept.
 * @param today the day of a ledger that nothing is computed of yet
 */
export function viewOf(head: LedgerHead, today: string): ExposureView {
  const { accounts, standings } = head
  return {
    file: basename(head.path).slice(0, longestName),
    openedAt: head.openedAt,
    asOf: standings?.asOf ?? today,
    sheet: head.sheet,
    sheets: head.sheets.slice(0, mostSheets),
    isMixed: head.isMixed,
    broken: head.broken,
    hasHeader: head.hasHeader,
    columns: head.columns.map((field, at) => ({
      name: head.hasHeader ? (head.header[at] ?? '') : '',
      sample: head.samples[at] ?? '',
      field,
    })),
    isKnown: head.isKnown,
    questions: accounts?.questions ?? [],
    answers: {
      decimalSign: head.decimalSign,
      dayOrder: head.dayOrder,
      currency: head.currency,
      policyId: head.policyId,
    },
    agedOn: agedOnOf(head),
    missing: missingIn(head),
    lines: linesOf(head),
    problems: accounts?.problems ?? [],
    wrongLines: accounts?.wrongLines ?? 0,
    totals: standings && totalsOf(standings.sums, standings.currency, standings.ratesOf),
    isWhole: standings?.isWhole ?? false,
  }
}
