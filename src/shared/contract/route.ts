/** What a call of the renderer is described by, and what several of them share. */
import { z } from 'zod'
import { ofClient, timestampSchema } from './common.ts'

export type Route = { readonly input: z.ZodType; readonly output: z.ZodType }

export const nothing = z.strictObject({})
/** Where a page of a list begins: the former page's `nextCursor`, or null. */
export const listInput = z.strictObject({ cursor: z.string().max(256).nullable() })

/** The same of what stands under policies: of a client's alone, where a page is its view. */
export const portfolioListInput = listInput.extend(ofClient)

/** Of what comes from this computer's store: when the portal gave it. */
export const freshnessSchema = z.object({
  fetchedAt: timestampSchema,
  /** Whether it is too old for what it is, or could not be refreshed the last time. */
  stale: z.boolean(),
  /** Whether it is being refreshed now; `resource.changed` tells when that has changed it. */
  refreshing: z.boolean(),
})
export type Freshness = z.infer<typeof freshnessSchema>
