/** The last step: a new password. It ends every session, tells the person, and signs nobody in. */
import { normalizePassword } from '../../../shared/identity/password-policy.ts'
import type { Recovery } from '../../../shared/contract/identity/recoveries.ts'
import { recipientOf } from '../accounts/recipient.ts'
import { forgetAttempts } from '../throttling/forget-attempts.ts'
import { newPasswordErrors, replacePassword } from '../passwords/password-rules.ts'
import { endSessions } from '../sessions/sessions.ts'
import { accountKey } from '../throttling/keys.ts'
import { consumeAttempt } from '../../platform/throttle/throttle.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'
import { recordEvent } from '../../platform/events/security-events.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import type { Client } from '../../platform/network/client.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { findFlow, type Flow } from './flow.ts'
import { forgetUnfinished } from './unfinished.ts'
import { inTransaction } from '../../platform/changes/log.ts'

/**
 * Sets the password. Sent again with the same one, where the answer got lost, it answers the same.
 * @throws ProblemError `password_policy` with every rule that fails, `flow_expired` (also where
 * the password or the questions were changed elsewhere meanwhile), `invalid_state`,
 * `too_many_attempts`, `unavailable`
 */
export async function recoverPassword(
  context: Context,
  id: string,
  newPassword: string,
  client: Client,
): Promise<Recovery> {
  const flow = await findFlow(context, id)
  if (flow.state === 'answers' || flow.user_id === null) throw new ProblemError('invalid_state')
  const key = accountKey(flow.name_key, 'recovery-password', flow.id_hash)
  const counter = { key, rule: context.settings.throttle.recoveryPassword }
  await consumeAttempt(context.db, [counter], context.now())
  const user = await context.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', flow.user_id)
    .executeTakeFirstOrThrow()
  if (flow.state === 'done') {
    await assertSame(context, user, newPassword, client)
    return { id, state: 'done' }
  }
  const hashNew = async (): Promise<string | null> => {
    const errors = await newPasswordErrors(context, user, newPassword)
    if (errors.length === 0) return context.hasher.hash(normalizePassword(newPassword))
    // Set by the same request a moment ago, it is the present one, and no fault of anybody's.
    if ((await findFlow(context, id)).state === 'done') return null
    throw new ProblemError('password_policy', { errors })
  }
  const hash = await context.hasher.run(hashNew, { client, known: true })
  const stored =
    hash !== null &&
    (await inTransaction(context, (transaction) =>
      store(transaction, context, { flow, user, hash, client }),
    ))
  if (stored) return { id, state: 'done' }
  // The password is another since it was looked at: see anew where the recovery stands.
  return recoverPassword(context, id, newPassword, client)
}

async function assertSame(
  context: Context,
  user: User,
  password: string,
  client: Client,
): Promise<void> {
  const compare = () => context.hasher.verify(user.password_hash, normalizePassword(password))
  const same = await context.hasher.run(compare, { client, known: true })
  if (!same) throw new ProblemError('invalid_state')
}

type Checked = {
  readonly flow: Flow
  readonly user: User
  readonly hash: string
  readonly client: Client
}

/** @returns false where the password was replaced in the meantime; then nothing is stored. */
async function store(
  db: Db,
  context: Context,
  { flow, user: checked, hash, client }: Checked,
): Promise<boolean> {
  const now = context.now()
  const user = await replacePassword(db, context, checked, hash, flow.id_hash)
  if (user === undefined) return false
  const { numUpdatedRows } = await db
    .updateTable('recoveries')
    .set({ state: 'done' })
    .where('id_hash', '=', flow.id_hash)
    .where('state', '=', 'password')
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  // Ended by a change of the questions, or out of time; throwing undoes the password.
  if (numUpdatedRows === 0n) throw new ProblemError('flow_expired')
  await forgetUnfinished(db, flow.name_key)
  const ended = await endSessions(db, user.id, now, { kind: 'all' })
  await forgetAttempts(db, flow.name_key, now, ['sign-in'])
  await recordEvent(db, context, {
    kind: 'password_recovered',
    userId: user.id,
    details: { address: client.address, sessions: String(ended) },
  })
  await queueMail(db, context, recipientOf(user), { kind: 'password_recovered', at: now })
  return true
}
