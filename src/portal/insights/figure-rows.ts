/** The rows behind a figure of the dashboard, in pages. */
import { z } from 'zod'
import { isPlainText, type PageQuery } from '../../shared/contract/common.ts'
import type { Figure, FigureRow, ReportQuery } from '../../shared/contract/credit/dashboard.ts'
import { pairsOf, readBuyerFacts } from '../credit/buyer-facts.ts'
import { readRates } from '../credit/rates.ts'
import type { Principal } from '../identity/sessions/principal.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { decodeCursor, pageOf, type Page } from '../platform/paging.ts'
import { createConversion, type Conversion } from '../credit/conversion.ts'
import { deteriorationRows } from './deterioration-rows.ts'
import { candidatesOf, type Candidate, type Place } from './figure-sources.ts'
import { pairRows, type PairFigure } from './pair-rows.ts'
import { policyRows } from './policy-rows.ts'
import { readReport, type Report } from './report.ts'
import { readReportSums } from './report-sums.ts'

/**
 * A page of the rows behind `figure`.
 * @throws ProblemError as `readReport`, and `invalid_request` for a cursor that no page of this list bore
 */
export async function listFigureRows(
  context: Pick<PlatformContext, 'db' | 'now'>,
  principal: Principal,
  figure: Figure,
  { cursor, limit, ...query }: ReportQuery & PageQuery,
): Promise<Page<FigureRow>> {
  const { db } = context
  const report = await readReport(context, principal, query)
  const sums = await readReportSums(db, report)
  const currencies = [...new Set([report.currency, ...sums.currencies])]
  const conversion = createConversion(report.currency, await readRates(db, currencies, report.to))
  if (figure === 'largest-policies') {
    return policyRows(report, sums.byPolicy, conversion, { cursor, limit })
  }
  if (figure === 'deteriorations') {
    return deteriorationRows(db, report, conversion, { cursor, limit })
  }
  const after = cursor === undefined ? null : decodeCursor(cursor, positionSchema)
  const rows = await readRows(db, { figure, report, conversion, after, count: limit + 1 })
  return pageOf(
    rows,
    limit,
    ({ row }) => row,
    ({ position }) => position,
  )
}

const placeText = z.string().max(300).refine(isPlainText)

/** Behind which candidate, and how many rows of the next one are shown already. */
const positionSchema = z.tuple([placeText, placeText, placeText, z.int().nonnegative()])
type Position = z.infer<typeof positionSchema>

type Wanted = {
  readonly figure: PairFigure
  readonly report: Report
  readonly conversion: Conversion
  readonly after: Position | null
  readonly count: number
}

type PlacedRow = { readonly row: FigureRow; readonly position: Position }

/** As many as are looked at at once. */
const batch = 100

/** Before the first of all. */
const start: Place = ['', '', '']

async function readRows(
  db: Db,
  { figure, report, conversion, after, count }: Wanted,
): Promise<readonly PlacedRow[]> {
  const find = candidatesOf(figure, report)
  const [first, second, third, skipped] = after ?? [...start, 0]
  let place: Place = [first, second, third]
  let skip = skipped
  const found: PlacedRow[] = []
  for (;;) {
    const behind = place[0] === '' ? null : place
    // oxlint-disable-next-line no-await-in-loop -- a batch begins where the one before ended
    const candidates = await find(db, behind, batch)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const rowsOf = await readRowsOf(db, candidates, { figure, report, conversion })
    for (const candidate of candidates) {
      const rows = rowsOf(candidate)
      for (const [index, row] of rows.entries()) {
        if (index < skip) continue
        const isLast = index === rows.length - 1
        const position: Position = isLast ? [...candidate.place, 0] : [...place, index + 1]
        found.push({ row, position })
      }
      place = candidate.place
      skip = 0
    }
    if (candidates.length < batch || found.length >= count) return found.slice(0, count)
  }
}

/** The rows of each of `candidates`, from the facts of its buyer. */
async function readRowsOf(
  db: Db,
  candidates: readonly Candidate[],
  { figure, report, conversion }: Omit<Wanted, 'after' | 'count'>,
): Promise<(candidate: Candidate) => readonly FigureRow[]> {
  const buyers = await readBuyerFacts(db, [...new Set(candidates.map(({ buyerId }) => buyerId))])
  return ({ policyId, buyerId, sourceId }) => {
    const of = buyers.get(buyerId)
    const facts = of && pairsOf(of).get(policyId)
    if (of === undefined || facts === undefined) return []
    const pair = { policyId, buyer: of.buyer, ratings: of.ratings, facts }
    return pairRows(figure, report, pair, conversion)
      .filter((row) => sourceId === null || row.sourceId === sourceId)
      .map(({ row }) => row)
  }
}
