import { CommandError } from '../platform/command-error.ts'
import type { Context } from '../identity/context.ts'
import { demoPeople, demoUserId } from './people.ts'

/**
 * For a portal that is to serve real people: the demonstration's passwords are public.
 * @throws CommandError where the database holds one of its accounts
 */
export async function refuseDemo({ db }: Context): Promise<void> {
  const found = await db
    .selectFrom('users')
    .select('username')
    .where('id', 'in', demoPeople.map(demoUserId))
    .executeTakeFirst()
  if (found === undefined) return
  throw new CommandError(
    'This database holds the demonstration, whose passwords are public: ' +
      'serve it with --demo, or name another folder with --data.',
  )
}
