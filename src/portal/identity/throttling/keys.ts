/**
 * What failures are counted by. Whatever counts against an account begins with its owner, so that
 * all of it can be found: the username behind its HMAC before signing in (whether or not anybody has
 * it), the account's id afterwards.
 */
import { accountAttempts, type AttemptKind } from '../throttle-rules.ts'

/** @param who whose attempts count together; all there are where nobody is named */
export function accountKey(owner: string, kind: AttemptKind, who = ''): string {
  return `${owner}/${kind}/${who}`
}

/** The pattern (for `like`, with `\` to escape) of the keys that count against `owner`. */
export function keyPattern(owner: string, kind?: AttemptKind): string {
  const beginning = kind === undefined ? `${owner}/` : accountKey(owner, kind)
  return `${beginning.replaceAll(/[\\_%]/g, String.raw`\$&`)}%`
}

/** Which attempts `key` counts; null for what counts against no account. */
export function attemptKindOf(key: string): AttemptKind | null {
  const kind = key.split('/')[1] ?? ''
  return isAttemptKind(kind) ? kind : null
}

function isAttemptKind(kind: string): kind is AttemptKind {
  return Object.hasOwn(accountAttempts, kind)
}
