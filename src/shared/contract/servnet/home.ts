/** `GET /v1/servnet/home`: the first page of Serv@Net. */
import { z } from 'zod'
import { idSchema, lineSchema, timestampSchema } from '../common.ts'
import { contactSchema } from '../portal/meta.ts'

export const servnetMessageSchema = z.object({
  id: idSchema,
  title: lineSchema,
  body: z.string().max(10_000),
  publishedAt: timestampSchema,
  read: z.boolean(),
})
export type ServnetMessage = z.infer<typeof servnetMessageSchema>

/** Alerts are facts; their words are in the catalogues under `servnet.alerts.<kind>`. */
export const servnetAlertSchema = z.object({
  id: idSchema,
  kind: z.enum([
    'limit_granted',
    'limit_reduced',
    'limit_withdrawn',
    'rating_worse',
    'rating_better',
  ]),
  buyer: lineSchema,
  policyId: idSchema,
  at: timestampSchema,
})
export type ServnetAlert = z.infer<typeof servnetAlertSchema>

export const servnetHomeSchema = z.object({
  banner: z.object({ kind: z.literal('steer_with_confidence') }),
  /** Null while the message service is down, as on the guide's own screen. */
  messages: z.array(servnetMessageSchema).max(100).nullable(),
  alerts: z.array(servnetAlertSchema).max(100),
  /** How many of the alerts are younger than a day. */
  newAlerts: z.number().int().nonnegative(),
  contact: contactSchema,
})
export type ServnetHome = z.infer<typeof servnetHomeSchema>
