/** Atradius Collect@Net: calls of the pages. */
import { z } from 'zod'
import { idSchema, ofClient, timestampSchema } from '../common.ts'
import { windowInput, windowOf } from '../credit/windows.ts'
import { appErrorSchema } from '../result.ts'
import { freshnessSchema, nothing, type Route } from '../route.ts'
import { caseDetailSchema, caseRequestSchema, collectionCaseSchema, mostInvoices } from './cases.ts'
import { caseFiltersSchema } from '../credit/case-filters.ts'
import { attachedSchema, mostDocuments } from './documents.ts'

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
  documents: z.array(attachedSchema).max(mostDocuments).default([]),
})
export type CaseDraft = z.infer<typeof caseDraftSchema>

/** A file that the person chose and that is not taken, with why. */
const refusedFileSchema = z.object({ name: z.string().max(500), error: appErrorSchema })
export type RefusedFile = z.infer<typeof refusedFileSchema>

/** A document of a case, or one that is kept here and waits. */
export const documentPlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ofCase'), caseId: idSchema, id: idSchema }),
  z.strictObject({ kind: z.literal('kept'), document: attachedSchema }),
])
export type DocumentPlace = z.infer<typeof documentPlaceSchema>

const room = z.int().min(0).max(mostDocuments)

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
    /** The form that takes it up; or the one that waits and is edited. */
    input: z.strictObject({ id: idSchema, isWaiting: z.boolean() }),
    output: z.object({ draft: caseDraftSchema.nullable(), savedAt: timestampSchema.nullable() }),
  },
  /** Null discards it. What is edited of one that waits is kept beside what is typed of a new one. */
  'collectnet.saveCaseDraft': {
    input: z.strictObject({
      id: idSchema,
      isWaiting: z.boolean(),
      draft: caseDraftSchema.nullable(),
    }),
    output: z.object({ savedAt: timestampSchema.nullable() }),
  },
  /** `id` names it for good: the same sent twice, by a double click, is one. The draft is discarded. */
  'collectnet.enter': {
    input: z.strictObject({
      id: idSchema,
      request: caseRequestSchema,
      documents: z.array(attachedSchema).max(mostDocuments).default([]),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('sent'), answer: caseDetailSchema }),
      z.object({ kind: z.literal('waiting'), outboxId: idSchema }),
      z.object({ kind: z.literal('refused'), error: appErrorSchema }),
    ]),
  },
  /** Asks which files, and keeps those that can be documents: never more than there is room for. */
  'collectnet.pickDocuments': {
    input: z.strictObject({ room }),
    output: z.object({ kept: z.array(attachedSchema), refused: z.array(refusedFileSchema) }),
  },
  /** They are in no form any more; what waits with a case stays. */
  'collectnet.dropDocuments': {
    input: z.strictObject({ ids: z.array(idSchema).max(mostDocuments) }),
    output: nothing,
  },
  /** As `pickDocuments`, and hands them to the outbox for a case that the portal has. */
  'collectnet.addDocuments': {
    input: z.strictObject({ caseId: idSchema, room }),
    output: z.object({ kept: z.array(attachedSchema), refused: z.array(refusedFileSchema) }),
  },
  /** In the system's own program for it. */
  'collectnet.openDocument': {
    input: documentPlaceSchema,
    output: nothing,
  },
  'collectnet.saveDocument': {
    input: documentPlaceSchema,
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('cancelled') }),
      z.object({ kind: z.literal('saved'), fileName: z.string() }),
    ]),
  },
} as const satisfies Record<string, Route>
