/**
 * Where a forgotten password stands, as the person may see it. The portal's id of the flow opens it
 * to whoever knows it and so stays in main.
 */
import { z } from 'zod'
import { codeFormats } from '../../rules/codes.ts'
import { securityQuestionSchema } from './security-questions.ts'

/** Whole seconds from now: this computer's clock may differ from the portal's. */
const secondsSchema = z.number().int().nonnegative()

export const recoveryViewSchema = z.discriminatedUnion('step', [
  /** Nothing begun. What was typed, or who signed in here last, is filled in. */
  z.object({ step: z.literal('username'), username: z.string().nullable() }),
  z.object({
    step: z.literal('answers'),
    username: z.string(),
    questions: z.array(securityQuestionSchema),
    codeRequired: z.boolean(),
    /** Null where no code is asked for, as the two below. */
    codeFormat: z.enum(codeFormats).nullable(),
    /** Until the latest code can be entered no more. */
    codeExpiresIn: secondsSchema.nullable(),
    /** Until a code can be sent again. */
    codeAgainIn: secondsSchema.nullable(),
    attemptsLeft: z.number().int().nonnegative(),
    expiresIn: secondsSchema,
  }),
  z.object({ step: z.literal('password'), username: z.string(), expiresIn: secondsSchema }),
  z.object({ step: z.literal('done'), username: z.string() }),
])
export type RecoveryView = z.infer<typeof recoveryViewSchema>
