/**
 * Forgets what no longer means anything: expired tokens, sessions long over, recoveries, old failures.
 * Security events are kept for good, and what a service shows is that service's affair.
 */
import { pruneKnownClients } from '../identity/accounts/known-clients.ts'
import { pruneTokens } from '../identity/sessions/refresh-tokens.ts'
import type { Context } from '../identity/context.ts'
import { pruneOutbox } from '../platform/mail/outbox.ts'
import { pruneUnfinished } from '../identity/recovery/unfinished.ts'
import { pruneAnswers } from '../server/repeatable/kept-answers.ts'
import { pruneChanges } from '../platform/changes/read.ts'
import { lifetimes } from '../identity/settings.ts'

/** Deletes what is over; sessions only once no token of theirs can be taken for a stolen one. */
export async function prune(context: Context): Promise<void> {
  const { db, now, settings } = context
  const at = now()
  const over = at - lifetimes.endedSession
  const longestMemory = Math.max(
    ...Object.values(settings.throttle).map((policy) => policy.forgetAfter),
  )
  await db.transaction().execute(async (transaction) => {
    const sessions = transaction
      .selectFrom('sessions')
      .select('id')
      .where((row) => row.or([row('expires_at', '<', over), row('ended_at', '<', over)]))
    await pruneTokens(transaction, at)
    for (const table of ['access_tokens', 'refresh_tokens'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one transaction
      await transaction.deleteFrom(table).where('session_id', 'in', sessions).execute()
    }
    await transaction
      .deleteFrom('sessions')
      .where((row) => row.or([row('expires_at', '<', over), row('ended_at', '<', over)]))
      .execute()
    // No notice is sent that long after an expiry.
    await transaction.deleteFrom('expiry_notices').where('password_expires_at', '<', over).execute()
    await transaction.deleteFrom('email_changes').where('expires_at', '<', over).execute()
    await transaction.deleteFrom('recoveries').where('expires_at', '<=', at).execute()
    await transaction
      .deleteFrom('throttles')
      .where((row) =>
        row.or([
          row.and([row('last_failure_at', '<', at - longestMemory), row('blocked_until', '<', at)]),
          // By a clock that was ahead; the throttle does not believe it either.
          row('last_failure_at', '>', at + longestMemory),
        ]),
      )
      .execute()
    await pruneKnownClients(transaction, at)
    await pruneUnfinished(transaction, at)
    await pruneOutbox(transaction, at)
    await pruneAnswers(transaction, at)
  })
  // By itself: it takes everybody's count of changes, which others take last.
  await pruneChanges(context)
}
