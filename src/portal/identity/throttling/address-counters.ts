/** What a client's attempts count against whatever the account: its address, and the networks around it. */
import type { Networks } from '../../platform/network/address.ts'
import type { Counter, ThrottleRule } from '../../platform/throttle/throttle.ts'

/** Attempts that count by where they come from, whatever the account. */
type AddressAttemptKind =
  'sign-in' | 'refresh' | 'password-check' | 'recovery-begin' | 'recovery-answers'

/**
 * Whose addresses each network may be, in multiples of one address's allowance: who has a /48 has
 * 65,536 networks to try from, but many neighbours may share a /24.
 */
const allowances = { own: 1, site: 4, prefix: 16 } as const satisfies Record<keyof Networks, number>

/** The counters of attempts from `networks`, the widest last; `rule` is that of one address. */
export function addressCounters(
  kind: AddressAttemptKind,
  { own, site, prefix }: Networks,
  rule: ThrottleRule,
): Counter[] {
  const counter = (network: string, times: number): Counter => ({
    key: `${kind}:${network}`,
    rule: { ...rule, free: rule.free * times },
  })
  return [
    counter(own, allowances.own),
    ...(site === null ? [] : [counter(site, allowances.site)]),
    counter(prefix, allowances.prefix),
  ]
}
