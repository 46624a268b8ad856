/** Tells people that their password is about to expire: once for each threshold of each expiry. */
import { recipientOf } from '../accounts/recipient.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import { calendarDays } from '../../platform/mail/calendar.ts'
import { processInBatches } from '../../platform/jobs.ts'
import { day } from '../../platform/clock.ts'

/** Days before the expiry; 0 is the day itself. */
const thresholds = [0, 1, 7, 14] as const
const firstNotice = Math.max(...thresholds)

type DueNotice = {
  /** What is sent once for each expiry. */
  readonly threshold: number
  /** How many days are really left: fewer than the threshold, where a run was missed. */
  readonly days: number
}

/**
 * Queues the notices that are due. Safe to run at the same time from several machines: whoever
 * writes the notice's row first sends it.
 * @returns how many were queued
 */
export async function queueExpiryNotices(context: Context): Promise<number> {
  const now = context.now()
  return processInBatches(
    (after, limit) =>
      context.db
        .selectFrom('users')
        .selectAll()
        .where('enrolment_state', '=', 'complete')
        .where('email', 'is not', null)
        // Wider than any notice by a day on both sides; the rule decides by the calendar.
        .where('password_expires_at', '>', now - day)
        .where('password_expires_at', '<', now + (firstNotice + 1) * day)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    (people) =>
      context.db.transaction().execute(async (transaction) => {
        let queued = 0
        for (const user of people) {
          // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
          if (await notice(transaction, context, user, now)) queued += 1
        }
        return queued
      }),
  )
}

async function notice(db: Db, context: Context, user: User, now: number): Promise<boolean> {
  const { password_expires_at: expiresAt } = user
  if (expiresAt === null) return false
  const due = dueNotice(expiresAt, now)
  if (due === null) return false
  const { threshold, days } = due
  const first = await db
    .insertInto('expiry_notices')
    .values({ user_id: user.id, password_expires_at: expiresAt, threshold, noticed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst()
  if (first === undefined) return false
  await queueMail(db, context, recipientOf(user), { kind: 'password_expiry', days, expiresAt })
  return true
}

/** The one notice that fits at `now`, or null where none is due yet or any more. */
export function dueNotice(expiresAt: number, now: number): DueNotice | null {
  const days = calendarDays(now, expiresAt)
  const threshold = days < 0 ? undefined : thresholds.find((candidate) => days <= candidate)
  return threshold === undefined ? null : { threshold, days }
}
