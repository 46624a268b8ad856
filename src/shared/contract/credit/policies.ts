/** Policies and their conditions. */
import { z } from 'zod'
import { idSchema, lineSchema } from '../common.ts'
import { countSchema, currencyCodeSchema } from './amounts.ts'

export const policySchema = z.object({
  id: idSchema,
  name: lineSchema,
  currency: currencyCodeSchema,
  country: z.string().max(2),
  mepDays: countSchema.meta({
    description: 'Days after the original due date before an invoice must be reported',
  }),
  graceDays: countSchema.meta({
    description: 'Days before a reduction or a cancellation by the insurer takes effect',
  }),
  maximumTermsDays: countSchema.meta({ description: 'The longest payment terms that are covered' }),
  reportWithinDays: countSchema.meta({
    description: 'Days after the extension period in which to report',
  }),
})
export type Policy = z.infer<typeof policySchema>
