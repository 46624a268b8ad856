/**
 * The password rule, pure: the portal enforces it, the app's checklist renders it while one types.
 * What needs a list or a history (`too_common`, `used_before`) is added by the portal.
 */
import type { PasswordFailure, PasswordPolicy } from '../contract/identity/password-policy.ts'
import { foldTyped } from '../rules/typed-text.ts'

/** What a password may not contain. Every part is optional: enrolment knows only the username. */
export type PasswordContext = {
  readonly username?: string
  readonly names?: readonly string[]
  readonly email?: string
}

type Failure = PasswordFailure['code']

/** Shorter fragments occur in good passwords by accident ("Li", "an"). */
const shortestForbiddenPart = 3

const classes = [
  ['missing_lower', /\p{Ll}/u],
  ['missing_upper', /\p{Lu}/u],
  ['missing_digit', /\p{Nd}/u],
  ['missing_symbol', /[^\p{L}\p{M}\p{Nd}]/u],
] as const satisfies readonly (readonly [Failure, RegExp])[]

/** One form for every way of typing the same characters (NFKC); what is hashed and compared. */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC')
}

/** Length in Unicode code points after normalising: what "12 characters" means to a person. */
export function passwordLength(password: string): number {
  return Array.from(normalizePassword(password)).length
}

/** The rules of `policy` that can be checked without the portal, in the order of the checklist. */
export function localRules(policy: PasswordPolicy): Failure[] {
  return [
    'too_short',
    ...(policy.fourClasses ? classes.map(([code]) => code) : []),
    ...(policy.forbidPersonalData
      ? (['contains_username', 'contains_name', 'contains_email'] as const)
      : []),
  ]
}

/** Every rule of `policy` that `password` fails, never only the first. */
export function passwordFailures(
  policy: PasswordPolicy,
  password: string,
  context: PasswordContext = {},
): PasswordFailure[] {
  const normalized = normalizePassword(password)
  const length = passwordLength(password)
  const failures: PasswordFailure[] = []
  if (length < policy.minLength) {
    failures.push({ code: 'too_short', params: { min: policy.minLength } })
  }
  if (length > policy.maxLength) {
    failures.push({ code: 'too_long', params: { max: policy.maxLength } })
  }
  if (policy.fourClasses) {
    for (const [code, pattern] of classes) {
      if (!pattern.test(normalized)) failures.push({ code, params: {} })
    }
  }
  if (policy.forbidPersonalData) failures.push(...personalDataFailures(normalized, context))
  return failures
}

function personalDataFailures(password: string, context: PasswordContext): PasswordFailure[] {
  const folded = foldTyped(password)
  const contains = (part: string | undefined): boolean => {
    const needle = foldTyped(part ?? '')
    return needle.length >= shortestForbiddenPart && folded.includes(needle)
  }
  const failures: PasswordFailure[] = []
  if (contains(context.username)) failures.push({ code: 'contains_username', params: {} })
  if (context.names?.some(contains)) failures.push({ code: 'contains_name', params: {} })
  const mailbox = context.email?.split('@')[0]
  if (contains(context.email) || contains(mailbox)) {
    failures.push({ code: 'contains_email', params: {} })
  }
  return failures
}

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
