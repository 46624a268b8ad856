/** Cases that wait on this computer until the portal has them. */
import { z } from 'zod'
import { idSchema, timestampSchema } from '../common.ts'
import { caseRequestSchema } from './cases.ts'
import { attachedSchema, mostDocuments } from './documents.ts'

export const collectnetEditSchemas = [
  /** `id` is this computer’s own: each case is sent once, and none is merged with another. */
  z.strictObject({
    kind: z.literal('enterCase'),
    id: idSchema,
    /** When the person sent it, by this computer’s clock. */
    at: timestampSchema,
    request: caseRequestSchema,
    /** Kept here with it; each is added to the case once the portal has that. */
    documents: z.array(attachedSchema).max(mostDocuments).default([]),
  }),
  /** A document that is kept here, under its `id`, goes to a case that the portal has. */
  z.strictObject({
    kind: z.literal('addDocument'),
    id: idSchema,
    at: timestampSchema,
    caseId: idSchema,
    document: attachedSchema,
  }),
] as const
