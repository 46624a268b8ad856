/** What changed for a policyholder's buyers: the list, one of them, and the tick. */
import type { PortfolioPageQuery } from '../../shared/contract/common.ts'
import type { ServnetAlert } from '../../shared/contract/credit/alerts.ts'
import { alertColumns, alertOf, isOfClient, isOfGrantedPolicy } from '../credit/alert-rows.ts'
import { assertGranted } from '../credit/policies.ts'
import { inTransaction } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import { decodeCursor, pageOf, type Page, isBehind, positionSchema } from '../platform/paging.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { noteItems } from './changes.ts'

/**
 * A page of the person's alerts, newest first.
 * @throws ProblemError `not_found` for a client none of whose policies is granted, `invalid_request` for a
 * cursor that this did not make
 */
export async function listAlerts(
  { db }: PlatformContext,
  userId: string,
  { cursor, limit, client }: PortfolioPageQuery,
): Promise<Page<ServnetAlert>> {
  await assertGranted(db, userId, { client })
  const query = db
    .selectFrom('alerts')
    .select(alertColumns)
    .where('user_id', '=', userId)
    .where(isOfGrantedPolicy)
    .$if(client !== undefined, (of) => of.where(isOfClient(client ?? '')))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  const after = cursor === undefined ? null : decodeCursor(cursor, positionSchema)
  const rows = await (
    after === null
      ? query
      : query.where((row) => isBehind(row, { at: row.ref('at'), id: row.ref('id') }, after))
  ).execute()
  return pageOf(rows, limit, alertOf, ({ at, id }) => [at, id])
}

/**
 * One of the person's alerts.
 * @throws ProblemError `not_found`, also for somebody else's, and for one of a policy that is not granted
 */
export async function readAlert(
  { db }: Pick<PlatformContext, 'db'>,
  userId: string,
  id: string,
): Promise<ServnetAlert> {
  const row = await db
    .selectFrom('alerts')
    .select(alertColumns)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where(isOfGrantedPolicy)
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('not_found')
  return alertOf(row)
}

/**
 * Ticks an alert off, or takes the tick away again; on one that is ticked off, the first time stands.
 * @throws ProblemError `not_found`, also for somebody else's, and for one of a policy that is not granted
 */
export async function setAlertHandled(
  context: PlatformContext,
  userId: string,
  id: string,
  isHandled: boolean,
): Promise<void> {
  await inTransaction(context, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('alerts')
      .set({ handled_at: isHandled ? context.now() : null })
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .where('handled_at', isHandled ? 'is' : 'is not', null)
      .where(isOfGrantedPolicy)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) return noteItems(transaction, context, userId, 'alerts', [id])
    // As it should be already, or not there.
    await readAlert({ db: transaction }, userId, id)
  })
}
