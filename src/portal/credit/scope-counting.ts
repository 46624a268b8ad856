/**
 * Makes the scopes of the sets of policies that people see, and takes away those that nobody sees any
 * more. What is additive is copied from the policies at once; buyers are counted one by one, a few at a
 * time, while facts go on being written.
 */
import { sql } from 'kysely'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { addCovered } from './buyer-facts.ts'
import { figureTables } from './figure-periods.ts'
import { lockScopes, readScopes, scopeIdOf, type Scope } from './scopes.ts'
import { figureColumns, SumChanges } from './sum-changes.ts'

/** Of buyers, in one transaction: others wait for it. */
const batch = 500

/** Makes, counts and removes scopes, so that there is one for each set that somebody sees. */
export async function keepScopes({ db }: Pick<PlatformContext, 'db'>): Promise<void> {
  const sets = await grantedSets(db)
  await db.transaction().execute(async (transaction) => {
    await lockScopes(transaction, 'alone')
    const known = await readScopes(transaction)
    for (const { id } of known) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      if (!sets.has(id)) await removeScope(transaction, id)
    }
    const there = new Set(known.map(({ id }) => id))
    for (const [id, policies] of sets) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (!there.has(id)) await makeScope(transaction, id, policies)
    }
  })
  for (const scope of await readScopes(db)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that others have their turn
    if (scope.countedTo !== null) await countScope(db, scope.id)
  }
}

/**
 * Each set of several policies that is granted to somebody, all of them and those of one organisation (a
 * broker's client), by the id of its scope.
 */
async function grantedSets(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('policy_grants')
    .innerJoin('policies', 'policies.id', 'policy_grants.policy_id')
    .select(['policy_grants.user_id', 'policies.organisation_id', 'policies.id'])
    .execute()
  const sets = [...Map.groupBy(rows, ({ user_id }) => user_id).values()]
    .flatMap((granted) => [
      granted,
      ...Map.groupBy(granted, ({ organisation_id }) => organisation_id).values(),
    ])
    .map((granted) => granted.map(({ id }) => id))
    .filter((policies) => policies.length > 1)
  return new Map(sets.map((policies) => [scopeIdOf(policies), policies]))
}

async function removeScope(db: Db, id: string): Promise<void> {
  const tables = [...figureTables.map(({ table }) => table), 'scope_days'] as const
  for (const table of tables) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await db.deleteFrom(table).where('scope_id', '=', id).execute()
  }
  await db.deleteFrom('figure_scope_policies').where('scope_id', '=', id).execute()
  await db.deleteFrom('figure_scopes').where('id', '=', id).execute()
}

async function makeScope(db: Db, id: string, policies: readonly string[]): Promise<void> {
  await db.insertInto('figure_scopes').values({ id, counted_to: '' }).execute()
  await db
    .insertInto('figure_scope_policies')
    .values(policies.map((policy_id) => ({ policy_id, scope_id: id })))
    .execute()
  const columns = sql.join(figureColumns.map((column) => sql.ref(column)))
  // A sum of whole numbers is a decimal on PostgreSQL.
  const sums = sql.join(figureColumns.map((column) => sql`cast(sum(${sql.ref(column)}) as bigint)`))
  const ids = sql.join(policies)
  for (const { table } of figureTables) {
    const into = sql.table(table)
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await sql`insert into ${into} (scope_id, currency, period, ${columns})
      select cast(${id} as text), currency, period, ${sums} from ${into}
      where scope_id in (${ids}) group by currency, period`.execute(db)
  }
  await sql`insert into scope_days (scope_id, day, buyers, latest_fact_at)
    select cast(${id} as text), day, 0, max(latest_fact_at) from scope_days
    where scope_id in (${ids}) group by day`.execute(db)
}

/** Counts the buyers of a scope, on from where it was left. */
async function countScope(db: Db, id: string): Promise<void> {
  let isDone = false
  while (!isDone) {
    // oxlint-disable-next-line no-await-in-loop -- a batch begins where the one before ended
    isDone = await db.transaction().execute(async (transaction) => {
      await lockScopes(transaction, 'alone')
      const scope = (await readScopes(transaction)).find((one) => one.id === id)
      if (scope === undefined || scope.countedTo === null) return true
      const next = await countSome(transaction, scope, scope.countedTo)
      await transaction
        .updateTable('figure_scopes')
        .set({ counted_to: next })
        .where('id', '=', id)
        .execute()
      return next === null
    })
  }
}

/** @returns up to which buyer the scope is counted now; null where there is none behind it */
async function countSome(db: Db, { id, policies }: Scope, after: string): Promise<string | null> {
  const rows = await db
    .selectFrom('buyers')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(batch)
    .execute()
  const last = rows.at(-1)
  if (last === undefined) return null
  const found = await db
    .selectFrom('decisions')
    .selectAll()
    .where(
      'buyer_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  const inScope = new Set(policies)
  const decisions = found.filter(({ policy_id }) => inScope.has(policy_id))
  const changes = new SumChanges()
  for (const ofBuyer of Map.groupBy(decisions, ({ buyer_id }) => buyer_id).values()) {
    const byPolicy = Map.groupBy(ofBuyer, ({ policy_id }) => policy_id)
    const pairs = Array.from(byPolicy.values(), (some) => ({ applications: [], decisions: some }))
    addCovered(changes, id, pairs, 1)
  }
  await changes.write(db, [])
  return rows.length < batch ? null : last.id
}
