/**
 * Insights' dashboard and the rows behind its figures. How each figure is computed is said in
 * `docs/figures.md` and beside each on the screen.
 */
import { z } from 'zod'
import {
  idSchema,
  lineSchema,
  moneySchema,
  ofClient,
  pageQuerySchema,
  timestampSchema,
} from '../common.ts'
import {
  averageRatingSchema,
  countSchema,
  currencyCodeSchema,
  daySchema,
  moneyFigureSchema,
  percentSchema,
  ratingSchema,
} from './amounts.ts'
import { limitStatusSchema } from './credit-limits.ts'

/** What a report is about. What is left out: the preferences' currency, every policy, the usual period. */
export const reportQuerySchema = z.object({
  currency: currencyCodeSchema.optional(),
  policy: idSchema.optional(),
  ...ofClient,
  from: daySchema.optional().meta({ description: 'Else the first day of the month before `to`' }),
  to: daySchema.optional().meta({ description: 'Else today. The report is as at the end of it' }),
})
export type ReportQuery = z.infer<typeof reportQuerySchema>

export const deteriorationSchema = z.object({
  buyerId: idSchema,
  name: lineSchema,
  deterioration: z.number().int().positive(),
  rating: ratingSchema,
  totalCld: moneyFigureSchema,
  riskAcceptance: percentSchema,
})
export type Deterioration = z.infer<typeof deteriorationSchema>

export const dashboardSchema = z.object({
  asOf: daySchema,
  from: daySchema,
  to: daySchema,
  currency: currencyCodeSchema,
  /** The latest fact that the figures know of. */
  dataUpdatedAt: timestampSchema,
  /** Of the currencies in the report on the day `to`. Null: no rate within seven days before it. */
  rates: z
    .array(
      z.object({
        currency: currencyCodeSchema,
        rate: z.string().max(40).nullable().meta({ description: 'Units per 1 EUR, a decimal' }),
        date: daySchema.nullable(),
      }),
    )
    .max(200),
  position: z.object({
    riskAcceptance: z.object({
      percent: percentSchema,
      granted: moneyFigureSchema,
      applied: moneyFigureSchema,
      /** The twelve months that end with that of `to`, the last as at `to`. */
      months: z.array(z.object({ month: z.string().max(7), percent: percentSchema })).max(12),
    }),
    applications: countSchema,
    decisions: countSchema,
    abr: z.object({
      value: averageRatingSchema,
      ratedShare: percentSchema.meta({ description: 'Of total CLD, in percent' }),
      ratedCld: moneyFigureSchema,
      /** A month before. */
      before: averageRatingSchema,
    }),
    totalCld: moneyFigureSchema,
    buyers: countSchema.meta({ description: 'With a limit in force' }),
    /** By total CLD, the ten largest. */
    largestPolicies: z
      .array(
        z.object({
          id: idSchema,
          name: lineSchema,
          abr: averageRatingSchema,
          totalCld: moneyFigureSchema,
        }),
      )
      .max(10),
  }),
  change: z.object({
    newDecisions: z.object({
      zero: moneyFigureSchema,
      partialNotCovered: moneyFigureSchema,
      partialCovered: moneyFigureSchema,
      full: moneyFigureSchema,
    }),
    deductions: moneyFigureSchema,
    futureDeductions: moneyFigureSchema,
    /** Cuts that the customer asked for, and ends of temporary limits: no deductions. */
    customerCuts: moneyFigureSchema,
    endedTemporary: moneyFigureSchema,
    pendingApplications: moneyFigureSchema,
    /** The ten largest. */
    deteriorations: z.array(deteriorationSchema).max(10),
  }),
})
export type Dashboard = z.infer<typeof dashboardSchema>

/** Figures that rows can be asked for. */
export const figures = [
  'risk-acceptance',
  'applications',
  'decisions',
  'abr',
  'largest-policies',
  'new-decisions-zero',
  'new-decisions-partial',
  'new-decisions-full',
  'deductions',
  'future-deductions',
  'customer-cuts',
  'ended-temporary',
  'pending-applications',
  'deteriorations',
] as const
export const figureSchema = z.enum(figures)
export type Figure = z.infer<typeof figureSchema>

/** A row behind a figure; what does not belong to that figure is null. */
export const figureRowSchema = z.object({
  id: idSchema,
  buyerId: idSchema.nullable(),
  name: lineSchema.meta({ description: 'Of the buyer; of the policy in `largest-policies`' }),
  country: z.string().max(2).nullable(),
  policyId: idSchema.nullable(),
  on: daySchema
    .nullable()
    .meta({ description: 'When it was applied for, decided, or takes effect' }),
  applied: moneyFigureSchema,
  granted: moneyFigureSchema,
  amount: moneyFigureSchema.meta({ description: 'What the row adds to the figure' }),
  original: moneySchema.nullable().meta({ description: '`amount` in its own currency' }),
  totalCld: moneyFigureSchema,
  rating: ratingSchema.nullable(),
  abr: averageRatingSchema
    .optional()
    .meta({ description: 'Of a policy, in `largest-policies`; null without a rated buyer' }),
  deterioration: z.number().int().nullable(),
  riskAcceptance: percentSchema,
  status: limitStatusSchema.nullable(),
})
export type FigureRow = z.infer<typeof figureRowSchema>

export const figureRowsQuerySchema = reportQuerySchema.extend(pageQuerySchema.shape)
