/** What a call of the renderer is described by, and what several of them share. */
import { z } from 'zod'
import { timestampSchema } from './common.ts'

export type Route = { readonly input: z.ZodType; readonly output: z.ZodType }

export const nothing = z.strictObject({})
/** Where a page of a list begins: the former page's `nextCursor`, or null. */
export const listInput = z.strictObject({ cursor: z.string().max(256).nullable() })

/** An answer that may come from this computer's store while the network is away. */
export const freshnessSchema = z.object({ fetchedAt: timestampSchema, stale: z.boolean() })
