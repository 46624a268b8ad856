/** Making an account, with all that belongs to one. */
import type { Insertable } from 'kysely'
import type { Db } from '../../platform/db/open.ts'
import type { User, UserTable } from '../../platform/db/schema.ts'

export type NewAccount = Insertable<UserTable>

/**
 * Adds an account with the preferences that everybody begins with, within the caller's transaction.
 * Nothing is granted to it yet.
 * @returns undefined where its username is taken; nothing was written then.
 */
export async function addAccount(db: Db, account: NewAccount): Promise<User | undefined> {
  const added = await db
    .insertInto('users')
    .values(account)
    .onConflict((conflict) => conflict.column('username_key').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (added === undefined) return undefined
  await db.insertInto('preferences').values({ user_id: added.id }).execute()
  return added
}
