/** What ends by time alone, without anybody writing: noted as changed once it is over. */
import { changed, inTransaction, noteChanges } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'

type Clocked = Pick<PlatformContext, 'db' | 'now'>

/** Notes sessions, and addresses that waited for a code, whose time has run out; each once. */
export async function noteExpired(context: Clocked): Promise<void> {
  await inTransaction(context, async (transaction) => {
    const now = context.now()
    for (const { id, user_id: userId } of await endedSessions(transaction, now)) {
      const gone = { resource: 'sessions', id, deleted: true } as const
      // oxlint-disable-next-line no-await-in-loop -- noted in memory until the end
      await noteChanges(transaction, context, userId, [gone])
    }
    for (const { user_id: userId } of await lapsedAddresses(transaction, now)) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      await noteChanges(transaction, context, userId, [changed('me')])
    }
  })
}

async function endedSessions(db: Db, now: number) {
  return db
    .selectFrom('sessions')
    .select(['id', 'user_id'])
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('changes')
            .select('sequence')
            .whereRef('changes.owner', '=', 'sessions.user_id')
            .where('changes.resource', '=', 'sessions')
            .whereRef('changes.item_id', '=', 'sessions.id')
            .where('changes.deleted', '=', 1),
        ),
      ),
    )
    .execute()
}

async function lapsedAddresses(db: Db, now: number) {
  return db
    .selectFrom('email_changes')
    .select('user_id')
    .where('state', '=', 'pending')
    .where('expires_at', '<=', now)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('changes')
            .select('sequence')
            .whereRef('changes.owner', '=', 'email_changes.user_id')
            .where('changes.resource', '=', 'me')
            .whereRef('changes.at', '>=', 'email_changes.expires_at'),
        ),
      ),
    )
    .execute()
}
