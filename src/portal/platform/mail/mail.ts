/** What a message says; its words are in the catalogues (`mail.<kind>`). Times in milliseconds. */
import { z } from 'zod'
import { codeFormats, readCode } from '../../../shared/rules/codes.ts'
import { keptAlertSchema } from '../../../shared/contract/credit/alerts.ts'

/** `minutes`: how long the code counts from when the message was queued. */
const codeMail = { code: z.string().refine(isCode), minutes: z.number() }

function isCode(text: string): boolean {
  return codeFormats.some((format) => readCode(text, format) === text)
}

export const mailSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recovery_code'), ...codeMail }),
  /** After several recoveries that were begun and not finished. */
  z.object({ kind: z.literal('recovery_unfinished') }),
  /** To the new address. */
  z.object({ kind: z.literal('email_change_code'), ...codeMail }),
  /** To the present address. */
  z.object({ kind: z.literal('email_change_requested'), newEmail: z.string() }),
  /** To the former address. */
  z.object({ kind: z.literal('email_changed'), newEmail: z.string() }),
  z.object({ kind: z.literal('password_changed'), at: z.number() }),
  z.object({ kind: z.literal('password_recovered'), at: z.number() }),
  z.object({ kind: z.literal('new_device'), device: z.string(), at: z.number() }),
  /** `days` is 0 on the day itself. */
  z.object({ kind: z.literal('password_expiry'), days: z.number(), expiresAt: z.number() }),
  /** The latest alerts, and how many there are besides; an earlier version may have queued it. */
  z.object({
    kind: z.literal('alerts_digest'),
    alerts: z.array(keptAlertSchema),
    more: z.number(),
  }),
])
export type Mail = z.infer<typeof mailSchema>
