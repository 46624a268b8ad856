/** Accounts beyond the demonstration's, written straight into the database. */
import type { ServiceId } from '../../../src/shared/services.ts'
import { randomUUID } from 'node:crypto'
import type { Context } from '../../../src/portal/identity/context.ts'
import type { User } from '../../../src/portal/platform/db/schema.ts'

/** Adds `count` enrolled accounts that are like `special` where it says so. */
export function addPeople(
  { db, now }: Context,
  count: number,
  special: Partial<User>,
): Promise<User[]> {
  const people = Array.from({ length: count }, () => {
    const id = randomUUID()
    const email = `${id}@example.com`
    return {
      id,
      username: id,
      username_key: id,
      email,
      email_key: email,
      first_name: 'Anna',
      last_name: 'Meyer',
      language: 'fr',
      alerts_by_email: 1,
      services: 'servnet',
      enrolment_state: 'complete',
      enrolment_expires_at: 0,
      password_hash: 'none',
      password_expires_at: null,
      enrolled_at: now(),
      created_at: now(),
      ...special,
    }
  })
  return db.insertInto('users').values(people).returningAll().execute()
}

/** Leaves `username` nothing but `services`, as a contact person can at any time. */
export async function grantOnly(
  { db }: Pick<Context, 'db'>,
  username: string,
  services: readonly ServiceId[],
): Promise<void> {
  await db
    .updateTable('users')
    .set({ services: services.join(',') })
    .where('username', '=', username)
    .execute()
}
