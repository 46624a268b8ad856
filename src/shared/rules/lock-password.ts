/**
 * What a password must be that only opens the lock of this computer. It is guessed at in two places:
 * here, where waits grow after each failure, so that even a short one would hold; and by someone who
 * has copied this computer's unlocked keychain along with the file, where each guess costs about a
 * second and 128 MB. Eight characters that are more than digits outlast the latter; eight digits do not.
 */
import { foldTyped } from './typed-text.ts'

/** In characters, as a person counts them. */
export const shortestLockPassword = 8

export const lockPasswordRules = [
  'too_short',
  'only_digits',
  'repeated',
  'contains_username',
] as const
export type LockPasswordFailure = (typeof lockPasswordRules)[number]

/** Fewer different characters are a pattern of the keyboard, or one key held down. */
const fewestDifferent = 4

/** Every rule that `password` fails, never only the first, in the order of the checklist. */
export function lockPasswordFailures(password: string, username?: string): LockPasswordFailure[] {
  const characters = Array.from(password.normalize('NFKC'))
  const name = username === undefined ? '' : foldTyped(username)
  const fails: Readonly<Record<LockPasswordFailure, boolean>> = {
    too_short: characters.length < shortestLockPassword,
    only_digits: characters.every((character) => /\p{Nd}/u.test(character)),
    repeated: new Set(characters).size < fewestDifferent,
    contains_username: name !== '' && foldTyped(password).includes(name),
  }
  return lockPasswordRules.filter((rule) => fails[rule])
}
