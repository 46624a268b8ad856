/** `GET /v1/password-policy`, `POST /v1/password-checks`. The rule itself: `../../identity/password-policy.ts`. */
import { z } from 'zod'
import { passwordInputSchema, usernameSchema } from '../common.ts'
import { paramsSchema } from '../problem.ts'

export const passwordPolicySchema = z.object({
  name: z.enum(['classic', 'modern']),
  /** Lengths count Unicode code points after NFKC. */
  minLength: z.number().int().positive(),
  maxLength: z.number().int().positive(),
  /** Whether a lower-case letter, a capital, a digit and a symbol are each asked for. */
  fourClasses: z.boolean(),
  forbidPersonalData: z.boolean(),
  forbidCommon: z.boolean(),
  /** How many earlier passwords may not come back; 0 for none. */
  history: z.number().int().nonnegative(),
  expiresAfterDays: z.number().int().positive().nullable(),
})
export type PasswordPolicy = z.infer<typeof passwordPolicySchema>

export const passwordFailureCodes = [
  'too_short',
  'too_long',
  'missing_lower',
  'missing_upper',
  'missing_digit',
  'missing_symbol',
  'contains_username',
  'contains_name',
  'contains_email',
  'too_common',
  'used_before',
] as const
export const passwordFailureSchema = z.object({
  code: z.enum(passwordFailureCodes),
  params: paramsSchema,
})
export type PasswordFailure = z.infer<typeof passwordFailureSchema>

export const passwordCheckRequestSchema = z.object({
  password: passwordInputSchema,
  username: usernameSchema.optional(),
})
export const passwordCheckSchema = z.object({
  failures: z.array(passwordFailureSchema).max(passwordFailureCodes.length),
})
