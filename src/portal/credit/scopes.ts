/**
 * Scopes: what a report is about. A policy is one by its id; a set of several policies that somebody sees
 * together is one of its own, so that a report on many reads as little as one on a single policy, and
 * counts a buyer once whatever number of them it is under.
 */
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../platform/db/open.ts'
import { lockName, prepare, type Holding, type Slots } from '../platform/db/prepare.ts'

export type Scope = {
  readonly id: string
  readonly policies: readonly string[]
  /** Its buyers up to this id are counted; all are where it is null. */
  readonly countedTo: string | null
}

/** The id of the scope of `policies`, of which there are several, in any order. */
export function scopeIdOf(policies: readonly string[]): string {
  // Named unlike any number that is printed on a policy.
  return `set:${hash('sha256', JSON.stringify(policies.toSorted()), 'hex')}`
}

/**
 * Keeps scopes and grants as they are until the transaction ends: `shared` by who writes facts, `alone` by
 * who makes a scope, counts its buyers, or grants a policy.
 */
export function lockScopes(db: Db, how: Holding): Promise<void> {
  return lockName(db, 'scopes', how)
}

/** All scopes of several policies that there are. */
export async function readScopes(db: Db): Promise<readonly Scope[]> {
  const rows = await db
    .selectFrom('figure_scopes')
    .innerJoin('figure_scope_policies', 'figure_scope_policies.scope_id', 'figure_scopes.id')
    .select(['figure_scopes.id', 'figure_scopes.counted_to', 'figure_scope_policies.policy_id'])
    .orderBy('figure_scopes.id')
    .orderBy('figure_scope_policies.policy_id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, ofScope]) => ({
    id,
    policies: ofScope.map(({ policy_id }) => policy_id),
    countedTo: ofScope[0]?.counted_to ?? null,
  }))
}

/**
 * Which of `scopes` count a buyer already: a scope that is being made does not count all of them yet.
 * @param buyerIds those who may be asked about
 */
export async function scopesCounting(
  db: Db,
  scopes: readonly Scope[],
  buyerIds: readonly string[],
): Promise<(buyerId: string) => readonly Scope[]> {
  const whole = scopes.filter(({ countedTo }) => countedTo === null)
  const counted = new Map<string, Scope[]>()
  for (const scope of scopes) {
    if (scope.countedTo === null || buyerIds.length === 0) continue
    // The database compares ids, as it does where they are counted.
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    const rows = await db
      .selectFrom('buyers')
      .select('id')
      .where('id', 'in', buyerIds)
      .where('id', '<=', scope.countedTo)
      .execute()
    for (const { id } of rows) counted.set(id, [...(counted.get(id) ?? []), scope])
  }
  return (buyerId) => [...whole, ...(counted.get(buyerId) ?? [])]
}

/** How the sums of a set of policies are read. */
export type ReadableScope = {
  /** All of them together have the sums of the set. */
  readonly ids: readonly string[]
  /** Whether each buyer is counted once in them. */
  readonly countsBuyers: boolean
}

const findScope = prepare((db, { id }: Slots<{ id: string }>) =>
  db.selectFrom('figure_scopes').select(['id', 'counted_to']).where('id', '=', id),
)

/** A scope for `policies`: their own where one is kept, else each policy by itself. */
export async function readableScope(db: Db, policies: readonly string[]): Promise<ReadableScope> {
  if (policies.length < 2) return { ids: policies, countsBuyers: true }
  const [scope] = await findScope(db, { id: scopeIdOf(policies) })
  if (scope === undefined) return { ids: policies, countsBuyers: false }
  return { ids: [scope.id], countsBuyers: scope.counted_to === null }
}

/** How many buyers have a limit in force on `day`, counted one by one: for what no scope is kept of. */
export async function countBuyers(
  db: Db,
  policies: readonly string[],
  day: string,
): Promise<number> {
  if (policies.length === 0) return 0
  const { rows } = await sql<{ buyers: string }>`
    select cast(count(distinct buyer_id) as text) as buyers from (
      select buyer_id, granted, ends_on, row_number() over (
        partition by policy_id, buyer_id order by decided_at desc, id desc) as place
      from decisions where policy_id in (${sql.join(policies)}) and effective_on <= ${day}
    ) as standing
    where place = 1 and granted > 0 and (ends_on is null or ends_on >= ${day})`.execute(db)
  return Number(rows[0]?.buyers ?? 0)
}
