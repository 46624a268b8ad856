/** Whose things are whose. */

/**
 * The owner of what is kept while nobody is signed in; it has a store of its own beside that of who
 * is. No username is empty.
 */
export const noOwner = ''

/** Usernames are compared without regard to case: one key for all the ways to write one. */
export function personKey(username: string): string {
  return username.toLowerCase()
}

/** Whether two usernames name the same account. */
export function samePerson(one: string, other: string): boolean {
  return personKey(one) === personKey(other)
}
