/** The outbox: what the person did that the portal does not have yet. */
import { z } from 'zod'
import { idSchema, lineSchema, timestampSchema } from '../common.ts'
import { collectnetEditSchemas } from '../collectnet/edits.ts'
import { identityEditSchemas } from '../identity/edits.ts'
import { appErrorSchema } from '../result.ts'
import { batchProgressSchema } from '../servnet/batch.ts'
import { servnetEditSchemas } from '../servnet/edits.ts'

/** Everything that may wait. Passwords, answers, codes, e-mail changes and signing in never do. */
export const editSchema = z.discriminatedUnion('kind', [
  ...identityEditSchemas,
  ...servnetEditSchemas,
  ...collectnetEditSchemas,
])
export type Edit = z.infer<typeof editSchema>
export type EditKind = Edit['kind']

/**
 * `waiting`: goes by itself. `sending`: on its way, or its answer was lost. `conflict`: the same field
 * was changed elsewhere, the person chooses. `refused`: the portal does not take it; the person
 * edits or discards it.
 */
export const outboxStates = ['waiting', 'sending', 'conflict', 'refused'] as const

export const outboxItemSchema = z.object({
  id: idSchema,
  edit: editSchema,
  /** The buyer or the title of a message that it is about; null where the kind says it all. */
  subject: lineSchema.nullable(),
  state: z.enum(outboxStates),
  queuedAt: timestampSchema,
  /** When it is tried again by itself; null where that is at once, or never. */
  nextAttemptAt: timestampSchema.nullable(),
  /** Why it was not taken the last time; null where it was not tried. */
  error: appErrorSchema.nullable(),
  /** With `conflict`: the fields that both sides have changed, as they are at the portal now. */
  theirs: z.record(z.string().max(64), z.union([z.string(), z.boolean()]).nullable()).nullable(),
})
export type OutboxItem = z.infer<typeof outboxItemSchema>

/** In the order in which they were made; applications that were sent together are one of `batches` alone. */
export const outboxViewSchema = z.object({
  items: z.array(outboxItemSchema),
  /** Left out where there are none. */
  batches: z.array(batchProgressSchema).exactOptional(),
})
export type OutboxView = z.infer<typeof outboxViewSchema>
