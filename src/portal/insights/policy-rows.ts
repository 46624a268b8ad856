/** The policies behind a figure of the dashboard, by size. */
import { z } from 'zod'
import type { PageQuery } from '../../shared/contract/common.ts'
import type { FigureRow } from '../../shared/contract/credit/dashboard.ts'
import { decodeCursor, pageOf, type Page } from '../platform/paging.ts'
import type { Conversion } from '../credit/conversion.ts'
import { policiesBySize } from './policies-by-size.ts'
import type { Report } from './report.ts'
import type { ReportSums } from './report-sums.ts'

/** How many are shown already. */
const shownSchema = z.tuple([z.int().nonnegative()])

/**
 * A page of the report's policies, the largest first.
 * @throws ProblemError `invalid_request` for a cursor that no page of this list bore
 */
export function policyRows(
  report: Report,
  byPolicy: ReportSums['byPolicy'],
  conversion: Conversion,
  { cursor, limit }: PageQuery,
): Page<FigureRow> {
  const [shown] = cursor === undefined ? [0] : decodeCursor(cursor, shownSchema)
  const rows = policiesBySize(report, byPolicy, conversion).map(
    ({ id, name, abr, totalCld }, index) => ({
      place: index + 1,
      row: { ...nothing, id, policyId: id, name, amount: totalCld, totalCld, abr },
    }),
  )
  return pageOf(
    rows.slice(shown, shown + limit + 1),
    limit,
    ({ row }) => row,
    ({ place }) => [place],
  )
}

/** What a row of no buyer leaves open. */
const nothing = {
  buyerId: null,
  country: null,
  on: null,
  applied: null,
  granted: null,
  original: null,
  rating: null,
  deterioration: null,
  riskAcceptance: null,
  status: null,
} as const
