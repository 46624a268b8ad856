/** The passwords that everybody tries first. */
import { dictionary } from '@zxcvbn-ts/language-common'
import { normalizePassword } from '../../shared/password-policy.ts'

const common = new Set<string>(dictionary['passwords-common'])

/** Shorter words are in the list but say little once a password grew around them. */
const shortestWord = 5

/** From the first letter to the last. Both ends are found at once, however long the password is. */
const dressedWord = /\p{L}(?:.*\p{L})?/su

/** Whether `password` is one of the 49,000 most used, or one dressed up with digits and symbols. */
export function isCommonPassword(password: string): boolean {
  const folded = normalizePassword(password).toLowerCase()
  const word = dressedWord.exec(folded)?.[0] ?? ''
  return common.has(folded) || (word.length >= shortestWord && common.has(word))
}
