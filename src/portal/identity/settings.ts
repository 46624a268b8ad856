/** What identity goes by: its rules and lifetimes. */
import type { PasswordPolicy } from '../../shared/contract/identity/password-policy.ts'
import type { ThrottleRules } from './throttle-rules.ts'
import { minute, day } from '../platform/clock.ts'

/** At least one of them is true. */
export type RecoveryFactors = { readonly code: boolean; readonly questions: boolean }

/** Durations in milliseconds. */
export const lifetimes = {
  accessToken: 10 * minute,
  /** How long an access token that has expired is told from an unknown one, where there is a later one. */
  replacedToken: 60 * minute,
  /** Slides: each refresh starts it anew. */
  session: 30 * day,
  initialPassword: 14 * day,
  /** After the password was entered again. */
  reauthentication: 5 * minute,
  recovery: 30 * minute,
  /** A code that a recovery sent. */
  recoveryCode: 10 * minute,
  /** An address that waits for its code, and the code: it may be read on another day. */
  emailChange: 7 * day,
  emailChangeCode: day,
  /** Before another code is sent. */
  betweenCodes: minute,
  betweenRehearsals: 90 * day,
  /** How long what has ended is kept, so that a reused token is recognised. */
  endedSession: 30 * day,
} as const

export const passwordPolicies = {
  classic: {
    name: 'classic',
    minLength: 12,
    maxLength: 256,
    fourClasses: true,
    forbidPersonalData: true,
    forbidCommon: true,
    history: 5,
    expiresAfterDays: 180,
  },
  modern: {
    name: 'modern',
    minLength: 15,
    maxLength: 256,
    fourClasses: false,
    forbidPersonalData: true,
    forbidCommon: true,
    history: 5,
    expiresAfterDays: null,
  },
} as const satisfies Record<PasswordPolicy['name'], PasswordPolicy>

export type IdentitySettings = {
  readonly passwordPolicy: PasswordPolicy
  readonly throttle: ThrottleRules
  readonly recovery: RecoveryFactors
  /** For how many hours a client may show what it keeps without having reached the portal. */
  readonly offlineLeaseHours: number
}
