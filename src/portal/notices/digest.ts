/** Tells people who want it by e-mail what is new in Serv@Net: each alert once. */
import type { ExpressionBuilder } from 'kysely'
import { servicesOf, timestamp } from '../accounts/account.ts'
import { recipientOf } from '../accounts/recipient.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import type { Tables, User } from '../db/schema.ts'
import type { Mail } from '../mail/mail.ts'
import { queueMail } from '../mail/queue.ts'
import { servnetAlertSchema } from '../../shared/portal/servnet.ts'
import { inBatches } from './batches.ts'

/** What one message lists; the rest it counts. */
const mostListed = 20

const alertKind = servnetAlertSchema.shape.kind

/**
 * Queues a digest for everybody with alerts that are not told yet. Safe to run at the same time
 * from several machines: whoever moves `alerts_told_until` on first sends it.
 * @returns how many were queued
 */
export async function queueAlertDigests(context: Context): Promise<number> {
  const now = context.now()
  await passOver(context.db, now)
  return inBatches(
    (after, limit) =>
      context.db
        .selectFrom('users')
        .selectAll()
        .where('enrolment_state', '=', 'complete')
        .where('alerts_by_email', '=', 1)
        .where('email', 'is not', null)
        .where((row) => row.exists(untold(row, now)))
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    (people) =>
      context.db.transaction().execute(async (transaction) => {
        let queued = 0
        for (const user of people) {
          // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
          if (await digest(transaction, context, user, now)) queued += 1
        }
        return queued
      }),
  )
}

/** Who does not want alerts by e-mail now is not to get the old ones on wanting them later. */
async function passOver(db: Db, now: number): Promise<void> {
  await db
    .updateTable('users')
    .set({ alerts_told_until: now })
    .where('alerts_by_email', '=', 0)
    .where((row) => row.exists(untold(row, now)))
    .execute()
}

function untold(row: ExpressionBuilder<Tables, 'users'>, now: number) {
  return row
    .selectFrom('alerts')
    .select('alerts.id')
    .whereRef('alerts.user_id', '=', 'users.id')
    .whereRef('alerts.at', '>', 'users.alerts_told_until')
    .where('alerts.at', '<=', now)
}

async function digest(db: Db, context: Context, user: User, now: number): Promise<boolean> {
  if (!servicesOf(user).includes('servnet')) return false
  const alerts = await db
    .selectFrom('alerts')
    .select(['id', 'kind', 'buyer', 'policy_id', 'at'])
    .where('user_id', '=', user.id)
    .where('at', '>', user.alerts_told_until)
    .where('at', '<=', now)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  const [latest] = alerts
  if (latest === undefined) return false
  const { numUpdatedRows } = await db
    .updateTable('users')
    .set({ alerts_told_until: latest.at })
    .where('id', '=', user.id)
    .where('alerts_told_until', '=', user.alerts_told_until)
    .where('alerts_by_email', '=', 1)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  const mail: Mail = {
    kind: 'alerts_digest',
    alerts: alerts.slice(0, mostListed).map((alert) => ({
      id: alert.id,
      kind: alertKind.parse(alert.kind),
      buyer: alert.buyer,
      policyId: alert.policy_id,
      at: timestamp(alert.at),
    })),
    more: Math.max(0, alerts.length - mostListed),
  }
  await queueMail(db, context, recipientOf(user), mail)
  return true
}
