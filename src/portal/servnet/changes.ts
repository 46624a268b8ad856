/** Noting that items of Serv@Net's lists are other than they were; the first page shows some of each. */
import { changed, noteChanges, type Changed } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'

type List = 'messages' | 'alerts'

/** Items of a list as changed. */
export function changedItems(resource: List, ids: readonly string[]): Changed[] {
  return ids.map((id) => ({ resource, id, deleted: false }))
}

/**
 * Notes items of a list, and the first page, within the transaction that wrote them. Nothing is noted
 * where there is none.
 */
export async function noteItems(
  db: Db,
  context: Pick<PlatformContext, 'now'>,
  userId: string,
  resource: List,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await noteChanges(db, context, userId, [...changedItems(resource, ids), changed('home')])
}
