/** A table of applications as its page shows it. */
import { basename } from 'node:path'
import type { BatchView } from '../../../../shared/contract/servnet/batch.ts'
import { longestCell } from '../../../../shared/contract/servnet/opened-tables.ts'
import { isBlank, shownIn } from '../../../../shared/tables/cells.ts'
import type { CheckedBatch } from './batch-checks.ts'
import type { BatchDraft } from './batch-draft.ts'

/** As long as a line may be. */
const longestName = 300
const mostSheets = 500

/** What the page is told of a draft, with what was found out of its rows. */
export function viewOf(draft: BatchDraft, { rows, questions }: CheckedBatch): BatchView {
  const { source, sheet, sheets, isMixed, broken, hasHeader, isKnown, savedAt } = draft
  const sampleOf = (at: number) => {
    const cell = draft.rows.map(({ cells }) => cells[at]).find((one) => one && !isBlank(one))
    return cell === undefined ? '' : shownIn(cell).slice(0, longestCell)
  }
  return {
    source:
      source.kind === 'file'
        ? { kind: 'file', name: basename(source.path).slice(0, longestName) }
        : { kind: 'pasted' },
    sheet,
    sheets: sheets.slice(0, mostSheets),
    isMixed,
    broken,
    hasHeader,
    columns: draft.columns.map((field, at) => {
      const cell = hasHeader ? draft.first[at] : undefined
      const name = cell === undefined ? '' : shownIn(cell).slice(0, longestCell)
      return { name, sample: sampleOf(at), field }
    }),
    isKnown,
    questions: [...questions],
    answers: { decimalSign: draft.decimalSign, dayOrder: draft.dayOrder },
    defaults: { policyId: draft.policyId, terms: draft.terms },
    rows: rows.map(({ view }) => view),
    savedAt,
  }
}
