/** The policies of a report by size. */
import type { Dashboard } from '../../shared/contract/credit/dashboard.ts'
import type { Amounts } from '../credit/read-sums.ts'
import { compareSizes, numberOf, type Conversion } from '../credit/conversion.ts'
import type { Report } from './report.ts'
import type { ReportSums } from './report-sums.ts'

type SizedPolicy = Dashboard['position']['largestPolicies'][number]

/** The policies of a report, the largest first by what is in force; those of no known size at the end. */
export function policiesBySize(
  { policies }: Pick<Report, 'policies'>,
  byPolicy: ReportSums['byPolicy'],
  { money, base, ratio }: Conversion,
): readonly SizedPolicy[] {
  const none: Amounts = new Map()
  const sized = policies.map(({ id, name }) => {
    const sums = byPolicy.get(id)
    const [cld, rated, weighted] = [
      sums?.('cld') ?? none,
      sums?.('rated_cld') ?? none,
      sums?.('weighted_cld') ?? none,
    ]
    const size = base(cld)
    return { size, row: { id, name, abr: numberOf(ratio(weighted, rated)), totalCld: money(cld) } }
  })
  return sized.toSorted((one, other) => compareSizes(other.size, one.size)).map(({ row }) => row)
}
