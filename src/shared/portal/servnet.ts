/** `GET /v1/servnet/home`: the first page of Serv@Net. */
import { z } from 'zod'
import { idSchema, timestampSchema } from './common.ts'
import { contactSchema } from './meta.ts'

export const servnetMessageSchema = z.object({
  id: idSchema,
  title: z.string(),
  body: z.string(),
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
  buyer: z.string(),
  policyId: z.string(),
  at: timestampSchema,
})
export type ServnetAlert = z.infer<typeof servnetAlertSchema>

export const servnetHomeSchema = z.object({
  banner: z.object({ kind: z.literal('steer_with_confidence') }),
  /** Null while the message service is down, as on the guide's own screen. */
  messages: z.array(servnetMessageSchema).nullable(),
  alerts: z.array(servnetAlertSchema),
  /** How many of the alerts are younger than a day. */
  newAlerts: z.number().int().nonnegative(),
  contact: contactSchema,
})
export type ServnetHome = z.infer<typeof servnetHomeSchema>
