/** The signed-in person, as `GET /v1/me` tells it. */
import { languageSchema } from '../../shared/portal/common.ts'
import type { Me } from '../../shared/portal/me.ts'
import type { Principal } from '../auth/principal.ts'
import { servicesOf, timestamp } from './account.ts'

/** Made once for an account's row, which is itself remembered while it does not change. */
const made = new WeakMap<Principal['user'], Me>()

/** @throws Error for an account that was never completed; those do not get here. */
export function meOf({ user }: Principal): Me {
  const known = made.get(user)
  if (known !== undefined) return known
  const me = describe(user)
  made.set(user, me)
  return me
}

function describe(user: Principal['user']): Me {
  if (user.email === null || user.last_name === null || user.enrolled_at === null) {
    throw new Error('An account that is complete lacks its personal data')
  }
  return {
    username: user.username,
    email: user.email,
    firstName: user.first_name,
    lastName: user.last_name,
    language: languageSchema.parse(user.language),
    alertsByEmail: user.alerts_by_email === 1,
    services: servicesOf(user),
    passwordExpiresAt:
      user.password_expires_at === null ? null : timestamp(user.password_expires_at),
    enrolledAt: timestamp(user.enrolled_at),
  }
}
