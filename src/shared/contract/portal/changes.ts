/** `GET /v1/changes`: what was written since a client last asked. */
import { z } from 'zod'
import { idSchema, pageQuerySchema } from '../common.ts'

/** What changes are told of today. On the wire it is any text, as more will come. */
export const changeResources = [
  'me',
  'preferences',
  'home',
  'messages',
  'alerts',
  'policies',
  'buyers',
  'credit_limits',
  'applications',
  'declarations',
  'dashboard',
  'cases',
  'clients',
  'partner_documents',
  'sessions',
  'security_events',
] as const
export type ChangeResource = (typeof changeResources)[number]

/** As long as a list's cursor, and no more than a page. */
const { cursor: cursorSchema, limit: limitSchema } = pageQuerySchema.shape

export const changesQuerySchema = z.object({
  /** Left out by who begins: then from the oldest change that is kept. */
  since: cursorSchema,
  limit: limitSchema,
})

export const changeSchema = z.object({
  sequence: z
    .int()
    .positive()
    .meta({ description: 'Grows with each change of the person’s; there may be gaps' }),
  resource: z
    .string()
    .max(64)
    .meta({ description: `One of ${changeResources.join(', ')}; more will come` }),
  id: idSchema
    .nullable()
    .meta({ description: 'Which one it is of a list; null for what there is one of' }),
  deleted: z.boolean().meta({ description: 'Whether it is no longer there for the person' }),
})
export type Change = z.infer<typeof changeSchema>

const longestPage = 200

export const changesSchema = z.object({
  items: z.array(changeSchema).max(longestPage),
  /** Where to go on, now or later; there is always one. */
  nextCursor: z.string().max(256),
  /** Whether more follows now. */
  hasMore: z.boolean(),
})
export type Changes = z.infer<typeof changesSchema>
