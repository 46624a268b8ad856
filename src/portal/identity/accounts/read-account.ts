/** An account with what stands beside it in other tables. */
import { prepare, type Slots } from '../../platform/db/prepare.ts'
import type { Db } from '../../platform/db/open.ts'
import type { Preferences, User } from '../../platform/db/schema.ts'
import { grantedServices, type Granted } from '../access/service-grants.ts'

export type Account = User & Omit<Preferences, 'user_id'> & Granted

const findAccount = prepare((db, { userId }: Slots<{ userId: string }>) =>
  db
    .selectFrom('users')
    .innerJoin('preferences', 'preferences.user_id', 'users.id')
    .where('users.id', '=', userId)
    .selectAll(['users', 'preferences'])
    .select(grantedServices),
)

/**
 * The account as it is now. In a transaction that has locked it, it stays so until the end.
 * @throws Error where there is none with this id
 */
export async function readAccount(db: Db, userId: string): Promise<Account> {
  const [account] = await findAccount(db, { userId })
  if (account === undefined) throw new Error('An account that is known to be there is not')
  return account
}
