/** Serv@Net. */
import { z } from 'zod'
import { idSchema, pageOf } from '../common.ts'
import { freshnessSchema, listInput, nothing, type Route } from '../route.ts'
import { servnetAlertSchema } from './alerts.ts'
import { servnetHomeSchema } from './home.ts'
import { messagesReadRequestSchema, servnetMessageSchema } from './messages.ts'

export const servnetRoutes = {
  'servnet.home': {
    input: nothing,
    output: z.object({
      home: servnetHomeSchema,
      freshness: freshnessSchema,
      /** Whether the person sees it for the first time on this computer. */
      firstVisit: z.boolean(),
    }),
  },
  /** The page was shown: from the next time on, it is no first visit. */
  'servnet.noteVisit': { input: nothing, output: nothing },
  'servnet.alerts': {
    input: listInput,
    output: z.object({ page: pageOf(servnetAlertSchema), freshness: freshnessSchema }),
  },
  'servnet.alert': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ alert: servnetAlertSchema, freshness: freshnessSchema }),
  },
  'servnet.setAlertHandled': {
    input: z.strictObject({ id: idSchema, handled: z.boolean() }),
    output: nothing,
  },
  'servnet.messages': {
    input: listInput,
    output: z.object({ page: pageOf(servnetMessageSchema), freshness: freshnessSchema }),
  },
  'servnet.readMessage': { input: z.strictObject({ id: idSchema }), output: nothing },
  'servnet.readAllMessages': { input: messagesReadRequestSchema, output: nothing },
} as const satisfies Record<string, Route>
