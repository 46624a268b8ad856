/**
 * For how long what is kept may be shown without the portal having been reached. Time comes from a
 * clock that anyone can set: what the app has seen of it is therefore remembered, and goes on with
 * the processor's own count while the app runs.
 */
import { z } from 'zod'
import {
  defaultOfflineLeaseHours,
  offlineLeaseHoursSchema,
} from '../../shared/contract/portal/meta.ts'

export type LeaseVerdict = 'open' | 'lease' | 'clock'

/** All times in ms since 1970. */
export const leaseFactsSchema = z.object({
  /** The last answer that a session of this person's got: by the portal's clock and by this one's. */
  contact: z.object({ portal: z.number(), local: z.number() }),
  /** The latest time that this computer's clock has shown, as far as the app saw. */
  seen: z.number(),
  /** What the portal allows. */
  hours: offlineLeaseHoursSchema.default(defaultOfflineLeaseHours),
})
export type LeaseFacts = z.infer<typeof leaseFactsSchema>

const hour = 3_600_000

/**
 * A clock that is set right by an hour or two (another system on the same computer that keeps local
 * time, say) accuses nobody. It gains nothing either: the lease counts on from what was seen.
 */
const setBackToleranceMs = 3 * hour

/** Where nothing is known yet: the lease begins now. */
export function firstFacts(now: number): LeaseFacts {
  return { contact: { portal: now, local: now }, seen: now, hours: defaultOfflineLeaseHours }
}

/** Whether what is kept may be shown at `now`, by this computer's clock. */
export function verdictAt({ contact, seen, hours }: LeaseFacts, now: number): LeaseVerdict {
  if (now < seen - setBackToleranceMs) return 'clock'
  return Math.max(now, seen) - contact.local > hours * hour ? 'lease' : 'open'
}

/**
 * Time went on.
 * @param elapsed ms since the facts were last advanced, by a count that nobody can set
 */
export function advanced(facts: LeaseFacts, now: number, elapsed: number): LeaseFacts {
  return { ...facts, seen: Math.max(now, facts.seen + elapsed) }
}

/** The portal answered: the lease begins anew, and its word counts for more than any clock seen. */
export function contacted(facts: LeaseFacts, portal: number, now: number): LeaseFacts {
  return { ...facts, contact: { portal, local: now }, seen: now }
}
