/** When an edit that did not get through goes again, and which failures are the portal's last word. */
import type { AppError } from '../../shared/contract/result.ts'

/**
 * What a failure means for the edit. `everything`: the portal cannot be had, or wants to be left alone.
 * `this`: it had trouble with this one; others may go. `again`: refused for a version that has passed;
 * it did nothing, and goes as a new write. `refused`: it will never take this one.
 */
export type Setback = 'everything' | 'this' | 'again' | 'refused'

const ofEverything = new Set<AppError['code']>([
  'network_offline',
  'portal_unreachable',
  'portal_timeout',
  'proxy_authentication_required',
  'certificate_untrusted',
  'clock_wrong',
  'configuration_invalid',
  'unavailable',
  'too_many_attempts',
  // Until someone signs in again, enrols, changes the password or unlocks.
  'unauthenticated',
  'token_expired',
  'session_ended',
  'enrolment_required',
  'password_change_required',
])

/** A foreign answer may come of a gateway's page, or of this one edit: the others are tried after it. */
export const failuresOfOneEdit = [
  'portal_answer_invalid',
  'internal',
  'in_progress',
  'unexpected',
] as const satisfies readonly AppError['code'][]

const ofThis = new Set<AppError['code']>(failuresOfOneEdit)

/** What `error` means for the edit that met it. */
export function setbackOf({ code }: AppError): Setback {
  if (ofEverything.has(code)) return 'everything'
  if (ofThis.has(code)) return 'this'
  return code === 'precondition_failed' ? 'again' : 'refused'
}

const firstWaitMs = 2_000
const longestWaitMs = 5 * 60_000

/**
 * How long to wait after so many tries in a row, in ms: twice as long each time, spread so that many
 * computers do not come back at once, and never less than the portal has asked for.
 * @param random from 0 to 1
 */
export function waitAfter(tries: number, error: AppError, random: number): number {
  const longest = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries, 20))
  const asked = (error.retryAfter ?? 0) * 1_000
  return Math.round(asked + longest * (0.5 + random / 2))
}
