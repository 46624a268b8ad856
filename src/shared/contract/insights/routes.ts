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
} as const satisfies Record<string, Route>
