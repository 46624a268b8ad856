/**
 * The throttle rules of all features, and the attempts at an account that they count. A feature that
 * has some keeps them beside itself, in files that load nothing else, and has its lines here.
 */
import type { ThrottleRule } from '../platform/throttle/throttle.ts'
import { enrolmentAttempts, enrolmentThrottleRules } from './enrolment/throttle-rules.ts'
import { passwordAttempts, passwordThrottleRules } from './passwords/throttle-rules.ts'
import { profileAttempts, profileThrottleRules } from './profile/throttle-rules.ts'
import { recoveryAttempts, recoveryThrottleRules } from './recovery/throttle-rules.ts'
import { securityAttempts, securityThrottleRules } from './security/throttle-rules.ts'
import { sessionAttempts, sessionThrottleRules } from './sessions/throttle-rules.ts'

export const throttleRules = {
  ...sessionThrottleRules,
  ...passwordThrottleRules,
  ...enrolmentThrottleRules,
  ...securityThrottleRules,
  ...profileThrottleRules,
  ...recoveryThrottleRules,
} as const satisfies Record<string, ThrottleRule>

type RuleName = keyof typeof throttleRules

/** The rules that a portal goes by: these, save those that its options replace. */
export type ThrottleRules = Readonly<Record<RuleName, ThrottleRule>>

type AttemptDescription = {
  /** What `unlock` calls it. */
  readonly name: string
  /** Where it is made within a session: the rule of each session, and that of all of the account's. */
  readonly session?: RuleName
  readonly account?: RuleName
}

export const accountAttempts = {
  ...sessionAttempts,
  ...passwordAttempts,
  ...enrolmentAttempts,
  ...securityAttempts,
  ...profileAttempts,
  ...recoveryAttempts,
} as const satisfies Record<string, AttemptDescription>

type Attempts = typeof accountAttempts

/** Kinds of attempts at an account; each counts apart, so that none stands in another's way. */
export type AttemptKind = keyof Attempts

/** The kinds that are made within a session. */
export type SessionAttemptKind = {
  [Kind in AttemptKind]: Attempts[Kind] extends { readonly session: RuleName } ? Kind : never
}[AttemptKind]
