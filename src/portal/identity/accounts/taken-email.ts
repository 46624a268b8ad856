/** Who has an e-mail address: only whoever confirmed it. */
import type { Db } from '../../platform/db/open.ts'
import { ProblemError } from '../../platform/problem-error.ts'

/** What somebody is told who asks for, or confirms, an address that another account has. */
export function emailTakenError(): ProblemError {
  return new ProblemError('email_taken', { errors: [{ pointer: '/email', code: 'email_taken' }] })
}

/**
 * @param emailKey the address without regard to case
 * @throws ProblemError `email_taken` where an account other than `userId` has confirmed it
 */
export async function assertEmailNotTaken(db: Db, userId: string, emailKey: string): Promise<void> {
  const other = await db
    .selectFrom('users')
    .select('id')
    .where('email_key', '=', emailKey)
    .where('id', '!=', userId)
    .executeTakeFirst()
  if (other !== undefined) throw emailTakenError()
}
