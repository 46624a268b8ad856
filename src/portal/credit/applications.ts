/** Applications for a limit as somebody sees them: those under the policies that are granted to them. */
import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { z } from 'zod'
import type { PortfolioPageQuery } from '../../shared/contract/common.ts'
import { applicationSchema, type Application } from '../../shared/contract/credit/applications.ts'
import { moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { isPolicyGranted, isPolicyOf } from '../identity/access/policy-grants.ts'
import { timestamp } from '../identity/accounts/account.ts'
import { day } from '../platform/clock.ts'
import type { ApplicationTable, DecisionTable } from '../platform/db/credit-schema.ts'
import type { Db } from '../platform/db/open.ts'
import { decodeCursor, pageOf, positionSchema, type Page } from '../platform/paging.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { positionIdOf, statusOf } from './position.ts'
import { reasonOf } from './alert-rows.ts'
import type { Viewer } from './buyers.ts'
import { assertGranted } from './policies.ts'

/** Within which an underwriter decides what is applied for, in milliseconds. */
const decidedWithin = 2 * day

type Row = Selectable<ApplicationTable> & {
  readonly buyer_name: string
  readonly country: string
}
type Decision = Selectable<DecisionTable>

const { kind: kindSchema } = applicationSchema.shape

function applicationOf(row: Row, decision: Decision | undefined): Application {
  return {
    id: row.id,
    kind: kindSchema.parse(row.kind),
    policyId: row.policy_id,
    buyerId: row.buyer_id,
    buyerName: row.buyer_name,
    country: row.country,
    amount: moneyOfUnits(BigInt(row.amount), row.currency),
    paymentTermsDays: row.payment_terms_days,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    // As it was decided: what became of the limit since is the limit's.
    status: decision === undefined ? 'pending' : statusOf(decision, decision.decided_on),
    appliedAt: timestamp(row.applied_at),
    expectedBy: decision === undefined ? timestamp(row.applied_at + decidedWithin) : null,
    decision:
      decision === undefined
        ? null
        : {
            granted: moneyOfUnits(BigInt(decision.granted), decision.currency),
            decidedAt: timestamp(decision.decided_at),
            effectiveOn: decision.effective_on,
            endsOn: decision.ends_on,
            reason: reasonOf(decision.reason),
            conditions: decision.conditions,
          },
    limitId: positionIdOf(row),
  }
}

const grantedApplications = (db: Db, userId: string) =>
  db
    .selectFrom('applications')
    .innerJoin('buyers', 'buyers.id', 'applications.buyer_id')
    .where((row) => isPolicyGranted(row.val(userId), row.ref('applications.policy_id')))
    .selectAll('applications')
    .select(['buyers.name as buyer_name', 'buyers.country'])

/** The latest decision of each application. */
async function decisionsOf(db: Db, ids: readonly string[]): Promise<Map<string | null, Decision>> {
  if (ids.length === 0) return new Map()
  const decisions = await db
    .selectFrom('decisions')
    .selectAll()
    .where('application_id', 'in', [...ids])
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  return new Map(decisions.map((decision) => [decision.application_id, decision]))
}

/**
 * A page of the applications that `userId` sees, newest first.
 * @throws ProblemError `not_found` for a client none of whose policies is granted, `invalid_request` for a
 * cursor that this did not make
 */
export async function listApplications(
  db: Db,
  userId: string,
  { cursor, limit, client }: PortfolioPageQuery,
): Promise<Page<Application>> {
  await assertGranted(db, userId, { client })
  const after = cursor === undefined ? null : decodeCursor(cursor, positionSchema)
  const newest = await newestOf(db, { userId, client }, { after, limit: limit + 1 })
  const page = pageOf(
    newest,
    limit,
    ({ id }) => id,
    ({ applied_at: at, id }) => [at, id],
  )
  if (page.items.length === 0) return { items: [], nextCursor: null }
  const rows = await grantedApplications(db, userId)
    .where('applications.id', 'in', page.items)
    .execute()
  const decisions = await decisionsOf(db, page.items)
  const byId = new Map(rows.map((row) => [row.id, applicationOf(row, decisions.get(row.id))]))
  return {
    items: page.items.flatMap((id) => byId.get(id) ?? []),
    nextCursor: page.nextCursor,
  }
}

type Place = { readonly id: string; readonly applied_at: number }
type Way = { readonly after: z.infer<typeof positionSchema> | null; readonly limit: number }

/** Of policies in one statement: SQLite puts together no more than 500 selects. */
const together = 200

/** The newest of each policy's, by its index, and of those the newest: none looks at all there are. */
async function newestOf(
  db: Db,
  { userId, client }: Pick<Viewer, 'userId' | 'client'>,
  way: Way,
): Promise<Place[]> {
  const grants = await db
    .selectFrom('policy_grants')
    .select('policy_id')
    .where('user_id', '=', userId)
    .$if(client !== undefined, (of) =>
      of.where((row) => isPolicyOf(row.val(client ?? ''), row.ref('policy_grants.policy_id'))),
    )
    .execute()
  const found: Place[] = []
  for (let from = 0; from < grants.length; from += together) {
    const selects = grants
      .slice(from, from + together)
      .map(({ policy_id: policyId }) => newestUnder(policyId, way))
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as each may be long
    const { rows } = await sql<Place>`${sql.join(selects, sql` union all `)}`.execute(db)
    found.push(...rows)
  }
  return found
    .toSorted((one, other) => other.applied_at - one.applied_at || (one.id < other.id ? 1 : -1))
    .slice(0, way.limit)
}

function newestUnder(policyId: string, { after, limit }: Way): RawBuilder<unknown> {
  const isBehind =
    after === null ? sql`1 = 1` : sql`(a.applied_at, a.id) < (${after[0]}, ${after[1]})`
  return sql`select * from (select a.id, a.applied_at from applications as a
    where a.policy_id = ${policyId} and ${isBehind}
    order by a.applied_at desc, a.id desc limit ${limit}) as newest`
}

/**
 * One application that `userId` sees.
 * @throws ProblemError `not_found`, also for one under a policy that is not granted
 */
export async function readApplication(db: Db, userId: string, id: string): Promise<Application> {
  const row = await grantedApplications(db, userId)
    .where('applications.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('not_found')
  return applicationOf(row, (await decisionsOf(db, [id])).get(id))
}
