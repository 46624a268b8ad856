/** `/v1/servnet/messages`: what the insurer tells the policyholder. */
import { z } from 'zod'
import { idSchema, lineSchema, timestampSchema } from '../common.ts'

export const servnetMessageSchema = z.object({
  id: idSchema,
  title: lineSchema,
  body: z.string().max(10_000),
  publishedAt: timestampSchema,
  read: z.boolean(),
})
export type ServnetMessage = z.infer<typeof servnetMessageSchema>

/** Up to the newest message that was shown: one that came meanwhile stays unread. */
export const messagesReadRequestSchema = z.strictObject({ publishedUntil: timestampSchema })
