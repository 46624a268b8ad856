/** Signing out: here, somewhere else, everywhere else. */
import { lockOwnAccount, endSessions } from '../sessions/sessions.ts'
import type { Context } from '../context.ts'
import { recordAct, type Actor } from '../../platform/events/acts.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { assertReauthenticated } from './reauthentication.ts'
import { inTransaction } from '../../platform/changes/log.ts'

/** Ends the session that asks. Ending it twice is no failure. */
export async function signOut(context: Context, actor: Actor): Promise<void> {
  const { user, sessionId } = actor.principal
  await inTransaction(context, async (transaction) => {
    const ended = await endSessions(transaction, user.id, context.now(), {
      kind: 'only',
      sessionId,
    })
    if (ended > 0) await recordAct(transaction, context, actor, 'signed_out')
  })
}

/**
 * Ends one session of this person's; their own as signing out does.
 * @throws ProblemError `reauthentication_required`, `not_found`
 */
export async function endSession(context: Context, actor: Actor, sessionId: string): Promise<void> {
  if (sessionId === actor.principal.sessionId) return signOut(context, actor)
  const userId = actor.principal.user.id
  await inTransaction(context, async (transaction) => {
    await lockOwnAccount(transaction, actor.principal)
    await assertReauthenticated(transaction, context, actor.principal)
    const session = await transaction
      .selectFrom('sessions')
      .select('device_name')
      .where('id', '=', sessionId)
      .where('user_id', '=', userId)
      .executeTakeFirst()
    const which = { kind: 'only', sessionId } as const
    const ended = await endSessions(transaction, userId, context.now(), which)
    if (session === undefined || ended === 0) throw new ProblemError('not_found')
    await recordAct(transaction, context, actor, 'session_ended', {
      endedSession: sessionId,
      endedDevice: session.device_name,
    })
  })
}

/**
 * Ends every session of this person's but the one that asks. @returns how many were open.
 * @throws ProblemError `reauthentication_required`
 */
export async function endOtherSessions(context: Context, actor: Actor): Promise<number> {
  const { user, sessionId } = actor.principal
  return inTransaction(context, async (transaction) => {
    await lockOwnAccount(transaction, actor.principal)
    await assertReauthenticated(transaction, context, actor.principal)
    const which = { kind: 'allBut', sessionId } as const
    const ended = await endSessions(transaction, user.id, context.now(), which)
    await recordAct(transaction, context, actor, 'other_sessions_ended', {
      sessions: String(ended),
    })
    return ended
  })
}
