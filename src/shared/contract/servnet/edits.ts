/** Marks on what Serv@Net tells, that wait on this computer until the portal has them. */
import { z } from 'zod'
import { idSchema, timestampSchema } from '../common.ts'

export const servnetEditSchemas = [
  z.strictObject({ kind: z.literal('alertHandled'), id: idSchema, handled: z.boolean() }),
  z.strictObject({ kind: z.literal('messageRead'), id: idSchema }),
  z.strictObject({ kind: z.literal('messagesRead'), publishedUntil: timestampSchema }),
] as const
