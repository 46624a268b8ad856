/** The rows behind the dashboard's deteriorations: every buyer whose rating is worse than it was, in pages. */
import { z } from 'zod'
import type { PageQuery } from '../../shared/contract/common.ts'
import type { FigureRow } from '../../shared/contract/credit/dashboard.ts'
import type { Db } from '../platform/db/open.ts'
import { decodeCursor, pageOf, type Page } from '../platform/paging.ts'
import { percentOf, type Conversion } from '../credit/conversion.ts'
import {
  findFallsOf,
  greatestRise,
  mostBuyers,
  withStanding,
  type DeterioratedBuyer,
} from './deteriorations.ts'
import type { Report } from './report.ts'

/** By how much the last one that was shown is worse, and how many of those as bad are shown. */
const positionSchema = z.tuple([
  z.int().min(1).max(greatestRise),
  z.int().nonnegative().max(mostBuyers),
])

/**
 * A page of the buyers that deteriorated within the report, in the order of `findDeteriorations`.
 * @throws ProblemError `invalid_request` for a cursor that no page of this list bore
 */
export async function deteriorationRows(
  db: Db,
  report: Report,
  conversion: Conversion,
  { cursor, limit }: PageQuery,
): Promise<Page<FigureRow>> {
  const [most, shown] = cursor === undefined ? [null, 0] : decodeCursor(cursor, positionSchema)
  const falls = await findFallsOf(db, report, {
    count: shown + limit + 1,
    ...(most !== null && { most }),
  })
  const rows: { readonly buyer: DeterioratedBuyer; readonly place: number }[] = []
  for (const [deterioration, alike] of Map.groupBy(falls, (fall) => fall.deterioration)) {
    // oxlint-disable-next-line no-await-in-loop -- only as many as the page has room for
    const buyers = await withStanding(db, report, conversion, alike)
    const skip = deterioration === most ? shown : 0
    rows.push(
      ...buyers.map((buyer, index) => ({ buyer, place: index + 1 })).slice(skip, skip + limit + 1),
    )
    if (rows.length > limit) break
  }
  return pageOf(
    rows.slice(0, limit + 1),
    limit,
    ({ buyer }) => rowOf(buyer, report, conversion),
    ({ buyer, place }) => [buyer.deterioration, place],
  )
}

function rowOf(
  { buyer, deterioration, rating, standing }: DeterioratedBuyer,
  { to }: Report,
  { money, ratio }: Conversion,
): FigureRow {
  const totalCld = money(standing.cld)
  return {
    id: buyer.id,
    buyerId: buyer.id,
    name: buyer.name,
    country: buyer.country,
    policyId: null,
    on: to,
    applied: money(standing.applied),
    granted: money(standing.accepted),
    amount: totalCld,
    original: null,
    totalCld,
    rating,
    deterioration,
    riskAcceptance: percentOf(ratio(standing.accepted, standing.applied)),
    status: null,
  }
}
