/** What would be if: suppositions about the portfolio, and what its figures were then. Nothing of it is kept or sent. */
import { z } from 'zod'
import { alone, idSchema, isPlainText, lineSchema } from '../common.ts'
import {
  askedMoneySchema,
  averageRatingSchema,
  countSchema,
  currencyCodeSchema,
  daySchema,
  moneyFigureSchema,
  percentSchema,
  ratingSchema,
} from '../credit/amounts.ts'
import { freshnessSchema } from '../route.ts'

/** Units per 1 EUR, above zero. */
const supposedRateSchema = z
  .string()
  .max(40, alone)
  .regex(/^\d{1,12}(\.\d{1,20})?$/)
  .refine((rate) => Number(rate) > 0)

/** A currency is worth more or less of the others, or has another rate. */
const currencyMoveSchema = z.strictObject({
  code: currencyCodeSchema.refine((code) => code !== 'EUR'),
  to: z.discriminatedUnion('kind', [
    /** Of its worth in euro; to a hundredth of a percent. */
    z.strictObject({ kind: z.literal('percent'), percent: z.number().min(-99).max(1_000) }),
    z.strictObject({ kind: z.literal('rate'), rate: supposedRateSchema }),
  ]),
})

/** Buyers become riskier, up to 100; who is unrated stays so. */
const worseningSchema = z.strictObject({
  who: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('largest'), count: z.number().int().min(1).max(1_000) }),
    z.strictObject({ kind: z.literal('buyer'), id: idSchema }),
  ]),
  points: z.number().int().min(0).max(99),
})

/** Limits are cut by a part of them, or down to an amount each; none becomes more than it is. */
const limitCutSchema = z.strictObject({
  which: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('buyer'), id: idSchema }),
    z.strictObject({ kind: z.literal('band'), id: z.string().max(64, alone).refine(isPlainText) }),
    z.strictObject({
      kind: z.literal('country'),
      code: z.string().max(2, alone).refine(isPlainText),
    }),
    z.strictObject({ kind: z.literal('policy'), id: idSchema }),
  ]),
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), percent: z.number().min(0).max(100) }),
    z.strictObject({ kind: z.literal('amount'), amount: askedMoneySchema }),
  ]),
})

/** At most one of each kind, all of them at once; null for what stays as it is. */
export const suppositionsSchema = z.strictObject({
  currency: currencyMoveSchema.nullable(),
  worsening: worseningSchema.nullable(),
  cut: limitCutSchema.nullable(),
})
export type Suppositions = z.infer<typeof suppositionsSchema>

/** Figures of the portfolio as `docs/figures.md` has them. */
const positionSchema = z.object({
  totalCld: moneyFigureSchema,
  abr: averageRatingSchema,
  /** Of total CLD, in percent. */
  ratedShare: percentSchema,
  /** Null also where limits are not granted to the person. */
  riskAcceptance: percentSchema,
  /** 1/HHI: the portfolio is as concentrated as one of so many equal buyers. */
  likeEqualBuyers: z.number().min(1).nullable(),
  largestShare: percentSchema,
  buyers: countSchema,
})
export type SupposedPosition = z.infer<typeof positionSchema>

const concernedSchema = z.object({
  buyerId: idSchema,
  name: lineSchema,
  before: moneyFigureSchema,
  after: moneyFigureSchema,
  ratingBefore: ratingSchema.nullable(),
  ratingAfter: ratingSchema.nullable(),
})
export type ConcernedBuyer = z.infer<typeof concernedSchema>

export const whatIfSchema = z.object({
  currency: currencyCodeSchema,
  /** Of the present day, as the dashboard last had them. `supposed` is the rate in its place. */
  rates: z
    .array(
      z.object({
        currency: currencyCodeSchema,
        rate: z.string().max(40).nullable(),
        date: daySchema.nullable(),
        supposed: z.string().max(60).nullable(),
      }),
    )
    .max(200),
  before: positionSchema,
  after: positionSchema,
  /** In the portal's order, then unrated buyers (null). */
  bands: z
    .array(
      z.object({
        band: z.string().max(64).nullable(),
        before: moneyFigureSchema,
        after: moneyFigureSchema,
      }),
    )
    .max(21),
  /** Before any supposition, the ten largest; shares in percent of total CLD. */
  largest: z
    .array(
      z.object({
        buyerId: idSchema,
        name: lineSchema,
        rating: ratingSchema.nullable(),
        totalCld: moneyFigureSchema,
        share: percentSchema,
      }),
    )
    .max(10),
  /** Those whom it concerns most, ten of `concernedCount`. */
  concerned: z.array(concernedSchema).max(10),
  concernedCount: countSchema,
})
export type WhatIf = z.infer<typeof whatIfSchema>

export const whatIfAnswerSchema = z.object({
  result: whatIfSchema,
  /** Whether all buyers and limits are on this computer; else it is of those that are. */
  isWhole: z.boolean(),
  /** Of the list of buyers. */
  freshness: freshnessSchema,
})
export type WhatIfAnswer = z.infer<typeof whatIfAnswerSchema>
