/** What is said of an application before it is sent; none of it forbids to send it. */
import { z } from 'zod'
import { idSchema, moneySchema, timestampSchema } from '../common.ts'
import { daySchema } from './amounts.ts'
import { creditLimitSchema } from './credit-limits.ts'

export const applicationWarningSchema = z.discriminatedUnion('kind', [
  /** An application of this buyer and policy is being decided: it is offered instead. */
  z.object({
    kind: z.literal('application_exists'),
    applicationId: idSchema,
    amount: moneySchema,
    appliedAt: timestampSchema,
  }),
  /** One waits on this computer to be sent. */
  z.object({ kind: z.literal('application_waits'), amount: moneySchema }),
  /** The limit in force is as high already. */
  z.object({
    kind: z.literal('limit_suffices'),
    limitId: idSchema,
    inForce: moneySchema,
    endsOn: daySchema.nullable(),
  }),
  /** The number does not fit the country's own check digits: perhaps mistyped. */
  z.object({ kind: z.literal('number_unlikely'), country: z.string().max(2) }),
  /** A described buyer looks like one that is known. */
  z.object({ kind: z.literal('buyer_known'), buyerId: idSchema, name: z.string().max(300) }),
])
export type ApplicationWarning = z.infer<typeof applicationWarningSchema>

export const applicationChecksSchema = z.object({
  warnings: z.array(applicationWarningSchema).max(20),
  /** The present limit of the buyer under the policy. */
  limit: creditLimitSchema.nullable(),
})
