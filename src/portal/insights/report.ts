/** What a report is about: whose policies, which days, which currency. */
import type { ReportQuery } from '../../shared/contract/credit/dashboard.ts'
import { addMonths, dayOf, firstDayOf, monthOf } from '../../shared/credit/days.ts'
import { assertKnownCurrency } from '../credit/rates.ts'
import type { PlatformContext } from '../platform/context.ts'
import { prepare, type Slots } from '../platform/db/prepare.ts'
import { ProblemError } from '../platform/problem-error.ts'
import type { Principal } from '../identity/sessions/principal.ts'

export type ReportPolicy = { readonly id: string; readonly name: string }

export type Report = {
  readonly currency: string
  readonly from: string
  readonly to: string
  /** Those that are granted, or as far as they were asked for; by their ids. */
  readonly policies: readonly ReportPolicy[]
}

const findGranted = prepare((db, { userId }: Slots<{ userId: string }>) =>
  db
    .selectFrom('policy_grants')
    .innerJoin('policies', 'policies.id', 'policy_grants.policy_id')
    .where('policy_grants.user_id', '=', userId)
    .select(['policies.id', 'policies.name', 'policies.organisation_id'])
    .orderBy('policies.id'),
)

/** Before there were companies that are insured today. */
const earliest = '1900-01-01'

/**
 * The report that `query` asks for, with what it leaves out filled in.
 * @throws ProblemError `not_found` for a policy or a client that is not granted; `invalid_request` for days and
 * currencies that no report can be of
 */
export async function readReport(
  context: Pick<PlatformContext, 'db' | 'now'>,
  { user }: Principal,
  query: ReportQuery,
): Promise<Report> {
  const currency = query.currency ?? user.currency
  const { from, to } = periodOf(query, dayOf(context.now()))
  await assertKnownCurrency(context.db, currency)
  const granted = await findGranted(context.db, { userId: user.id })
  const { policy = null, client = null } = query
  const policies = granted.filter(
    ({ id, organisation_id: of }) =>
      (policy === null || id === policy) && (client === null || of === client),
  )
  const isNarrowed = policy !== null || client !== null
  if (isNarrowed && policies.length === 0) throw new ProblemError('not_found')
  return { currency, from, to, policies }
}

function periodOf(
  { from: asked, to }: Pick<ReportQuery, 'from' | 'to'>,
  today: string,
): Pick<Report, 'from' | 'to'> {
  const end = to ?? today
  const from = asked ?? firstDayOf(addMonths(monthOf(end), -1))
  if (end > today) throw refusal('/to', 'period_in_future')
  if (from > end) throw refusal('/from', 'period_reversed')
  if (from < earliest) throw refusal('/from', 'period_too_early')
  return { from, to: end }
}

function refusal(pointer: string, code: string): ProblemError {
  return new ProblemError('invalid_request', { errors: [{ pointer, code }] })
}
