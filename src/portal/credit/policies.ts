/** Policies that are granted, with their conditions. */
import { sql, type Selectable } from 'kysely'
import { z } from 'zod'
import { idSchema, type PortfolioPageQuery } from '../../shared/contract/common.ts'
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
 * @throws ProblemError `not_found` for a client none of whose policies is granted, `invalid_request` for a
 * cursor that this did not make
 */
export async function listPolicies(
  db: Db,
  userId: string,
  { cursor, limit, client }: PortfolioPageQuery,
): Promise<Page<Policy>> {
  await assertGranted(db, userId, { client })
  const query = granted(db, userId)
    .$if(client !== undefined, (of) => of.where('policies.organisation_id', '=', client ?? ''))
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

/** What a list is narrowed to, if to anything: a policy, or all of a client's. */
type Narrowing = { readonly policy?: string | undefined; readonly client?: string | undefined }

/** @throws ProblemError `not_found` where no policy that is granted to `userId` is of what was asked for */
export async function assertGranted(
  db: Db,
  userId: string,
  { policy, client }: Narrowing,
): Promise<void> {
  if (policy === undefined && client === undefined) return
  const row = await granted(db, userId)
    .$if(policy !== undefined, (of) => of.where('policies.id', '=', policy ?? ''))
    .$if(client !== undefined, (of) => of.where('policies.organisation_id', '=', client ?? ''))
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('not_found')
}
