/**
 * Entering the password again before what is delicate. It opens this session alone, for minutes.
 * Signing in does not count as such, however recent: whoever finds an open session must know the
 * password too.
 */
import type { z } from 'zod'
import type { reauthenticationSchema } from '../../../shared/contract/identity/sessions.ts'
import { timestamp } from '../accounts/account.ts'
import { lockOwnAccount } from '../sessions/sessions.ts'
import { latestEnd } from '../../platform/clock.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { ActingSession, Actor } from '../../platform/events/acts.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lifetimes } from '../settings.ts'
import {
  assertMayEnter,
  confirmEntry,
  refuseEntry,
  verifyEntry,
  type PasswordEntry,
} from '../passwords/current-password.ts'
import { inTransaction } from '../../platform/changes/log.ts'

/** @throws ProblemError `invalid_credentials`, `too_many_attempts` */
export async function reauthenticate(
  context: Context,
  actor: Actor,
  password: string,
): Promise<z.output<typeof reauthenticationSchema>> {
  const entry: PasswordEntry = {
    password,
    pointer: '/password',
    failure: 'reauthentication_failed',
  }
  await assertMayEnter(context, actor)
  const turn = { client: actor.client, known: true }
  const verified = await context.hasher.run(() => verifyEntry(context, actor, entry), turn)
  const until = await inTransaction(context, async (transaction) => {
    const user = await lockOwnAccount(transaction, actor.principal)
    if (!(await confirmEntry(transaction, user, verified))) return null
    const end = context.now() + lifetimes.reauthentication
    await transaction
      .updateTable('sessions')
      .set({ reauthenticated_until: end })
      .where('id', '=', actor.principal.sessionId)
      .execute()
    return end
  })
  return until === null ? refuseEntry(context, actor, entry) : { until: timestamp(until) }
}

/** @throws ProblemError `reauthentication_required`, also for a session that was ended */
export async function assertReauthenticated(
  db: Db,
  { now }: Pick<Context, 'now'>,
  { sessionId }: ActingSession,
): Promise<void> {
  const at = now()
  const session = await db
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .where('reauthenticated_until', '>', at)
    .where('reauthenticated_until', '<=', latestEnd(lifetimes.reauthentication, at))
    .executeTakeFirst()
  if (session === undefined) throw new ProblemError('reauthentication_required')
}
