/** How buyers stand on a day, from their facts: for the few that are shown, where sums are of no use. */
import type { Amounts } from './read-sums.ts'
import { acceptedOf, type PairFacts } from './pair-sums.ts'
import { inForceSpans, latestSpans, type Decision, type DecisionSpan } from './timeline.ts'

/** Sums over some of a buyer's policies, in minor units by currency. */
export type Standing = {
  /** Of latest decisions: what was applied for, and what of that was granted. */
  readonly applied: Amounts
  readonly accepted: Amounts
  /** In force. */
  readonly cld: Amounts
}

/** The decision that is the latest at the end of `day`, ended or not. */
export function latestOn(decisions: readonly Decision[], day: string): Decision | null {
  return spanOn(latestSpans(decisions), day)
}

/** The decision by which something is in force on `day`. */
export function inForceOn(decisions: readonly Decision[], day: string): Decision | null {
  return spanOn(inForceSpans(decisions), day)
}

function spanOn(spans: readonly DecisionSpan[], day: string): Decision | null {
  return spans.find(({ from, until }) => from <= day && day <= until)?.decision ?? null
}

/** How a buyer stands at the end of `day` under the policies that `pairs` are of. */
export function standingOn(pairs: readonly PairFacts[], day: string): Standing {
  const sums = {
    applied: new Map<string, bigint>(),
    accepted: new Map<string, bigint>(),
    cld: new Map<string, bigint>(),
  }
  const add = (name: keyof typeof sums, currency: string, amount: bigint) =>
    sums[name].set(currency, (sums[name].get(currency) ?? 0n) + amount)
  for (const { decisions } of pairs) {
    const latest = latestOn(decisions, day)
    if (latest !== null) {
      add('applied', latest.currency, BigInt(latest.applied))
      add('accepted', latest.currency, acceptedOf(latest))
    }
    const inForce = inForceOn(decisions, day)
    if (inForce !== null) add('cld', inForce.currency, BigInt(inForce.granted))
  }
  return sums
}
