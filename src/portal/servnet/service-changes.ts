/** What of Serv@Net changes along with the grants and the language of a person. */
import { wholePortfolio } from '../credit/concerned.ts'
import { changed } from '../platform/changes/log.ts'
import type { ServiceChanges } from '../platform/changes/service-changes.ts'
import type { Db } from '../platform/db/open.ts'
import { changedItems } from './changes.ts'
import { isFor } from './messages.ts'

/** Alerts stand under policies, messages do not and are in the person's language; the page shows both. */
export const servnetChanges: ServiceChanges = {
  service: 'servnet',
  find: async (db, userId, scope) => {
    const isOfMessages = scope.kind === 'language' || scope.whole
    const policies = scope.kind === 'policies' ? scope.ids : []
    return [
      ...(isOfMessages ? changedItems('messages', await messagesFor(db, userId)) : []),
      ...(policies.length > 0
        ? [
            ...changedItems('alerts', await alertsUnder(db, userId, policies)),
            // Naming all that is under them would be longer than reading it anew.
            ...wholePortfolio(['servnet']).filter(({ resource }) => resource !== 'alerts'),
          ]
        : []),
      changed('home'),
    ]
  },
}

async function messagesFor(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('messages')
    .select('id')
    .where((row) => isFor(row, userId))
    .orderBy('published_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function alertsUnder(db: Db, userId: string, policies: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('alerts')
    .select('id')
    .where('user_id', '=', userId)
    .where('policy_id', 'in', policies)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
