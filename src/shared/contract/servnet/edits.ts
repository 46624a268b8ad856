/** Marks on what Serv@Net tells, applications and declarations, that wait on this computer until the portal has them. */
import { z } from 'zod'
import { idSchema, timestampSchema } from '../common.ts'
import { applicationRequestSchema } from '../credit/applications.ts'
import { turnoverRequestSchema } from '../credit/turnover.ts'

export const servnetEditSchemas = [
  z.strictObject({ kind: z.literal('alertHandled'), id: idSchema, handled: z.boolean() }),
  z.strictObject({ kind: z.literal('messageRead'), id: idSchema }),
  z.strictObject({ kind: z.literal('messagesRead'), publishedUntil: timestampSchema }),
  /** `id` is this computer’s own: each application is sent once, and none is merged with another. */
  z.strictObject({
    kind: z.literal('apply'),
    id: idSchema,
    /** When the person sent it, by this computer’s clock. */
    at: timestampSchema,
    application: applicationRequestSchema,
    /** Of one that was sent with others. */
    batch: idSchema.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('declareTurnover'),
    at: timestampSchema,
    declaration: turnoverRequestSchema,
  }),
] as const
