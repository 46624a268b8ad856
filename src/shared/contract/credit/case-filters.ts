/** What narrows and orders the list of cases: where it is shown, and where it is saved as a file. */
import { z } from 'zod'
import { alone, idSchema, isPlainText, ofClient, pageQuerySchema } from '../common.ts'

/** Their words are under `cases:status.<status>`. The last two are closed cases. */
export const caseStatuses = ['open', 'instalments', 'legal', 'recovered', 'closed'] as const
export type CaseStatus = (typeof caseStatuses)[number]
export const caseStatusSchema = z.enum(caseStatuses)

export const caseSorts = ['opened', '-opened', 'buyer', '-buyer', 'due', '-due'] as const

/** What narrows and orders the list on a computer that keeps it. */
export const caseFiltersSchema = z.object({
  q: z.string().max(200).optional(),
  status: caseStatusSchema.optional(),
  policy: idSchema.optional(),
  ...ofClient,
  sort: z.enum(caseSorts).default('-opened'),
})
export type CaseFilters = z.infer<typeof caseFiltersSchema>

export const caseQuerySchema = pageQuerySchema.extend({
  q: z.string().max(200, alone).refine(isPlainText).optional().meta({
    description: 'Begins of words of the buyer’s name, its number, or the number of an invoice',
  }),
  status: caseStatusSchema.optional(),
  policy: idSchema.optional(),
  ...ofClient,
})
export type CaseQuery = z.infer<typeof caseQuerySchema>
