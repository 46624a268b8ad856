/** What a client's tries count against whatever the account: its address, and the networks around it. */
import type { Networks } from '../../platform/network/address.ts'
import type { Charge, ThrottlePolicy } from '../../platform/throttle/throttle.ts'

/** Attempts that count by where they come from, whatever the account. */
type AddressAttemptKind =
  'sign-in' | 'refresh' | 'password-check' | 'recovery-begin' | 'recovery-answers'

/**
 * Whose addresses each network may be, in multiples of one address's allowance: who has a /48 has
 * 65,536 networks to try from, but many neighbours may share a /24.
 */
const allowances = { own: 1, site: 4, prefix: 16 } as const satisfies Record<keyof Networks, number>

/** The charges of attempts from `networks`, the widest last; `policy` is that of one address. */
export function addressCharges(
  kind: AddressAttemptKind,
  { own, site, prefix }: Networks,
  policy: ThrottlePolicy,
): Charge[] {
  const charge = (network: string, times: number): Charge => ({
    key: `${kind}:${network}`,
    policy: { ...policy, free: policy.free * times },
  })
  return [
    charge(own, allowances.own),
    ...(site === null ? [] : [charge(site, allowances.site)]),
    charge(prefix, allowances.prefix),
  ]
}
