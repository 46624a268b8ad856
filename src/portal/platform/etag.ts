/** Which version of a resource someone has, and whether it is still the current one. */
import { hash } from 'node:crypto'
import { ProblemError } from './problem-error.ts'

/** The tag of a representation: the same content, the same tag. */
export function etagOf(payload: string): string {
  return `"${hash('sha1', payload, 'base64url')}"`
}

/**
 * Whether `etag` is among `tags`; `*` is any version. A gateway that compresses answers marks their tags as weak (`W/`);
 * ours name the same content all the same, for edits too, where RFC 9110 would refuse them.
 * Split by the comma alone: a pattern that takes the spaces along takes the square of their number.
 */
export function hasTag(tags: string | undefined, etag: string): boolean {
  if (tags?.trim() === '*') return true
  return tags?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false
}

/**
 * For edits, within their transaction: that `current` is the version that `ifMatch` names.
 * @throws ProblemError `precondition_required`, or `precondition_failed` with what it is now
 */
export function assertMatches(
  ifMatch: string | undefined,
  current: Readonly<Record<string, unknown>>,
): void {
  if (ifMatch === undefined) throw new ProblemError('precondition_required')
  const etag = etagOf(JSON.stringify(current))
  if (!hasTag(ifMatch, etag))
    throw new ProblemError('precondition_failed', { current, headers: { etag } })
}
