/** Applications for a credit limit. */
import { z } from 'zod'
import {
  alone,
  idSchema,
  isPlainText,
  lineSchema,
  longestTypedLine,
  moneySchema,
  timestampSchema,
} from '../common.ts'
import { visibleText } from '../../rules/typed-text.ts'
import { askedMoneySchema, daySchema } from './amounts.ts'
import { creditLimitSchema, limitStatusSchema } from './credit-limits.ts'

/** As long as a name may be that somebody describes a company by. */
const longestName = 250
const longestTerms = 720

/** A company that the insurer may not know yet. */
export const describedBuyerSchema = z.strictObject({
  name: z
    .string()
    .max(longestTypedLine, alone)
    .overwrite(visibleText)
    .min(1)
    .max(longestName)
    .refine(isPlainText),
  country: z
    .string()
    .max(2, alone)
    .regex(/^[A-Z]{2}$/),
  registrationNumber: z
    .string()
    .max(64, alone)
    .overwrite(visibleText)
    .refine(isPlainText)
    .nullable()
    .optional(),
  town: z
    .string()
    .max(longestName, alone)
    .overwrite(visibleText)
    .refine(isPlainText)
    .nullable()
    .optional(),
})
export type DescribedBuyer = z.infer<typeof describedBuyerSchema>

const applicationShape = {
  policyId: idSchema,
  amount: askedMoneySchema.meta({ description: 'Zero asks for the end of a limit' }),
  paymentTermsDays: z.number().int().min(0).max(longestTerms),
  startsOn: daySchema.nullable().optional(),
  endsOn: daySchema
    .nullable()
    .optional()
    .meta({ description: 'The last day of a temporary limit' }),
}

/** Of a buyer that is known by its id, or of one that is described: one of the two. */
export const applicationRequestSchema = z
  .strictObject({
    ...applicationShape,
    buyerId: idSchema.nullable().optional(),
    buyer: describedBuyerSchema.nullable().optional(),
  })
  .refine(({ buyerId, buyer }) => (buyerId ?? null) === null || (buyer ?? null) === null, {
    path: ['buyer'],
    error: 'one_buyer',
    params: { code: 'one_buyer' },
  })
  .refine(({ buyerId, buyer }) => (buyerId ?? null) !== null || (buyer ?? null) !== null, {
    path: ['buyerId'],
    error: 'required',
    params: { code: 'required' },
  })
export type ApplicationRequest = z.infer<typeof applicationRequestSchema>

export const applicationKinds = ['new', 'increase', 'decrease', 'cancellation'] as const

export const applicationSchema = z.object({
  id: idSchema,
  kind: z.enum(applicationKinds),
  policyId: idSchema,
  buyerId: idSchema,
  buyerName: lineSchema,
  country: z.string().max(2),
  amount: moneySchema,
  paymentTermsDays: z.number().int().nonnegative(),
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  status: limitStatusSchema.meta({
    description: '`pending`, then what was decided of this application',
  }),
  appliedAt: timestampSchema,
  expectedBy: timestampSchema.nullable().meta({ description: 'By when a decision is expected' }),
  decision: creditLimitSchema
    .pick({
      granted: true,
      decidedAt: true,
      effectiveOn: true,
      endsOn: true,
      reason: true,
      conditions: true,
    })
    .nullable()
    .meta({ description: 'What was decided; null while it is pending' }),
  limitId: idSchema,
})
export type Application = z.infer<typeof applicationSchema>
