/** Which policies somebody may see. */
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import type { Db } from '../../platform/db/open.ts'
import type { Tables } from '../../platform/db/schema.ts'
import type { Organisation, Policy } from './organisations.ts'

/**
 * For the condition of a statement: whether the policy is granted to the person. What is of any other
 * policy is not there for them, also where it was written for them: `not_found`, not `forbidden`.
 */
export function isPolicyGranted(
  userId: Expression<string>,
  policyId: Expression<string>,
): Expression<SqlBool> {
  const row = expressionBuilder<Tables>()
  return row.exists(
    row
      .selectFrom('policy_grants')
      .select('policy_grants.policy_id')
      .where('policy_grants.user_id', '=', userId)
      .where('policy_grants.policy_id', '=', policyId),
  )
}

/** For the condition of a statement: whether the policy is one of the organisation's. */
export function isPolicyOf(
  organisationId: Expression<string>,
  policyId: Expression<string>,
): Expression<SqlBool> {
  const row = expressionBuilder<Tables>()
  return row.exists(
    row
      .selectFrom('policies')
      .select('policies.id')
      .where('policies.organisation_id', '=', organisationId)
      .where('policies.id', '=', policyId),
  )
}

/** For any statement on `users`: the numbers of their policies, separated by commas, as `policies`. */
export const grantedPolicies = expressionBuilder<Tables, 'users'>()
  .selectFrom('policy_grants')
  .whereRef('policy_grants.user_id', '=', 'users.id')
  .select(
    sql<
      string | null
    >`string_agg(policy_grants.policy_id, ',' order by policy_grants.policy_id)`.as('policies'),
  )
  .as('policies')

/** Whether people of `organisation` may be granted `policy`: a broker's any, others' their own. */
export function mayBeGranted(organisation: Organisation, policy: Policy): boolean {
  return organisation.kind === 'broker' || policy.organisation_id === organisation.id
}

/** Grants policies to `userId`; those that are granted already stay so. */
export async function grantPolicies(
  db: Db,
  userId: string,
  policyIds: readonly string[],
): Promise<void> {
  if (policyIds.length === 0) return
  await db
    .insertInto('policy_grants')
    .values(policyIds.map((policy_id) => ({ user_id: userId, policy_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Withdraws policies from `userId`; what is of them is not there any more from the next call on. */
export async function withdrawPolicies(
  db: Db,
  userId: string,
  policyIds: readonly string[],
): Promise<void> {
  if (policyIds.length === 0) return
  await db
    .deleteFrom('policy_grants')
    .where('user_id', '=', userId)
    .where('policy_id', 'in', policyIds)
    .execute()
}

/** Withdraws every policy from `userId`. */
export async function withdrawAllPolicies(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('policy_grants').where('user_id', '=', userId).execute()
}
