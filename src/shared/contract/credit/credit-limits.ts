/** Credit limits: what was decided of a buyer under a policy, and how it came to that. */
import { z } from 'zod'
import { alertReasonSchema } from './alerts.ts'
import {
  alone,
  idSchema,
  isPlainText,
  lineSchema,
  moneySchema,
  ofClient,
  pageQuerySchema,
  timestampSchema,
} from '../common.ts'
import { daySchema } from './amounts.ts'

/** Their words are under `credit.status.<status>`. */
export const limitStatuses = [
  'pending',
  'refused',
  'partly_accepted',
  'accepted',
  'reduced',
  'cancelled',
  'expired',
] as const
export type LimitStatus = (typeof limitStatuses)[number]
export const limitStatusSchema = z.enum(limitStatuses)

/** The present limit of a buyer under a policy: its latest decision. */
export const creditLimitSchema = z.object({
  id: idSchema.meta({
    description: 'Of the buyer under the policy: stays when it is decided anew',
  }),
  policyId: idSchema,
  buyerId: idSchema,
  buyerName: lineSchema,
  country: z.string().max(2),
  applied: moneySchema,
  granted: moneySchema.nullable().meta({ description: 'Null while nothing is decided' }),
  grantedInEuro: moneySchema.nullable().optional().meta({
    description:
      '`granted` by the rates of today, which limits in several currencies are in order by. Null where a rate is missing',
  }),
  status: limitStatusSchema,
  initiatedBy: z.enum(['customer', 'insurer']),
  appliedAt: timestampSchema,
  decidedAt: timestampSchema.nullable(),
  effectiveOn: daySchema.nullable(),
  endsOn: daySchema.nullable().meta({ description: 'The last day of a temporary limit' }),
  inForce: moneySchema.nullable().meta({
    description:
      'What covers a delivery today: during the days of grace still the limit before a cut. Null where nothing was ever granted',
  }),
  reason: alertReasonSchema.nullable(),
  paymentTermsDays: z.number().int().nonnegative().nullable(),
  conditions: z.string().max(2_000).nullable(),
  pending: z
    .object({ applicationId: idSchema, amount: moneySchema, appliedAt: timestampSchema })
    .nullable()
    .meta({ description: 'An application that is not decided yet' }),
})
export type CreditLimit = z.infer<typeof creditLimitSchema>

/** One step of a limit's course. Words under `credit.course.<kind>`. */
export const courseStepSchema = z.object({
  kind: z.enum(['applied', 'decided', 'reduced', 'cancelled', 'withdrawn_by_customer', 'expired']),
  at: timestampSchema,
  amount: moneySchema.meta({ description: 'What was asked for, or granted from then on' }),
  effectiveOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  reason: alertReasonSchema.nullable(),
  applicationId: idSchema.nullable(),
})
export type CourseStep = z.infer<typeof courseStepSchema>

export const creditLimitDetailSchema = z.object({
  limit: creditLimitSchema,
  /** Newest first. */
  course: z.array(courseStepSchema).max(500),
})
export type CreditLimitDetail = z.infer<typeof creditLimitDetailSchema>

export const limitSorts = [
  'buyer',
  '-buyer',
  'granted',
  '-granted',
  'decided',
  '-decided',
  'ends',
  '-ends',
] as const

/** What narrows and orders a list of limits. */
export const limitFiltersSchema = z.object({
  q: z.string().max(200).optional(),
  country: z.string().max(2, alone).refine(isPlainText).optional(),
  status: limitStatusSchema.optional(),
  policy: idSchema.optional(),
  ...ofClient,
  sort: z.enum(limitSorts).default('buyer'),
})
export type LimitFilters = z.infer<typeof limitFiltersSchema>
export const limitQuerySchema = limitFiltersSchema.extend(pageQuerySchema.shape)
export type LimitQuery = z.infer<typeof limitQuerySchema>
