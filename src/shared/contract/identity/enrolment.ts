/**
 * `/v1/enrolment`: what the first sign-in asks for, as a resource with a state. `security` comes
 * before `personalData`; a step can be sent again, none can be skipped.
 */
import { z } from 'zod'
import {
  emailSchema,
  idSchema,
  languageSchema,
  lineSchema,
  passwordInputSchema,
  timestampSchema,
} from '../common.ts'
import { nameSchema } from './me.ts'
import { answerSchema } from './security-questions.ts'
import { sessionSchema } from './sessions.ts'

/** What the portal already holds, secrets excepted; lets a client resume on another machine. */
export const enrolmentDataSchema = z.object({
  questionIds: z.array(idSchema).max(3),
  email: lineSchema.nullable(),
  firstName: lineSchema.nullable(),
  lastName: lineSchema.nullable(),
  language: languageSchema,
  alertsByEmail: z.boolean(),
})

export const enrolmentStates = ['security', 'personalData', 'complete'] as const
export const enrolmentSchema = z.object({
  state: z.enum(enrolmentStates),
  expiresAt: timestampSchema,
  draft: enrolmentDataSchema,
})
export type Enrolment = z.infer<typeof enrolmentSchema>

export const enrolmentSecurityRequestSchema = z.object({
  newPassword: passwordInputSchema,
  answers: z.array(answerSchema).length(3),
})
export type EnrolmentSecurityRequest = z.infer<typeof enrolmentSecurityRequestSchema>

export const personalDataSchema = z.object({
  email: emailSchema,
  emailConfirmation: emailSchema,
  firstName: nameSchema.optional(),
  lastName: nameSchema.min(1),
  language: languageSchema,
  alertsByEmail: z.boolean(),
})
export type PersonalData = z.infer<typeof personalDataSchema>

/** The last step swaps the enrolment's tokens for a full session's. */
export const enrolmentCompletedSchema = z.object({
  state: z.literal('complete'),
  session: sessionSchema,
})

const typed = z.string().max(300)

/** What was typed and not sent yet, kept on this computer; never a secret. */
export const enrolmentDraftSchema = z.strictObject({
  questionIds: z.array(typed).max(3),
  email: typed,
  emailConfirmation: typed,
  firstName: typed,
  lastName: typed,
  language: languageSchema.nullable(),
  alertsByEmail: z.boolean().nullable(),
})
export type EnrolmentDraft = z.infer<typeof enrolmentDraftSchema>
