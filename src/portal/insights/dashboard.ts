/** The dashboard: every figure of a report, from sums that are kept as facts are written. */
import type { Dashboard, ReportQuery } from '../../shared/contract/credit/dashboard.ts'
import { readRates } from '../credit/rates.ts'
import type { Amounts } from '../credit/read-sums.ts'
import { timestamp } from '../identity/accounts/account.ts'
import type { Principal } from '../identity/sessions/principal.ts'
import type { PlatformContext } from '../platform/context.ts'
import { createConversion, numberOf, percentOf, type Conversion } from '../credit/conversion.ts'
import { findDeteriorations, toDeterioration } from './deteriorations.ts'
import { policiesBySize } from './policies-by-size.ts'
import { readReport, type Report } from './report.ts'
import { readReportSums, type ReportSums } from './report-sums.ts'

const mostPolicies = 10
const mostDeteriorations = 10

/**
 * The dashboard that `query` asks for.
 * @throws ProblemError as `readReport`
 */
export async function readDashboard(
  context: Pick<PlatformContext, 'db' | 'now'>,
  principal: Principal,
  query: ReportQuery,
): Promise<Dashboard> {
  const report = await readReport(context, principal, query)
  const sums = await readReportSums(context.db, report)
  const currencies = [...new Set([report.currency, ...sums.currencies])].toSorted()
  const rates = await readRates(context.db, currencies, report.to)
  const conversion = createConversion(report.currency, rates)
  const deteriorations = await findDeteriorations(
    context.db,
    report,
    conversion,
    mostDeteriorations,
  )
  return {
    asOf: report.to,
    from: report.from,
    to: report.to,
    currency: report.currency,
    dataUpdatedAt: timestamp(sums.latestFactAt ?? context.now()),
    rates: [...rates],
    position: positionOf(report, sums, conversion),
    change: {
      ...changeOf(sums, conversion),
      deteriorations: deteriorations.map((one) => toDeterioration(one, conversion)),
    },
  }
}

function positionOf(
  report: Report,
  { position, before, months, buyers, byPolicy }: ReportSums,
  conversion: Conversion,
): Dashboard['position'] {
  const { money, ratio } = conversion
  const decisions = countOf(position('decisions'))
  return {
    riskAcceptance: {
      percent: percentOf(ratio(position('accepted'), position('applied'))),
      granted: money(position('accepted')),
      applied: money(position('applied')),
      months: Array.from(months, ([month, { accepted, applied }]) => ({
        month,
        percent: percentOf(ratio(accepted, applied)),
      })),
    },
    applications: decisions + countOf(position('pending_applications')),
    decisions,
    abr: {
      value: numberOf(ratio(position('weighted_cld'), position('rated_cld'))),
      ratedShare: percentOf(ratio(position('rated_cld'), position('cld'))),
      ratedCld: money(position('rated_cld')),
      before: numberOf(ratio(before('weighted_cld'), before('rated_cld'))),
    },
    totalCld: money(position('cld')),
    buyers,
    largestPolicies: policiesBySize(report, byPolicy, conversion).slice(0, mostPolicies),
  }
}

function changeOf(
  { position, change }: ReportSums,
  { money }: Conversion,
): Omit<Dashboard['change'], 'deteriorations'> {
  return {
    newDecisions: {
      zero: money(change('decided_zero')),
      partialNotCovered: money(change('decided_not_covered')),
      partialCovered: money(change('decided_covered')),
      full: money(change('decided_full')),
    },
    deductions: money(change('deductions')),
    futureDeductions: money(position('future_deductions')),
    customerCuts: money(change('customer_cuts')),
    endedTemporary: money(change('ended_temporary')),
    pendingApplications: money(position('pending')),
  }
}

/** Counts are kept by currency, as amounts are. */
function countOf(counts: Amounts): number {
  return Number([...counts.values()].reduce((sum, count) => sum + count, 0n))
}
