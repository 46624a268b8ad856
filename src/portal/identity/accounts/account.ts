/** An account as the rules see it: what its row in the database means. */
import { z } from 'zod'
import { displayNameOf } from '../../../shared/rules/display-name.ts'
import { languageSchema, serviceIdSchema, type ServiceId } from '../../../shared/contract/common.ts'
import { enrolmentStates } from '../../../shared/contract/identity/enrolment.ts'
import type { SessionNext, SessionUser } from '../../../shared/contract/identity/sessions.ts'
import type { User } from '../../platform/db/schema.ts'

const servicesSchema = z.array(serviceIdSchema)
const enrolmentStateSchema = z.enum(enrolmentStates)

export function servicesOf(user: Pick<User, 'services'>): ServiceId[] {
  return user.services === '' ? [] : servicesSchema.parse(user.services.split(','))
}

export function enrolmentStateOf(
  user: Pick<User, 'enrolment_state'>,
): (typeof enrolmentStates)[number] {
  return enrolmentStateSchema.parse(user.enrolment_state)
}

/** The address that somebody gave, whether or not it is confirmed: to be shown, not written to. */
export function givenEmailOf(user: Pick<User, 'email' | 'unconfirmed_email'>): string | null {
  return user.email ?? user.unconfirmed_email
}

/** What a session of `user` must see to before it opens everything. */
export function nextOf(
  user: Pick<User, 'enrolment_state' | 'password_expires_at' | 'password_change_required'>,
  now: number,
): SessionNext {
  if (enrolmentStateOf(user) !== 'complete') return 'enrolment'
  const expired = user.password_expires_at !== null && user.password_expires_at <= now
  return expired || user.password_change_required === 1 ? 'password_change' : 'ready'
}

type Named = Pick<User, 'username' | 'first_name' | 'last_name' | 'language' | 'services'>

export function sessionUserOf(user: Named): SessionUser {
  return {
    username: user.username,
    displayName: displayNameOf({ firstName: user.first_name, lastName: user.last_name }),
    language: languageSchema.parse(user.language),
    services: servicesOf(user),
  }
}

/** RFC 3339 in UTC, as the contract writes times. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
