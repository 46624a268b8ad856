/**
 * Which portfolio somebody has, and that its rows are kept. They follow facts in the facts' own
 * transactions; here they are made for a set of policies that nobody had before, and unmade when nobody
 * has it any more.
 */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { prepare, type Slots } from '../platform/db/prepare.ts'
import { insertRows, ofPortfolios } from './portfolio-rows.ts'
import { lockScopes } from './scopes.ts'

/** Buyers whose rows are made in one transaction: others wait for it. */
const batch = 250

/** The portfolio of a set of policies. */
function portfolioIdOf(policyIds: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(policyIds.toSorted())).digest('base64url')
}

const grantsOf = prepare((db, of: Slots<{ userId: string }>) =>
  db.selectFrom('policy_grants').select('policy_id').where('user_id', '=', of.userId),
)

const stateOf = prepare((db, of: Slots<{ id: string }>) =>
  db.selectFrom('portfolios').select('state').where('id', '=', of.id),
)

/** The id of `userId`'s portfolio, where its rows are kept; null where they are not. */
export async function keptPortfolioOf(db: Db, userId: string): Promise<string | null> {
  const grants = await grantsOf(db, { userId })
  const id = portfolioIdOf(grants.map(({ policy_id: policyId }) => policyId))
  const [state] = await stateOf(db, { id })
  return state?.state === 'kept' ? id : null
}

type Of = Pick<PlatformContext, 'db'>

/** Keeps the rows of `userId`'s portfolio from now on. Safe to repeat, and to break off. */
export async function keepPortfolioOf({ db }: Of, userId: string): Promise<void> {
  const grants = await grantsOf(db, { userId })
  await keep(
    db,
    grants.map(({ policy_id: policyId }) => policyId),
  )
}

/** Keeps the portfolios that somebody has, and no others. */
export async function keepPortfolios({ db }: Of): Promise<void> {
  const grants = await db
    .selectFrom('policy_grants')
    .select(['user_id', 'policy_id'])
    .orderBy('user_id')
    .execute()
  const byUser = Map.groupBy(grants, ({ user_id: userId }) => userId)
  const sets = [...byUser.values()].map((of) => of.map(({ policy_id: policyId }) => policyId))
  const byId = new Map(sets.map((policyIds) => [portfolioIdOf(policyIds), policyIds]))
  const all = await db.selectFrom('portfolios').selectAll().execute()
  for (const { id, state } of all) {
    // oxlint-disable-next-line no-await-in-loop -- one portfolio after the other
    if (state === 'leaving' || !byId.has(id)) await drop(db, id)
  }
  for (const policyIds of byId.values()) {
    // oxlint-disable-next-line no-await-in-loop
    await keep(db, policyIds)
  }
}

/** Makes the rows of every portfolio again, as what they are in order by has changed. */
export async function remakePortfolios({ db }: Of): Promise<void> {
  const all = await db.selectFrom('portfolios').select('id').execute()
  for (const { id } of all) {
    // oxlint-disable-next-line no-await-in-loop -- one portfolio after the other
    await makeRows(db, id)
  }
}

async function keep(db: Db, policyIds: readonly string[]): Promise<void> {
  if (policyIds.length === 0) return
  const id = portfolioIdOf(policyIds)
  const [found] = await stateOf(db, { id })
  // One that is leaving comes back once it has left.
  if (found?.state === 'kept' || found?.state === 'leaving') return
  // From here on facts bring along what is there of it.
  await db.transaction().execute(async (transaction) => {
    const added = await transaction
      .insertInto('portfolios')
      .values({ id, state: 'making' })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) return
    await transaction
      .insertInto('portfolio_policies')
      .values(policyIds.map((policy_id) => ({ policy_id, portfolio_id: id })))
      .execute()
  })
  await makeRows(db, id)
  await db
    .updateTable('portfolios')
    .set({ state: 'kept' })
    .where('id', '=', id)
    .where('state', '=', 'making')
    .execute()
}

/** Policy by policy, by name: each batch begins where the one before ended. */
async function makeRows(db: Db, id: string): Promise<void> {
  const policies = await db
    .selectFrom('portfolio_policies')
    .select('policy_id')
    .where('portfolio_id', '=', id)
    .execute()
  for (const { policy_id: policyId } of policies) {
    let after: After | null = { name_key: '', buyer_id: '' }
    while (after !== null) {
      const behind: After = after
      // oxlint-disable-next-line no-await-in-loop -- as above
      after = await db
        .transaction()
        .execute((transaction) => makeBatch(transaction, id, policyId, behind))
      // oxlint-disable-next-line no-await-in-loop -- what others asked meanwhile is answered
      await setImmediate()
    }
  }
}

type After = { readonly name_key: string; readonly buyer_id: string }

async function makeBatch(
  db: Db,
  id: string,
  policyId: string,
  after: After,
): Promise<After | null> {
  // Nobody writes facts meanwhile: what is read here stays until it is kept.
  await lockScopes(db, 'alone')
  const next = await db
    .selectFrom('positions')
    .select(['name_key', 'buyer_id'])
    .where('policy_id', '=', policyId)
    .where(sql<boolean>`(name_key, buyer_id) > (${after.name_key}, ${after.buyer_id})`)
    .orderBy('name_key')
    .orderBy('buyer_id')
    .limit(batch)
    .execute()
  if (next.length === 0) return null
  const ids = next.map(({ buyer_id: buyerId }) => buyerId)
  await removeRows(db, id, ids)
  await insertRows(
    db,
    ofPortfolios(sql`pp.portfolio_id = ${id} and p.buyer_id in (${sql.join(ids)})`),
  )
  return next.length < batch ? null : (next.at(-1) ?? null)
}

async function removeRows(db: Db, id: string, buyerIds: readonly string[]): Promise<void> {
  for (const table of ['portfolio_buyers', 'portfolio_limits'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await db
      .deleteFrom(table)
      .where('portfolio_id', '=', id)
      .where('buyer_id', 'in', [...buyerIds])
      .execute()
  }
}

/** Nobody looks at it any more, and no fact brings its rows along. */
async function drop(db: Db, id: string): Promise<void> {
  await db.updateTable('portfolios').set({ state: 'leaving' }).where('id', '=', id).execute()
  await db.deleteFrom('portfolio_policies').where('portfolio_id', '=', id).execute()
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a batch at a time
    const some = await db
      .selectFrom('portfolio_buyers')
      .select('buyer_id')
      .where('portfolio_id', '=', id)
      .limit(batch)
      .execute()
    if (some.length === 0) break
    const ids = some.map(({ buyer_id: buyerId }) => buyerId)
    // oxlint-disable-next-line no-await-in-loop
    await db.transaction().execute((transaction) => removeRows(transaction, id, ids))
  }
  await db.deleteFrom('portfolios').where('id', '=', id).execute()
}
