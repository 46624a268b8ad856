/** Cases that wait on this computer until the portal has them. */
import { z } from 'zod'
import { idSchema, timestampSchema } from '../common.ts'
import { caseRequestSchema } from './cases.ts'

export const collectnetEditSchemas = [
  /** `id` is this computer’s own: each case is sent once, and none is merged with another. */
  z.strictObject({
    kind: z.literal('enterCase'),
    id: idSchema,
    /** When the person sent it, by this computer’s clock. */
    at: timestampSchema,
    request: caseRequestSchema,
  }),
] as const
