/** Atradius Insights: calls of the pages. */
import { z } from 'zod'
import { pageOf } from '../common.ts'
import { freshnessSchema, listInput, type Route } from '../route.ts'
import {
  dashboardSchema,
  figureRowSchema,
  figureSchema,
  reportQuerySchema,
} from '../credit/dashboard.ts'
import { currencyCodeSchema, monthSchema } from '../credit/amounts.ts'
import { suppositionsSchema, whatIfAnswerSchema } from './what-if.ts'

export const insightsRoutes = {
  'insights.dashboard': {
    input: z.strictObject({ report: reportQuerySchema }),
    output: z.object({ dashboard: dashboardSchema, freshness: freshnessSchema }),
  },
  /** The first page is kept on this computer; the others ask the portal. */
  'insights.figureRows': {
    input: listInput.extend({ figure: figureSchema, report: reportQuerySchema }),
    output: z.object({ page: pageOf(figureRowSchema), freshness: freshnessSchema }),
  },
  /** From what is kept here, which the portal does not hear of. */
  'insights.whatIf': {
    input: z.strictObject({ suppositions: suppositionsSchema, currency: currencyCodeSchema }),
    output: whatIfAnswerSchema,
  },
  /** The month pack that the window shows, as a PDF; asks where to save it. */
  'insights.saveMonthPack': {
    input: z.strictObject({ month: monthSchema }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), path: z.string().max(4_096) }),
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },
} as const satisfies Record<string, Route>
