/** Serv@Net. */
import { z } from 'zod'
import { idSchema, moneySchema, ofClient, pageOf, timestampSchema } from '../common.ts'
import { applicationChecksSchema } from '../credit/application-checks.ts'
import { applicationRequestSchema, applicationSchema } from '../credit/applications.ts'
import { turnoverDeclarationSchema, turnoverRequestSchema } from '../credit/turnover.ts'
import { appErrorSchema } from '../result.ts'
import { freshnessSchema, listInput, nothing, portfolioListInput, type Route } from '../route.ts'
import { servnetAlertSchema } from '../credit/alerts.ts'
import { batchRoutes } from './batch.ts'
import { exposureRoutes } from './exposure.ts'
import { servnetHomeSchema } from './home.ts'
import { messagesReadRequestSchema, servnetMessageSchema } from './messages.ts'

/** What became of something that was sent: the portal has it, or it waits on this computer. */
const sentOrWaiting = <Sent extends z.ZodType>(sent: Sent) =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sent'), answer: sent }),
    z.object({ kind: z.literal('waiting'), outboxId: idSchema }),
    z.object({ kind: z.literal('refused'), error: appErrorSchema }),
  ])

/** What was typed of an application and not sent: as text, nothing of it need be right. */
export const applicationDraftSchema = z.strictObject({
  buyerId: idSchema.nullable(),
  buyerName: z.string().max(500),
  country: z.string().max(2),
  registrationNumber: z.string().max(500),
  town: z.string().max(500),
  policyId: z.string().max(128),
  amount: z.string().max(500),
  currency: z.string().max(3),
  terms: z.string().max(500),
  startsOn: z.string().max(500),
  endsOn: z.string().max(500),
})
export type ApplicationDraft = z.infer<typeof applicationDraftSchema>

export const servnetRoutes = {
  ...batchRoutes,
  ...exposureRoutes,
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
    input: portfolioListInput,
    output: z.object({ page: pageOf(servnetAlertSchema), freshness: freshnessSchema }),
  },
  'servnet.alert': {
    input: z.strictObject({ id: idSchema, ...ofClient }),
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
  /** Those that wait come first, each under the id of its edit in the outbox. */
  'servnet.applications': {
    input: portfolioListInput,
    output: z.object({ page: pageOf(applicationSchema), freshness: freshnessSchema }),
  },
  /** Also by the id that this computer gave it in `servnet.apply`. */
  'servnet.application': {
    input: z.strictObject({ id: idSchema, ...ofClient }),
    output: z.object({ application: applicationSchema, freshness: freshnessSchema }),
  },
  /** What there is to say before it is sent, from what is kept. Fields may still be missing. */
  'servnet.checkApplication': {
    input: z.strictObject({
      /** Of one that waits and is edited: nothing is said of itself. */
      id: idSchema.optional(),
      policyId: idSchema.nullable(),
      buyerId: idSchema.nullable(),
      buyer: z
        .strictObject({
          name: z.string().max(500),
          country: z.string().max(2),
          registrationNumber: z.string().max(500),
        })
        .nullable(),
      amount: moneySchema.nullable(),
    }),
    output: applicationChecksSchema,
  },
  'servnet.applicationDraft': {
    input: nothing,
    output: z.object({
      draft: applicationDraftSchema.nullable(),
      savedAt: timestampSchema.nullable(),
    }),
  },
  /** Null discards it. */
  'servnet.saveApplicationDraft': {
    input: z.strictObject({ draft: applicationDraftSchema.nullable() }),
    output: z.object({ savedAt: timestampSchema.nullable() }),
  },
  /** `id` names it for good: the same sent twice, by a double click, is one. The draft is discarded. */
  'servnet.apply': {
    input: z.strictObject({ id: idSchema, application: applicationRequestSchema }),
    output: sentOrWaiting(applicationSchema),
  },
  'servnet.declarations': {
    input: portfolioListInput,
    output: z.object({ page: pageOf(turnoverDeclarationSchema), freshness: freshnessSchema }),
  },
  'servnet.declareTurnover': {
    input: turnoverRequestSchema,
    output: sentOrWaiting(turnoverDeclarationSchema),
  },
} as const satisfies Record<string, Route>
