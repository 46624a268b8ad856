import type { Context } from '../context.ts'
import { demoPeople } from './people.ts'
import { demoId } from './seed.ts'

/**
 * For a portal that is to serve real people: the demonstration's passwords are in its source.
 * @throws Error where the database holds one of its accounts
 */
export async function refuseDemo({ db }: Context): Promise<void> {
  const ids = demoPeople.map(({ username }) => demoId(username))
  const found = await db
    .selectFrom('users')
    .select('username')
    .where('id', 'in', ids)
    .executeTakeFirst()
  if (found === undefined) return
  throw new Error(
    'This database holds the demonstration, whose passwords everyone can read: ' +
      'serve it with --demo, or name another folder with --data.',
  )
}
