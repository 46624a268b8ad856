/** Things to tell a person that no call of theirs caused. */
import { z } from 'zod'
import { errorParamsSchema } from './result.ts'

export const noticeSchema = z.object({
  code: z.enum([
    'keychain_absent',
    'keychain_locked',
    'keychain_refused',
    'disk_full',
    'storage_failed',
    'configuration_invalid',
    'already_running',
    'deep_link_invalid',
  ]),
  params: errorParamsSchema.optional(),
})
export type Notice = z.infer<typeof noticeSchema>
