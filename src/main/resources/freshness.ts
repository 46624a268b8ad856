/** How old what is shown is, as a page is told. */
import type { AppError } from '../../shared/contract/result.ts'
import type { Freshness } from '../../shared/contract/route.ts'
import type { RefreshState } from './refreshes.ts'

/**
 * What this run of the app has not asked for yet is judged by this computer's clock. One that was set
 * back since makes it look younger than new: then it is old.
 * @param fetchedAt by this computer's clock, in ms since 1970
 * @param isReachable whether the portal can be asked for something newer
 */
export function freshnessOf(
  fetchedAt: number,
  maxAgeMs: number,
  { ageMs, failed, refreshing }: RefreshState,
  isReachable: boolean,
): Freshness {
  const age = ageMs ?? Date.now() - fetchedAt
  const isOld = age < 0 || age > maxAgeMs
  const isUnconfirmed = ageMs === null && !isReachable
  return {
    fetchedAt: new Date(fetchedAt).toISOString(),
    stale: failed || isOld || isUnconfirmed,
    refreshing,
  }
}

/** Of what the portal has just answered, and nothing keeps. */
export function freshNow(): Freshness {
  return { fetchedAt: new Date().toISOString(), stale: false, refreshing: false }
}

/** Refusals that mean: no longer this person's, or no longer there. What is kept of it is removed. */
const goneCodes = new Set<AppError['code']>(['forbidden', 'not_found', 'flow_expired'])

/** Whether what is kept of it must not be shown any more. */
export function isNoLongerTheirs({ code }: AppError): boolean {
  return goneCodes.has(code)
}
