/** `GET /v1/servnet/home`: the first page of Serv@Net. */
import { z } from 'zod'
import { contactSchema } from '../portal/meta.ts'
import { keptAlertSchema, servnetAlertSchema } from '../credit/alerts.ts'
import { servnetMessageSchema } from './messages.ts'

const countSchema = z.number().int().nonnegative()

/** Of all there are, not only of those on the page. */
export const servnetCountsSchema = z.object({
  alerts: z.object({ total: countSchema, unhandled: countSchema }),
  messages: z.object({ total: countSchema, unread: countSchema }).nullable(),
})
export type ServnetCounts = z.infer<typeof servnetCountsSchema>

export const servnetHomeSchema = z.object({
  banner: z.object({ kind: z.literal('steer_with_confidence') }),
  /** The latest. Null while the message service is down, as on the guide's own screen. */
  messages: z.array(servnetMessageSchema).max(100).nullable(),
  /** The latest: first those that are not handled. */
  alerts: z.array(servnetAlertSchema).max(100),
  /** How many alerts are younger than a day. */
  newAlerts: countSchema,
  counts: servnetCountsSchema,
  contact: contactSchema,
})
export type ServnetHome = z.infer<typeof servnetHomeSchema>

/** A page that was kept, perhaps by a version that counted nothing: then what is on it counts. */
export const keptHomeSchema = servnetHomeSchema
  .extend({ alerts: z.array(keptAlertSchema).max(100), counts: servnetCountsSchema.optional() })
  .transform(({ counts, ...home }) => ({ ...home, counts: counts ?? countsOf(home) }))

function countsOf({ alerts, messages }: Pick<ServnetHome, 'alerts' | 'messages'>): ServnetCounts {
  return {
    alerts: {
      total: alerts.length,
      unhandled: alerts.filter(({ handled }) => !handled).length,
    },
    messages: messages && {
      total: messages.length,
      unread: messages.filter(({ read }) => !read).length,
    },
  }
}
