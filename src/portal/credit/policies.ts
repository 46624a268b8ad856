/** Policies that are granted, with their conditions. */
import { sql, type Selectable } from 'kysely'
import { z } from 'zod'
import { idSchema, type PageQuery } from '../../shared/contract/common.ts'
import type { Policy } from '../../shared/contract/credit/policies.ts'
import type { PolicyTable } from '../platform/db/access-schema.ts'
import type { Db } from '../platform/db/open.ts'
import { decodeCursor, pageOf, type Page } from '../platform/paging.ts'
import { ProblemError } from '../platform/problem-error.ts'

/** A row as the contract tells it. */
export function policyOf(row: Selectable<PolicyTable>): Policy {
  return {
    id: row.id,
    name: row.name,
    currency: row.currency,
    country: row.country,
    mepDays: row.mep_days,
    graceDays: row.grace_days,
    maximumTermsDays: row.maximum_terms_days,
    reportWithinDays: row.report_within_days,
  }
}

const granted = (db: Db, userId: string) =>
  db
    .selectFrom('policies')
    .innerJoin('policy_grants', 'policy_grants.policy_id', 'policies.id')
    .where('policy_grants.user_id', '=', userId)
    .selectAll('policies')

/** The last that was shown; its name may be longer than a cursor. */
const positionSchema = z.tuple([idSchema])

/**
 * A page of the policies that are granted to `userId`, by name.
 * @throws ProblemError `invalid_request` for a cursor that this did not make
 */
export async function listPolicies(
  db: Db,
  userId: string,
  { cursor, limit }: PageQuery,
): Promise<Page<Policy>> {
  const query = granted(db, userId)
    .orderBy(sql`lower(policies.name)`)
    .orderBy('policies.id')
    .limit(limit + 1)
  const after = cursor === undefined ? null : decodeCursor(cursor, positionSchema)
  const rows = await (
    after === null
      ? query
      : query.where(sql<boolean>`(lower(policies.name), policies.id) >
          (select lower(former.name), former.id from policies as former where former.id = ${after[0]})`)
  ).execute()
  return pageOf(rows, limit, policyOf, ({ id }) => [id])
}

/**
 * A policy that is granted to `userId`.
 * @throws ProblemError `not_found`, also for one of somebody else
 */
export async function readPolicy(db: Db, userId: string, id: string): Promise<Policy> {
  const row = await granted(db, userId).where('policies.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('not_found')
  return policyOf(row)
}

/** @throws ProblemError `not_found` where the policy is not granted to `userId` */
export async function assertGrantedPolicy(db: Db, userId: string, policyId: string): Promise<void> {
  await readPolicy(db, userId, policyId)
}
