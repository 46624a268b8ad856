/** How this computer and the portal stand to each other, learned from calls. */
import { z } from 'zod'
import { timestampSchema } from '../common.ts'
import { errorCodes } from '../error-codes.ts'

export const portalStatusSchema = z.object({
  /** `unknown` until a call has been answered, or has failed, in this run. */
  connection: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('unknown') }),
    z.object({ kind: z.literal('online') }),
    z.object({
      kind: z.literal('offline'),
      since: timestampSchema,
      /** Why the last call failed. */
      error: z.enum(errorCodes),
    }),
  ]),
  /** Whether something is being read from the portal, or sent to it, now. */
  syncing: z.boolean(),
  /** When what is kept of this person was last brought up to date; null where it never was. */
  syncedAt: timestampSchema.nullable(),
  /** How many edits wait to be sent, and how many of all need the person. */
  waiting: z.number().int().nonnegative(),
  needsAttention: z.number().int().nonnegative(),
})
export type PortalStatus = z.infer<typeof portalStatusSchema>
