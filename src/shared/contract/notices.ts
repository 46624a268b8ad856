/** Things to tell a person that no call of theirs caused. */
import { z } from 'zod'
import { errorParamsSchema } from './result.ts'
import { retryableNotices } from './retryable-notices.ts'

export const retryableNoticeSchema = z.enum(retryableNotices)

export const noticeCodeSchema = z.enum([
  ...retryableNotices,
  'configuration_invalid',
  'already_running',
  'deep_link_invalid',
  'link_not_opened',
  'store_damaged',
  'store_key_missing',
  'store_newer',
  'store_not_migrated',
  'store_unavailable',
  'update_went_back',
])

export const noticeSchema = z.object({
  code: noticeCodeSchema,
  params: errorParamsSchema.optional(),
})
export type Notice = z.infer<typeof noticeSchema>
