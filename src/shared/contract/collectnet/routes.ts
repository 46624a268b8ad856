/** Atradius Collect@Net: calls of the pages. */
import { z } from 'zod'
import { idSchema, ofClient, timestampSchema } from '../common.ts'
import { windowInput, windowOf } from '../credit/windows.ts'
import { appErrorSchema } from '../result.ts'
import { freshnessSchema, nothing, type Route } from '../route.ts'
import {
  caseDetailSchema,
  caseFiltersSchema,
  caseRequestSchema,
  collectionCaseSchema,
  mostInvoices,
} from './cases.ts'

const typed = z.string().max(500)

/** What was typed of a case and not sent: as text, nothing of it need be right. */
export const caseDraftSchema = z.strictObject({
  buyerId: idSchema.nullable(),
  buyerName: typed,
  country: z.string().max(2),
  registrationNumber: typed,
  town: typed,
  policyId: z.string().max(128),
  currency: z.string().max(3),
  invoices: z
    .array(z.strictObject({ number: typed, issuedOn: typed, dueOn: typed, amount: typed }))
    .max(mostInvoices),
  remarks: z.string().max(10_000),
})
export type CaseDraft = z.infer<typeof caseDraftSchema>

export const collectnetRoutes = {
  'collectnet.cases': {
    input: z.strictObject({ ...windowInput, filters: caseFiltersSchema }),
    output: z.object({ window: windowOf(collectionCaseSchema), freshness: freshnessSchema }),
  },
  'collectnet.case': {
    input: z.strictObject({ id: idSchema, ...ofClient }),
    output: z.object({
      detail: caseDetailSchema,
      /** False where only the list is kept here: then invoices and former steps are missing. */
      isWhole: z.boolean(),
      freshness: freshnessSchema,
    }),
  },
  /** What there is to say before it is sent, from what is kept: cases that have one of the invoices. */
  'collectnet.checkCase': {
    input: z.strictObject({
      policyId: z.string().max(128),
      buyerId: idSchema.nullable(),
      /** Of a buyer that is described. */
      buyer: z.strictObject({ name: typed, country: z.string().max(2), registrationNumber: typed }),
      numbers: z.array(typed).max(mostInvoices),
      /** Of one that waits and is edited: nothing is said of itself. */
      id: idSchema,
    }),
    output: z.object({
      /** Null where no open case has one of them. */
      exists: z.object({ caseId: idSchema, number: z.string().max(64) }).nullable(),
      /** One that waits here has one of them. */
      waits: z.object({ number: typed }).nullable(),
      isNumberUnlikely: z.boolean(),
    }),
  },
  'collectnet.caseDraft': {
    input: nothing,
    output: z.object({ draft: caseDraftSchema.nullable(), savedAt: timestampSchema.nullable() }),
  },
  /** Null discards it. */
  'collectnet.saveCaseDraft': {
    input: z.strictObject({ draft: caseDraftSchema.nullable() }),
    output: z.object({ savedAt: timestampSchema.nullable() }),
  },
  /** `id` names it for good: the same sent twice, by a double click, is one. The draft is discarded. */
  'collectnet.enter': {
    input: z.strictObject({ id: idSchema, request: caseRequestSchema }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('sent'), answer: caseDetailSchema }),
      z.object({ kind: z.literal('waiting'), outboxId: idSchema }),
      z.object({ kind: z.literal('refused'), error: appErrorSchema }),
    ]),
  },
} as const satisfies Record<string, Route>
