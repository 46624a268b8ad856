/** Accounts beyond the demonstration's, written straight into the database. */
import { randomUUID } from 'node:crypto'
import { grantPolicies } from '../../../src/portal/identity/access/policy-grants.ts'
import { replaceServices } from '../../../src/portal/identity/access/service-grants.ts'
import { addAccount } from '../../../src/portal/identity/accounts/account.ts'
import type { Context } from '../../../src/portal/identity/context.ts'
import type { User } from '../../../src/portal/platform/db/schema.ts'
import type { ServiceId } from '../../../src/shared/services.ts'

/** Adds `count` enrolled accounts with Serv@Net and policy 17386, that are like `special` where it says so. */
export function addPeople(
  { db, now }: Context,
  count: number,
  special: Partial<User>,
): Promise<User[]> {
  return db.transaction().execute(async (transaction) => {
    const people: User[] = []
    for (let added = 0; added < count; added += 1) {
      const id = randomUUID()
      const email = `${id}@example.com`
      const account = {
        id,
        username: id,
        username_key: id,
        email,
        email_key: email,
        first_name: 'Anna',
        last_name: 'Meyer',
        language: 'fr',
        enrolment_state: 'complete',
        enrolment_expires_at: 0,
        password_hash: 'none',
        enrolled_at: now(),
        created_at: now(),
        ...special,
      }
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      const person = await addAccount(transaction, account)
      if (person === undefined) throw new Error('A random name was taken')
      people.push(person)
      // oxlint-disable-next-line no-await-in-loop
      await replaceServices(transaction, person.id, ['servnet'])
      // oxlint-disable-next-line no-await-in-loop
      await grantPolicies(transaction, person.id, ['17386'])
    }
    return people
  })
}

/** Leaves `username` nothing but `services`, as a contact person can at any time. */
export async function grantOnly(
  { db }: Pick<Context, 'db'>,
  username: string,
  services: readonly ServiceId[],
): Promise<void> {
  const { id } = await db
    .selectFrom('users')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
  await replaceServices(db, id, services)
}
