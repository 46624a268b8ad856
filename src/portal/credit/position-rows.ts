/** The table of positions: writing it, and keeping it as of today. */
import { sql } from 'kysely'
import { dayOf } from '../../shared/credit/days.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { prepareInsert } from '../platform/db/insert-many.ts'
import { lockRows } from '../platform/db/prepare.ts'
import { inTransaction } from '../platform/changes/log.ts'
import { positionsOf, readBuyerFacts } from './buyer-facts.ts'
import type { PositionChange } from './new-facts.ts'
import { refreshPortfolios } from './portfolio-rows.ts'
import { lockScopes } from './scopes.ts'
import { isSamePosition, positionColumns, type Position } from './position.ts'

const keys: ReadonlySet<string> = new Set(['policy_id', 'buyer_id', 'id'])

const upsert = prepareInsert<Position>(
  'positions',
  positionColumns,
  sql`on conflict (buyer_id, policy_id) do update set ${sql.join(
    positionColumns
      .filter((column) => !keys.has(column))
      .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
  )}`,
)

/** Writes positions, in the place of those of the same buyers and policies. */
export async function writePositions(db: Db, positions: readonly Position[]): Promise<void> {
  await upsert(db, positions)
}

/** Of buyers, in one transaction. */
const batch = 200

/**
 * Brings positions along that time alone has changed by today (a temporary limit has ended, a cut that
 * was announced has taken effect), each batch in a transaction of its own. Figures need none of it.
 * @param onMoved notes, within that transaction, what changed for whom
 * @returns how many moved
 */
export async function rollPositionsForward(
  context: Pick<PlatformContext, 'db' | 'now'>,
  onMoved: (transaction: Db, moved: readonly PositionChange[]) => Promise<void>,
): Promise<number> {
  const today = dayOf(context.now())
  let total = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a batch begins where the one before ended
    const due = await dueBuyers(context.db, today)
    if (due.length === 0) return total
    // oxlint-disable-next-line no-await-in-loop -- as above
    total += await inTransaction(context, async (transaction) => {
      const moved = await rollForward(transaction, due, today)
      await onMoved(transaction, moved)
      return moved.length
    })
  }
}

async function dueBuyers(db: Db, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('positions')
    .select('buyer_id')
    .where('next_change_on', '<=', today)
    .orderBy('next_change_on')
    .limit(batch)
    .execute()
  return [...new Set(rows.map(({ buyer_id }) => buyer_id))]
}

async function rollForward(
  db: Db,
  buyerIds: readonly string[],
  today: string,
): Promise<readonly PositionChange[]> {
  await lockScopes(db, 'shared')
  await lockRows(
    db,
    db.selectFrom('buyers').select('id').where('id', 'in', buyerIds).orderBy('id'),
  ).execute()
  const kept = await db
    .selectFrom('positions')
    .selectAll()
    .where('buyer_id', 'in', buyerIds)
    .execute()
  const facts = await readBuyerFacts(db, buyerIds)
  const moved = kept.flatMap((before): PositionChange[] => {
    const of = facts.get(before.buyer_id)
    const after = of && positionsOf(of, today).get(before.policy_id)
    return after === undefined || isSamePosition(before, after) ? [] : [{ before, after }]
  })
  await writePositions(
    db,
    moved.map(({ after }) => after),
  )
  await refreshPortfolios(db, buyerIds)
  return moved
}
