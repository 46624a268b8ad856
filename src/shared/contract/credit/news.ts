/** What changed since the person was last here, and what is due: the same on both home pages. */
import { z } from 'zod'
import { idSchema, lineSchema, moneySchema, timestampSchema } from '../common.ts'
import { alertKinds } from './alerts.ts'
import { daySchema } from './amounts.ts'
import { limitStatusSchema } from './credit-limits.ts'

const about = { id: idSchema, at: timestampSchema, isTicked: z.boolean() }

/** One thing that is another than when the person last looked; learned by `GET /v1/changes`. */
export const newsItemSchema = z.discriminatedUnion('kind', [
  z.object({
    ...about,
    kind: z.literal('alert'),
    alertId: idSchema,
    alertKind: z.enum(alertKinds),
    buyer: lineSchema,
    buyerId: idSchema.nullable(),
    from: moneySchema.nullable(),
    to: moneySchema.nullable(),
    effectiveOn: daySchema.nullable(),
  }),
  z.object({
    ...about,
    kind: z.literal('decision'),
    applicationId: idSchema,
    buyer: lineSchema,
    asked: moneySchema,
    granted: moneySchema.nullable(),
    status: limitStatusSchema,
  }),
  z.object({ ...about, kind: z.literal('message'), messageId: idSchema, title: lineSchema }),
])
export type NewsItem = z.infer<typeof newsItemSchema>

/** What stands for something to do, from the limits and applications that are kept. */
export const dueItemSchema = z.discriminatedUnion('kind', [
  /** A temporary limit is about to end. */
  z.object({
    kind: z.literal('limit_ends'),
    limitId: idSchema,
    buyerId: idSchema,
    buyer: lineSchema,
    amount: moneySchema,
    on: daySchema,
  }),
  /** An announced cut takes effect. */
  z.object({
    kind: z.literal('cut_takes_effect'),
    limitId: idSchema,
    buyerId: idSchema,
    buyer: lineSchema,
    from: moneySchema,
    to: moneySchema,
    on: daySchema,
  }),
  z.object({
    kind: z.literal('pending_since'),
    applicationId: idSchema,
    buyerId: idSchema,
    buyer: lineSchema,
    amount: moneySchema,
    since: timestampSchema,
  }),
])
export type DueItem = z.infer<typeof dueItemSchema>
