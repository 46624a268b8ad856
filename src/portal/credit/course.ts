/** How it came to a limit: what was applied for and decided of a buyer under policies, step by step. */
import type { Selectable } from 'kysely'
import type { CourseStep } from '../../shared/contract/credit/credit-limits.ts'
import { addDays } from '../../shared/credit/days.ts'
import { moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { isPolicyGranted, isPolicyOf } from '../identity/access/policy-grants.ts'
import { timestamp } from '../identity/accounts/account.ts'
import type {
  ApplicationTable,
  DecisionTable,
  PositionTable,
} from '../platform/db/credit-schema.ts'
import type { Db } from '../platform/db/open.ts'
import { reasonOf } from './alert-rows.ts'
import type { Viewer } from './buyers.ts'

type Decision = Selectable<DecisionTable>
type Step = CourseStep & { readonly policyId: string }

/** As many as an answer has. */
const mostSteps = 500

/** The course of one limit, newest first. @param today for what has ended by itself */
export async function courseOf(
  db: Db,
  { buyer_id, policy_id }: Pick<Selectable<PositionTable>, 'buyer_id' | 'policy_id'>,
  today: string,
): Promise<CourseStep[]> {
  const applications = await db
    .selectFrom('applications')
    .selectAll()
    .where('buyer_id', '=', buyer_id)
    .where('policy_id', '=', policy_id)
    .orderBy('applied_at', 'desc')
    .limit(mostSteps)
    .execute()
  const decisions = await db
    .selectFrom('decisions')
    .selectAll()
    .where('buyer_id', '=', buyer_id)
    .where('policy_id', '=', policy_id)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostSteps)
    .execute()
  const steps = [...applications.map(appliedStep), ...decisionSteps(decisions, today)]
  return newestFirst(steps).slice(0, mostSteps)
}

/** What was decided of `buyerId` under the policies that are granted to somebody, or a client's, newest first. */
export async function decisionsOf(
  db: Db,
  { userId, client }: Pick<Viewer, 'userId' | 'client'>,
  buyerId: string,
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<Step[]> {
  const decisions = await db
    .selectFrom('decisions')
    .where('decisions.buyer_id', '=', buyerId)
    .where((row) => isPolicyGranted(row.val(userId), row.ref('decisions.policy_id')))
    .$if(client !== undefined, (of) =>
      of.where((row) => isPolicyOf(row.val(client ?? ''), row.ref('decisions.policy_id'))),
    )
    .selectAll('decisions')
    .orderBy('decisions.decided_at', 'desc')
    .orderBy('decisions.id', 'desc')
    .limit(limit)
    .execute()
  const byPolicy = [...Map.groupBy(decisions, (one) => one.policy_id)]
  const steps = byPolicy.flatMap(([policyId, ofPolicy]) =>
    decisionSteps(ofPolicy, today).map((step) => ({ ...step, policyId })),
  )
  return newestFirst(steps).slice(0, limit)
}

function newestFirst<Of extends CourseStep>(steps: readonly Of[]): Of[] {
  return steps.toSorted((one, other) => (one.at < other.at ? 1 : -Number(one.at > other.at)))
}

function appliedStep(row: Selectable<ApplicationTable>): CourseStep {
  return {
    kind: 'applied',
    at: timestamp(row.applied_at),
    amount: moneyOfUnits(BigInt(row.amount), row.currency),
    effectiveOn: row.starts_on,
    endsOn: row.ends_on,
    reason: null,
    applicationId: row.id,
  }
}

/** @param decisions of one buyer and policy, newest first */
function decisionSteps(decisions: readonly Decision[], today: string): CourseStep[] {
  const steps = decisions.map((row, index): CourseStep => ({
    kind: kindOf(row, decisions[index + 1]),
    at: timestamp(row.decided_at),
    amount: moneyOfUnits(BigInt(row.granted), row.currency),
    effectiveOn: row.effective_on,
    endsOn: row.ends_on,
    reason: reasonOf(row.reason),
    applicationId: row.application_id,
  }))
  const [latest] = decisions
  if (latest === undefined || latest.granted === 0 || (latest.ends_on ?? today) >= today)
    return steps
  return [...steps, endOf(latest, latest.ends_on ?? today)]
}

function kindOf(row: Decision, former: Decision | undefined): CourseStep['kind'] {
  if (row.application_id !== null || row.initiated_by === 'customer') {
    return row.applied === 0 ? 'withdrawn_by_customer' : 'decided'
  }
  if (row.granted === 0) return 'cancelled'
  const isCut = former !== undefined && former.currency === row.currency
  return isCut && row.granted < former.granted ? 'reduced' : 'decided'
}

/** A temporary limit ends by itself, at the end of its last day. */
function endOf(row: Decision, endsOn: string): CourseStep {
  return {
    kind: 'expired',
    at: timestamp(Date.parse(addDays(endsOn, 1))),
    amount: moneyOfUnits(0n, row.currency),
    effectiveOn: addDays(endsOn, 1),
    endsOn: null,
    reason: null,
    applicationId: row.application_id,
  }
}
