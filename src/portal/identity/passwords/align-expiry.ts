/** A policy that was changed holds for the passwords that are there, too. */
import type { Context } from '../context.ts'
import { passwordExpiry } from './password-rules.ts'

/**
 * Where passwords do not expire, none that was set under another policy does; where they do, one
 * that had no end has the whole time from now on. What a contact person asked for stays asked for.
 */
export async function alignExpiry({ db, now, settings }: Context): Promise<void> {
  const expiry = passwordExpiry(settings.passwordPolicy, now())
  await db
    .updateTable('users')
    .set({ password_expires_at: expiry })
    .where('enrolment_state', '=', 'complete')
    .where('password_expires_at', expiry === null ? 'is not' : 'is', null)
    .execute()
}
