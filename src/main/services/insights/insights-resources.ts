/** Insights' reports, as they are kept on this computer: the latest of those that were looked at. */
import { pageOf } from '../../../shared/contract/common.ts'
import {
  dashboardSchema,
  figureRowSchema,
  figureSchema,
} from '../../../shared/contract/credit/dashboard.ts'
import type { FollowedQuestions } from '../../resources/kept-questions.ts'
import { defineResource, type Params } from '../../resources/resource.ts'

const minuteMs = 60_000
const mostDashboards = 12
const mostFirstPages = 60

/** A dashboard; its parameters are those of `paramsOf`. */
export const dashboardResource = defineResource({
  name: 'dashboard',
  endpoint: 'insightsDashboard',
  schema: dashboardSchema,
  maxAgeMs: 5 * minuteMs,
  mostKept: mostDashboards,
  // The usual period moves with the day.
  isOver: ({ to }, params) => params['to'] === undefined && to < todayInUtc(),
  request: (params: Params) => ({ query: params }),
})

/** The first page of the rows behind a figure; its parameters are those of `paramsOf`, and `figure`. */
export const figureRowsResource = defineResource({
  name: 'figure_rows',
  endpoint: 'insightsFigureRows',
  schema: pageOf(figureRowSchema),
  maxAgeMs: 5 * minuteMs,
  mostKept: mostFirstPages,
  request: ({ figure, ...query }: Params) => ({
    params: { figure: figureSchema.parse(figure) },
    query: { ...query, limit: rowsAtOnce },
  }),
})

/** As many rows behind a figure as are asked for at once. */
export const rowsAtOnce = 100

/** Days of the portal begin at midnight UTC. */
function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10)
}

/** What `GET /v1/changes` tells of the dashboard is told of all of them. */
export const insightsQuestions: readonly FollowedQuestions[] = [
  { resource: dashboardResource, changes: 'dashboard', idParam: null, grantedIn: 'policies' },
  { resource: figureRowsResource, changes: 'dashboard', idParam: null, grantedIn: 'policies' },
]
