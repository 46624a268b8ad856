/** Clients of a broker: the organisations whose policies are granted, each with its figures of today. */
import { z } from 'zod'
import { idSchema, lineSchema, pageQuerySchema } from '../common.ts'
import {
  averageRatingSchema,
  countSchema,
  currencyCodeSchema,
  daySchema,
  moneyFigureSchema,
  percentSchema,
} from '../credit/amounts.ts'
import { policySchema } from '../credit/policies.ts'

/** More than any broker sees of one customer. */
const mostPolicies = 5_000

/** As `docs/figures.md` defines each, over the client's policies that are granted. */
export const clientFiguresSchema = z.object({
  asOf: daySchema,
  currency: currencyCodeSchema,
  buyers: countSchema.meta({ description: 'With a limit in force, each once' }),
  totalCld: moneyFigureSchema,
  riskAcceptance: percentSchema,
  abr: averageRatingSchema,
  pending: moneyFigureSchema.meta({ description: 'What is applied for and not decided yet' }),
})
export type ClientFigures = z.infer<typeof clientFiguresSchema>

export const clientSchema = z.object({
  id: idSchema,
  name: lineSchema,
  country: z.string().max(2),
  policies: z
    .array(policySchema)
    .max(mostPolicies)
    .meta({ description: 'Those that are granted, by name' }),
  figures: clientFiguresSchema,
})
export type Client = z.infer<typeof clientSchema>

const figuresIn = {
  currency: currencyCodeSchema.optional().meta({ description: 'Else of the preferences' }),
}

export const clientQuerySchema = z.object(figuresIn)
export const clientsQuerySchema = pageQuerySchema.extend({
  ...figuresIn,
  q: z.string().max(200).optional().meta({
    description:
      'Begins of words of the client’s or a policy’s name, or of a policy’s number; case, accents and punctuation do not matter',
  }),
})
export type ClientsQuery = z.infer<typeof clientsQuerySchema>
