/** Asking someone for a new password, as a contact person does who fears that others know it. */
import { isolate } from '../../shared/rules/isolate.ts'
import { enrolmentStateOf } from '../identity/accounts/account.ts'
import { lockAccount } from '../identity/sessions/sessions.ts'
import { CommandError } from '../platform/problem-error.ts'
import type { Context } from '../identity/context.ts'
import { recordEvent } from '../platform/events/security-events.ts'
import { findAccount } from './accounts.ts'
import { inTransaction } from '../platform/changes/log.ts'

/**
 * From now on nothing but the change of the password is open to `username`, in every session.
 * @throws CommandError for a name that nobody has, or who has no password of their own yet
 */
export async function requirePasswordChange(context: Context, username: string): Promise<void> {
  const { id } = await findAccount(context, username)
  await inTransaction(context, async (transaction) => {
    const user = await lockAccount(transaction, id)
    if (enrolmentStateOf(user) !== 'complete') {
      const name = isolate(user.username)
      throw new CommandError(`${name} has not enrolled yet: invite them again instead.`)
    }
    await transaction
      .updateTable('users')
      .set({ password_change_required: 1 })
      .where('id', '=', id)
      .execute()
    await recordEvent(transaction, context, {
      kind: 'password_change_required',
      userId: id,
      details: {},
    })
  })
}
