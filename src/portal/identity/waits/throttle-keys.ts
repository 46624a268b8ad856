/**
 * What failures are counted by. Whatever counts against an account begins with its owner, so that
 * all of it can be found: the username behind its HMAC before signing in (whether or not anybody has
 * it), the account's id afterwards.
 */
import { z } from 'zod'

const accountTriesSchema = z.enum([
  'sign-in',
  'recovery-code',
  'recovery-answers',
  'recovery-day',
  'recovery-password',
  'current-password',
  'rehearsal',
  'questions',
  'email-change',
  'email-code',
  'enrolment-security',
  'enrolment-personal-data',
])
/** Tries at an account; each kind counts apart, so that none stands in another's way. */
export type AccountTries = z.infer<typeof accountTriesSchema>

/** @param who whose tries count together; all there are where nobody is named */
export function accountKey(owner: string, tries: AccountTries, who = ''): string {
  return `${owner}/${tries}/${who}`
}

/** The pattern (for `like`, with `\` to escape) of the keys that count against `owner`. */
export function keyPattern(owner: string, tries?: AccountTries): string {
  const beginning = tries === undefined ? `${owner}/` : accountKey(owner, tries)
  return `${beginning.replaceAll(/[\\_%]/g, String.raw`\$&`)}%`
}

/** Which tries `key` counts; null for what counts against no account. */
export function triesIn(key: string): AccountTries | null {
  return accountTriesSchema.safeParse(key.split('/')[1]).data ?? null
}

/** Tries that count by where they come from, whatever the account. */
export type AddressTries =
  'sign-in' | 'refresh' | 'password-check' | 'recovery-begin' | 'recovery-answers'
