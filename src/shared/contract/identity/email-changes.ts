/**
 * `/v1/me/email-changes`: an address counts once the code that was sent to it is entered, a new one
 * like the one that was given at the enrolment.
 */
import { z } from 'zod'
import {
  codeTextSchema,
  emailSchema,
  idSchema,
  keptEmailSchema,
  timestampSchema,
} from '../common.ts'

export const emailChangeRequestSchema = z.object({
  email: emailSchema,
  emailConfirmation: emailSchema,
})

/** How the message with the code is doing: `delayed` is tried again, `refused` will not be. */
export const deliveries = ['queued', 'sent', 'delayed', 'refused'] as const

export const emailChangeSchema = z.object({
  id: idSchema,
  email: keptEmailSchema,
  delivery: z.enum(deliveries),
  /** From when on asking again sends another code. */
  nextCodeAt: timestampSchema,
  attemptsLeft: z.number().int().nonnegative(),
  /** Until when the code can be entered; later it takes another one, and costs no try. */
  codeExpiresAt: timestampSchema,
  expiresAt: timestampSchema,
})
export type EmailChange = z.infer<typeof emailChangeSchema>

export const emailChangeParamsSchema = z.object({ id: idSchema })
/** The code has six digits. */
export const emailChangeConfirmSchema = z.object({ code: codeTextSchema })
