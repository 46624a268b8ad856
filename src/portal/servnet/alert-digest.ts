/** Tells people who want it by e-mail what is new in Serv@Net: each alert once. */
import type { ExpressionBuilder, Selectable } from 'kysely'
import { servicesOf } from '../identity/access/service-grants.ts'
import { readAccount } from '../identity/accounts/read-account.ts'
import { lockAccount } from '../identity/sessions/sessions.ts'
import { recipientOf } from '../identity/accounts/recipient.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import type { AlertTable, Tables } from '../platform/db/schema.ts'
import type { Mail } from '../platform/mail/mail.ts'
import { queueMail } from '../platform/mail/queue.ts'
import { processInBatches } from '../platform/jobs.ts'
import { alertOf, isOfGrantedPolicy } from '../credit/alert-rows.ts'

/** What one message lists; the rest it counts. */
const mostListed = 20

/**
 * Queues a digest for everybody with alerts that are not told yet. Each alert is marked by itself:
 * one that is written late is told late, however old it is, with its day. Safe to run at the same
 * time from several machines: whoever marks an alert first tells it.
 * @returns how many were queued
 */
export async function queueAlertDigests(context: PlatformContext): Promise<number> {
  const now = context.now()
  return processInBatches(
    (after, limit) =>
      context.db
        .selectFrom('users')
        .innerJoin('preferences', 'preferences.user_id', 'users.id')
        .select('users.id')
        // Who is to confirm an address yet gets the alerts of that time once it is. Who does not want
        // them by e-mail now is not to get the old ones on wanting them later.
        .where((row) => row.or([row('email', 'is not', null), row('alerts_by_email', '=', 0)]))
        .where((row) => row.exists(untold(row, now)))
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    (people) =>
      context.db.transaction().execute(async (transaction) => {
        let queued = 0
        for (const { id } of people) {
          // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
          if (await digest(transaction, context, id, now)) queued += 1
        }
        return queued
      }),
  )
}

/** What is of a policy that was withdrawn is told once it is granted again, if ever. */
function untold(row: ExpressionBuilder<Tables, 'users'>, now: number) {
  return row
    .selectFrom('alerts')
    .select('alerts.id')
    .whereRef('alerts.user_id', '=', 'users.id')
    .where('alerts.told_at', 'is', null)
    .where(isOfGrantedPolicy)
    .where('alerts.at', '<=', now)
}

async function digest(
  db: Db,
  context: PlatformContext,
  userId: string,
  now: number,
): Promise<boolean> {
  // As it is now: neither an address nor a wish that changed since the batch was looked up.
  await lockAccount(db, userId)
  const user = await readAccount(db, userId)
  const wantsNone = user.alerts_by_email === 0
  if (!wantsNone && (user.email === null || !servicesOf(user).includes('servnet'))) return false
  const marked = await mark(db, userId, now)
  if (wantsNone || marked.length === 0) return false
  const news = marked.toSorted((one, other) => other.at - one.at || compare(one.id, other.id))
  const mail: Mail = {
    kind: 'alerts_digest',
    alerts: news.slice(0, mostListed).map(alertOf),
    more: Math.max(0, news.length - mostListed),
  }
  await queueMail(db, context, recipientOf(user), mail)
  return true
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/** Takes all that is untold: it is told, or passed over, from now on. */
function mark(db: Db, userId: string, now: number): Promise<Selectable<AlertTable>[]> {
  return db
    .updateTable('alerts')
    .set({ told_at: now })
    .where('user_id', '=', userId)
    .where('told_at', 'is', null)
    .where(isOfGrantedPolicy)
    .where('at', '<=', now)
    .returningAll()
    .execute()
}
