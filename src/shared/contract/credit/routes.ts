/** What both Serv@Net and Insights show of the portfolio, from this computer's store. */
import { z } from 'zod'
import { caseFiltersSchema } from './case-filters.ts'
import { idSchema, ofClient, timestampSchema } from '../common.ts'
import { freshnessSchema, nothing, type Route } from '../route.ts'
import { figureSchema, reportQuerySchema } from './dashboard.ts'
import { buyerDetailSchema, buyerFiltersSchema, buyerSchema } from './buyers.ts'
import { creditLimitDetailSchema, creditLimitSchema, limitFiltersSchema } from './credit-limits.ts'
import { dueItemSchema, newsItemSchema } from './news.ts'
import { policySchema } from './policies.ts'
import { windowInput, windowOf } from './windows.ts'

/** Long enough for what somebody notes of a buyer. */
const longestNote = 10_000

/** The longest list that a person chooses columns of. */
const mostColumns = 30

/** How a person wants to see one of the long lists. */
export const listViewSchema = z.object({
  /** In the order of the screen; null for those that one begins with. */
  columns: z.array(z.string().max(64)).max(mostColumns).nullable(),
  density: z.enum(['dense', 'comfortable']),
})
export type ListView = z.infer<typeof listViewSchema>

/** The lists whose view a person chooses. */
export const viewedListSchema = z.enum(['buyers', 'limits', 'cases', 'ledger_customers'])

export const creditRoutes = {
  'credit.policies': {
    input: z.strictObject(ofClient),
    output: z.object({ policies: z.array(policySchema).max(5_000), freshness: freshnessSchema }),
  },
  'credit.buyers': {
    input: z.strictObject({ ...windowInput, filters: buyerFiltersSchema }),
    output: z.object({ window: windowOf(buyerSchema), freshness: freshnessSchema }),
  },
  /** One row of the list. */
  'credit.buyer': {
    input: z.strictObject({ id: idSchema, ...ofClient }),
    output: z.object({ buyer: buyerSchema, freshness: freshnessSchema }),
  },
  /** All of one buyer; of who has Insights. */
  'credit.buyerDetail': {
    input: z.strictObject({ id: idSchema, ...ofClient }),
    output: z.object({ detail: buyerDetailSchema, freshness: freshnessSchema }),
  },
  /** The ids before and after one in a list, to go through it: null at its ends. */
  'credit.neighbours': {
    input: z.strictObject({ id: idSchema, filters: buyerFiltersSchema }),
    output: z.object({ previous: idSchema.nullable(), next: idSchema.nullable() }),
  },
  'credit.limits': {
    input: z.strictObject({ ...windowInput, filters: limitFiltersSchema }),
    output: z.object({ window: windowOf(creditLimitSchema), freshness: freshnessSchema }),
  },
  'credit.limit': {
    input: z.strictObject({ id: idSchema, ...ofClient }),
    output: z.object({ detail: creditLimitDetailSchema, freshness: freshnessSchema }),
  },
  /** A private note, sealed on this computer; the portal never has it. */
  'credit.note': {
    input: z.strictObject({ buyerId: idSchema }),
    output: z.object({ text: z.string().max(longestNote), savedAt: timestampSchema.nullable() }),
  },
  'credit.saveNote': {
    input: z.strictObject({ buyerId: idSchema, text: z.string().max(longestNote) }),
    output: z.object({ savedAt: timestampSchema.nullable() }),
  },
  /** How the person last saw the list; as one begins where they never chose. */
  'credit.listView': {
    input: z.strictObject({ list: viewedListSchema }),
    output: z.object({ view: listViewSchema }),
  },
  'credit.saveListView': {
    input: z.strictObject({ list: viewedListSchema, view: listViewSchema }),
    output: nothing,
  },
  'credit.news': {
    input: nothing,
    output: z.object({ items: z.array(newsItemSchema).max(200), freshness: freshnessSchema }),
  },
  /** Those given; all where none are given. */
  'credit.tickNews': {
    input: z.strictObject({ ids: z.array(idSchema).max(200).nullable() }),
    output: nothing,
  },
  'credit.due': {
    input: nothing,
    output: z.object({ items: z.array(dueItemSchema).max(200), freshness: freshnessSchema }),
  },
  /** A table as a file; asks where to save it. `columns` in the order of the screen, else all. */
  'credit.export': {
    input: z.strictObject({
      format: z.enum(['xlsx', 'csv']),
      columns: z.array(z.string().max(64)).max(mostColumns).nullable(),
      table: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('buyers'), filters: buyerFiltersSchema }),
        z.strictObject({ kind: z.literal('limits'), filters: limitFiltersSchema }),
        z.strictObject({ kind: z.literal('policies'), ...ofClient }),
        z.strictObject({ kind: z.literal('applications'), ...ofClient }),
        z.strictObject({ kind: z.literal('cases'), filters: caseFiltersSchema }),
        /** Applications that were sent together. */
        z.strictObject({ kind: z.literal('batch'), id: idSchema }),
        z.strictObject({
          kind: z.literal('figure'),
          figure: figureSchema,
          report: reportQuerySchema,
        }),
      ]),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), path: z.string().max(4_096), rows: z.number().int() }),
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },
} as const satisfies Record<string, Route>
