/** `GET /v1/me/security-events`: what happened to an account, latest first. */
import { z } from 'zod'
import { idSchema, lineSchema, timestampSchema } from '../common.ts'

/** Their words are in the catalogues under `profile.events.<kind>`. */
export const securityEventKinds = [
  'account_invited',
  'signed_in',
  'sign_in_failed',
  'initial_password_expired',
  'enrolment_security_saved',
  'enrolment_completed',
  'signed_out',
  'session_ended',
  'other_sessions_ended',
  'sessions_revoked',
  'refresh_token_reused',
  'throttle_cleared',
  'reauthentication_failed',
  'recovery_started',
  'recovery_failed',
  'password_recovered',
  'password_changed',
  'password_change_failed',
  'password_change_required',
  'questions_changed',
  'questions_rehearsed',
  'email_change_requested',
  'email_change_cancelled',
  'email_changed',
  'email_confirmed',
  'personal_data_changed',
  'preferences_changed',
  'access_changed',
] as const
export const securityEventKindSchema = z.enum(securityEventKinds)
export type SecurityEventKind = z.infer<typeof securityEventKindSchema>

export const securityEventSchema = z.object({
  id: idSchema,
  at: timestampSchema,
  kind: securityEventKindSchema,
  /** `device`, `platform`, `address` and the like; never a secret. */
  details: z.record(z.string().max(64), lineSchema),
})
export type SecurityEvent = z.infer<typeof securityEventSchema>
