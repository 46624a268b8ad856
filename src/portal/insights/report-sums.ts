/** What the figures of a report are made of, as it is kept: the same few rows whatever the number of buyers. */
import { addMonths, monthBefore, monthOf } from '../../shared/credit/days.ts'
import {
  createReadChanges,
  createReadLevels,
  createReadLevelsByScope,
  readCounts,
  readMonthEnds,
  type Amounts,
  type MonthEnd,
  type Sums,
} from '../credit/read-sums.ts'
import { countBuyers, readableScope } from '../credit/scopes.ts'
import type { Db } from '../platform/db/open.ts'
import type { Report } from './report.ts'

const positionColumns = [
  'applied',
  'accepted',
  'decisions',
  'pending_applications',
  'pending',
  'cld',
  'rated_cld',
  'weighted_cld',
  'future_deductions',
] as const
const changeColumns = [
  'decided_zero',
  'decided_not_covered',
  'decided_covered',
  'decided_full',
  'deductions',
  'customer_cuts',
  'ended_temporary',
] as const
const ratedColumns = ['rated_cld', 'weighted_cld'] as const
const policyColumns = ['cld', 'rated_cld', 'weighted_cld'] as const

const readPosition = createReadLevels(positionColumns)
const readChange = createReadChanges(changeColumns)
const readRated = createReadLevels(ratedColumns)
const readByPolicy = createReadLevelsByScope(policyColumns)

/** As many bars as the dashboard shows, the last of them as at `to`. */
const bars = 12

export type ReportSums = {
  /** As at the end of `to`. */
  readonly position: Sums<(typeof positionColumns)[number]>
  /** Within from..to. */
  readonly change: Sums<(typeof changeColumns)[number]>
  /** A month before `to`. */
  readonly before: Sums<(typeof ratedColumns)[number]>
  /** Of each policy, as at the end of `to`. */
  readonly byPolicy: ReadonlyMap<string, Sums<(typeof policyColumns)[number]>>
  /** As at the end of each month, the oldest first. */
  readonly months: ReadonlyMap<string, MonthEnd>
  readonly buyers: number
  /** In milliseconds; null where there is no fact by then. */
  readonly latestFactAt: number | null
  /** Those that contribute to any of it. */
  readonly currencies: readonly string[]
}

/** Reads all sums of `report`. */
export async function readReportSums(db: Db, report: Report): Promise<ReportSums> {
  const { from, to } = report
  const policies = report.policies.map(({ id }) => id)
  const scope = await readableScope(db, policies)
  const last = addMonths(monthOf(to), -1)
  const first = addMonths(last, 2 - bars)
  const [position, change, rated, byPolicy, ends, counts] = await Promise.all([
    readPosition(db, scope.ids, to),
    readChange(db, scope.ids, { from, to }),
    readRated(db, scope.ids, monthBefore(to)),
    readByPolicy(db, policies, to),
    readMonthEnds(db, scope.ids, { first, last }),
    readCounts(db, scope.ids, to),
  ])
  const buyers = scope.countsBuyers ? counts.buyers : await countBuyers(db, policies, to)
  const now: MonthEnd = { applied: position('applied'), accepted: position('accepted') }
  const months = new Map([...ends, [monthOf(to), now]])
  const all = [
    ...positionColumns.map(position),
    ...changeColumns.map(change),
    ...ratedColumns.map(rated),
    ...Array.from(months.values(), ({ applied }) => applied),
  ]
  return {
    position,
    change,
    before: rated,
    byPolicy,
    months,
    buyers,
    latestFactAt: counts.latestFactAt,
    currencies: contributing(all),
  }
}

function contributing(all: readonly Amounts[]): readonly string[] {
  const currencies = all.flatMap((amounts) =>
    [...amounts].filter(([, units]) => units !== 0n).map(([currency]) => currency),
  )
  return [...new Set(currencies)].toSorted()
}
