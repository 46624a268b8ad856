/** Whether everybody's list has a password, for the portal that refuses it and the meter that says so. */
import { normalizePassword } from './password-policy.ts'

/** Shorter words are in the list but say little once a password grew around them. */
const shortestWord = 5

/** From the first letter to the last. Both ends are found at once, however long the password is. */
const dressedWord = /\p{L}(?:.*\p{L})?/su

/** Whether `common` has `password`, or the word that it dresses up with digits and symbols. */
export function isInList(common: ReadonlySet<string>, password: string): boolean {
  const folded = normalizePassword(password).toLowerCase()
  const word = dressedWord.exec(folded)?.[0] ?? ''
  return common.has(folded) || (word.length >= shortestWord && common.has(word))
}
