/**
 * Takes what nobody sees out of names that were written before it was kept out: an account that was
 * invited as `paul<U+200B>dupont` can be signed in to as `pauldupont` from here on.
 */
import type { Kysely } from 'kysely'
import { foldTyped, tidyName, visibleText } from '../../../../shared/rules/typed-text.ts'
import type { Tables, User } from '../schema.ts'

export async function typedText(db: Kysely<Tables>): Promise<void> {
  await renameAccounts(db)
  await tidyPeople(db)
  await tidyDevices(db)
}

type Named = Pick<User, 'id' | 'username' | 'username_key' | 'enrolment_state' | 'created_at'>

/** Of accounts that come to the same name, the first in `byRight` keeps it; the others get a number. */
async function renameAccounts(db: Kysely<Tables>): Promise<void> {
  const accounts: Named[] = await db
    .selectFrom('users')
    .select(['id', 'username', 'username_key', 'enrolment_state', 'created_at'])
    .execute()
  const taken = new Set(accounts.map(({ username_key }) => username_key))
  for (const account of accounts.toSorted(byRight)) {
    const { id, username_key } = account
    const wanted = visibleText(account.username) || nameless
    const isOwn = foldTyped(wanted) === username_key
    const username = isOwn ? wanted : freeName(wanted, taken)
    const key = foldTyped(username)
    taken.add(key)
    if (username === account.username && key === username_key) continue
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await db
      .updateTable('users')
      .set({ username, username_key: key })
      .where('id', '=', id)
      .execute()
  }
}

/** For a name of which nothing is left. */
const nameless = 'user'
/** Leaves room for the number within the 64 that the contract allows. */
const longestNumbered = 58

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted
  for (let number = 2; taken.has(foldTyped(name)); number += 1) {
    name = `${Array.from(wanted).slice(0, longestNumbered).join('')}-${number}`
  }
  return name
}

/** Whom signing in could reach comes first, then who is enrolled, then who was invited first. */
function byRight(one: Named, other: Named): number {
  return (
    rank(one) - rank(other) || one.created_at - other.created_at || (one.id < other.id ? -1 : 1)
  )
}

function rank({ username, username_key, enrolment_state }: Named): number {
  if (foldTyped(username) === username_key) return 0
  return enrolment_state === 'complete' ? 1 : 2
}

async function tidyPeople(db: Kysely<Tables>): Promise<void> {
  const people = await db
    .selectFrom('users')
    .select(['id', 'first_name', 'last_name'])
    .where('last_name', 'is not', null)
    .execute()
  for (const { id, first_name, last_name } of people) {
    const tidied = {
      first_name: (first_name && tidyName(first_name)) || null,
      // Nobody is without one: whose is made of nothing else keeps it.
      last_name: (last_name && tidyName(last_name)) || last_name,
    }
    if (tidied.first_name === first_name && tidied.last_name === last_name) continue
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await db.updateTable('users').set(tidied).where('id', '=', id).execute()
  }
}

async function tidyDevices(db: Kysely<Tables>): Promise<void> {
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'device_name', 'device_platform'])
    .execute()
  for (const { id, device_name, device_platform } of sessions) {
    const tidied = tidyName(device_name) || device_platform
    if (tidied === device_name) continue
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await db.updateTable('sessions').set({ device_name: tidied }).where('id', '=', id).execute()
  }
}
