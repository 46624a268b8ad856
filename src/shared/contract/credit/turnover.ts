/** Declarations of turnover: what a policyholder sold under a policy in a period. */
import { z } from 'zod'
import { idSchema, moneySchema, timestampSchema } from '../common.ts'
import { askedMoneySchema } from './amounts.ts'

/** A quarter (`2026-Q3`) or a month (`2026-09`). */
export const turnoverPeriodSchema = z
  .string()
  .max(7)
  .regex(/^\d{4}-(Q[1-4]|0[1-9]|1[0-2])$/)

export const turnoverRequestSchema = z.strictObject({
  policyId: idSchema,
  period: turnoverPeriodSchema,
  amount: askedMoneySchema,
})
export type TurnoverRequest = z.infer<typeof turnoverRequestSchema>

export const turnoverDeclarationSchema = z.object({
  id: idSchema,
  policyId: idSchema,
  period: turnoverPeriodSchema,
  amount: moneySchema,
  declaredAt: timestampSchema,
  replaced: z.boolean().meta({ description: 'Whether a later declaration of the period stands' }),
})
export type TurnoverDeclaration = z.infer<typeof turnoverDeclarationSchema>
