/** Buyers of a policyholder: in lists, and by themselves. */
import { z } from 'zod'
import { servnetAlertSchema } from './alerts.ts'
import {
  alone,
  idSchema,
  isPlainText,
  languageSchema,
  lineSchema,
  moneySchema,
  ofClient,
  pageQuerySchema,
} from '../common.ts'
import {
  countSchema,
  daySchema,
  moneyFigureSchema,
  percentSchema,
  ratingSchema,
} from './amounts.ts'
import { courseStepSchema, creditLimitSchema, limitStatusSchema } from './credit-limits.ts'

/** A name that a company has, an embedded line break and all. */
const buyerNameSchema = lineSchema

export const buyerSchema = z.object({
  id: idSchema,
  name: buyerNameSchema,
  country: z.string().max(2),
  town: lineSchema.nullable(),
  registrationNumber: z.string().max(64).nullable(),
  rating: ratingSchema.nullable().meta({ description: 'Null for an unrated buyer' }),
  band: z.string().max(64).nullable().meta({ description: 'Of `ratingBands` in `/v1/meta`' }),
  totalCld: moneyFigureSchema.meta({
    description: 'The limits in force today, of the policies that are granted, in `currency`',
  }),
  limits: z.array(moneySchema).max(200).meta({
    description: 'The same, in each of the currencies that they were granted in',
  }),
  riskAcceptance: percentSchema,
  decision: limitStatusSchema.nullable().meta({
    description: 'Of its latest decision; `pending` where one is being decided for the first time',
  }),
  pendingApplications: countSchema,
  endsOn: daySchema.nullable().meta({ description: 'When the first of its limits ends or is cut' }),
  policyIds: z.array(idSchema).max(500),
})
export type Buyer = z.infer<typeof buyerSchema>

export const buyerSorts = [
  'name',
  '-name',
  'country',
  '-country',
  'rating',
  '-rating',
  'total_cld',
  '-total_cld',
  'risk_acceptance',
  '-risk_acceptance',
] as const
export type BuyerSort = (typeof buyerSorts)[number]

/** What narrows and orders a list of buyers. */
export const buyerFiltersSchema = z.object({
  q: z.string().max(200).optional().meta({
    description:
      'Begins of words of the name, or of the number; case, accents and punctuation do not matter',
  }),
  country: z.string().max(2, alone).refine(isPlainText).optional(),
  band: z.string().max(64, alone).refine(isPlainText).optional(),
  decision: limitStatusSchema.optional(),
  policy: idSchema.optional(),
  ...ofClient,
  sort: z.enum(buyerSorts).default('name'),
})
export type BuyerFilters = z.infer<typeof buyerFiltersSchema>

export const buyerQuerySchema = buyerFiltersSchema.extend({
  ...pageQuerySchema.shape,
  currency: moneySchema.shape.currency.optional().meta({ description: 'Else of the preferences' }),
})
export type BuyerQuery = z.infer<typeof buyerQuerySchema>

export const buyerExportQuerySchema = buyerFiltersSchema.extend({
  currency: buyerQuerySchema.shape.currency,
  language: languageSchema.optional().meta({ description: 'Else of the preferences' }),
})
export type BuyerExportQuery = z.infer<typeof buyerExportQuerySchema>

export const buyerDetailSchema = z.object({
  buyer: buyerSchema,
  /** Oldest first; each holds until the next. */
  ratings: z.array(z.object({ on: daySchema, rating: ratingSchema })).max(1_000),
  limits: z.array(creditLimitSchema).max(500),
  /** Newest first. */
  decisions: z.array(courseStepSchema.extend({ policyId: idSchema })).max(1_000),
  /** Newest first. */
  alerts: z.array(servnetAlertSchema).max(200),
  /** Cuts that are announced: deliveries before `until` keep the former limit. */
  runOff: z
    .array(
      z.object({ policyId: idSchema, from: moneySchema, to: moneySchema, effectiveOn: daySchema }),
    )
    .max(500),
})
export type BuyerDetail = z.infer<typeof buyerDetailSchema>
