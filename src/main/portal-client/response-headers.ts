/** What is taken from the headers of an answer: only what has the shape and size that it may have. */
import { longestWait } from '../../shared/contract/result.ts'
import { versionSchema } from '../../shared/contract/identity/profile-view.ts'

/**
 * The `ETag`; null where there is none, or one that the portal would never send: passed back, it
 * would make every later request one that a server refuses.
 */
export function versionOf(headers: Headers): string | null {
  const version = versionSchema.safeParse(headers.get('etag'))
  return version.success ? version.data : null
}

/**
 * The `Retry-After` header in whole seconds, at most `longestWait`; undefined where it says nothing
 * that can be believed. RFC 9110 has it as seconds or as a date.
 * @param now the time by the server's clock, in ms since 1970
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return wholeWait(Number(value))
  // Only a date begins with a weekday; all else that `Date` understands is a mistake.
  const date = /^[A-Za-z]{3,9},? /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : wholeWait((date - now) / 1_000)
}

/** Seconds as a person can be told to wait; undefined for what is no length of time. */
export function wholeWait(seconds: unknown): number | undefined {
  if (typeof seconds !== 'number' || Number.isNaN(seconds) || seconds < 0) return undefined
  return Math.min(Math.ceil(seconds), longestWait)
}

/** The portal's clock is off by more than this in no case: it is not the portal's word. */
const centuryMs = 100 * 366 * 86_400_000

/** The `Date` header in ms since 1970; null where it is none, or beyond all belief. */
export function dateOf(headers: Headers): number | null {
  const date = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(date) || Math.abs(date - Date.now()) > centuryMs ? null : date
}
