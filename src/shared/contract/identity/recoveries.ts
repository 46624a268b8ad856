/**
 * `/v1/recoveries`: a forgotten password, as a resource with a state. `answers` comes before
 * `password` comes before `done`; none can be skipped. The id opens the flow to whoever knows it,
 * so that it is kept like a token. A username that nobody has gets a flow like any other.
 */
import { z } from 'zod'
import { codeFormats } from '../../rules/codes.ts'
import {
  codeTextSchema,
  languageSchema,
  passwordInputSchema,
  timestampSchema,
  usernameSchema,
} from '../common.ts'
import { answerSchema, securityQuestionSchema } from './security-questions.ts'
import { deviceSecretSchema } from './sessions.ts'

/** 256 random bits in base64url: opaque, unguessable, and stored only as a hash. */
const recoveryIdSchema = z.string().min(43).max(128)

export const recoveryRequestSchema = z.object({
  username: usernameSchema,
  /** Of the questions' texts; the e-mail is in the profile's language. */
  language: languageSchema,
  /** As at the sign-in: a device that the account knows is not held up by what others do. */
  deviceSecret: deviceSecretSchema.optional(),
})

export const recoverySchema = z.discriminatedUnion('state', [
  z.object({
    id: recoveryIdSchema,
    state: z.literal('answers'),
    /** Three, or none where the tenant asks for the code only. */
    questions: z.array(securityQuestionSchema).max(3),
    codeRequired: z.boolean(),
    /** What the code looks like; null where none is asked for, as the two below. */
    codeFormat: z.enum(codeFormats).nullable(),
    /** Until when the latest code can be entered; later it takes another one, and costs no try. */
    codeExpiresAt: timestampSchema.nullable(),
    /** From when on a code can be sent again. */
    nextCodeAt: timestampSchema.nullable(),
    attemptsLeft: z.number().int().nonnegative(),
    expiresAt: timestampSchema,
  }),
  z.object({ id: recoveryIdSchema, state: z.literal('password'), expiresAt: timestampSchema }),
  z.object({ id: recoveryIdSchema, state: z.literal('done') }),
])
export type Recovery = z.infer<typeof recoverySchema>

export const recoveryParamsSchema = z.object({ id: recoveryIdSchema })
export const recoveryQuerySchema = z.object({ language: languageSchema.default('fr') })

export const recoveryAnswersRequestSchema = z.object({
  code: codeTextSchema.optional(),
  answers: z.array(answerSchema).max(3),
})
export const recoveryPasswordRequestSchema = z.object({ newPassword: passwordInputSchema })
