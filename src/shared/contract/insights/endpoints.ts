/** Atradius Insights. */
import { z } from 'zod'
import { idSchema, pageOf } from '../common.ts'
import {
  buyerDetailSchema,
  buyerExportQuerySchema,
  buyerQuerySchema,
  buyerSchema,
} from '../credit/buyers.ts'
import { policySchema } from '../credit/policies.ts'
import { moneySchema, ofClient, portfolioPageQuerySchema } from '../common.ts'
import { serviceDefaults, textStreamSchema, type Endpoint } from '../endpoint.ts'
import {
  dashboardSchema,
  figureRowSchema,
  figureRowsQuerySchema,
  figureSchema,
  reportQuerySchema,
} from '../credit/dashboard.ts'

const defaults = { ...serviceDefaults('insights'), tag: 'Insights' } as const

const report =
  'A period that ends before it begins, or ends after today, is refused (`invalid_request`); a policy that is not granted, or is not the client’s, is not found, nor is a client none of whose policies is granted. Where a currency has no rate within seven days before `to`, the figures in money that it is part of are null, and `rates` says so.'

export const insightsEndpoints = {
  insightsDashboard: {
    ...defaults,
    method: 'GET',
    path: '/v1/insights/dashboard',
    summary: 'The dashboard',
    description: `The position as at \`to\`, and what changed from \`from\` to \`to\`, of one policy or of all that are granted. ${report}`,
    query: reportQuerySchema,
    status: 200,
    answer: dashboardSchema,
    problems: ['not_found'],
  },
  insightsFigureRows: {
    ...defaults,
    method: 'GET',
    path: '/v1/insights/dashboard/{figure}/rows',
    summary: 'The rows behind a figure',
    description: `What makes up a figure of the dashboard of the same query, in pages. ${report}`,
    params: z.object({ figure: figureSchema }),
    query: figureRowsQuerySchema,
    status: 200,
    answer: pageOf(figureRowSchema),
    problems: ['not_found'],
  },
  insightsPolicies: {
    ...defaults,
    method: 'GET',
    path: '/v1/insights/policies',
    summary: 'The policies that are granted',
    description: 'By name, in pages.',
    query: portfolioPageQuerySchema,
    status: 200,
    answer: pageOf(policySchema),
    problems: ['not_found'],
  },
  insightsBuyers: {
    ...defaults,
    method: 'GET',
    path: '/v1/insights/buyers',
    summary: 'Buyers',
    description:
      'Those with a limit or an application under a policy that is granted, in pages. A policy that is not granted is not found.',
    query: buyerQuerySchema,
    status: 200,
    answer: pageOf(buyerSchema),
    problems: ['not_found'],
  },
  insightsBuyersExport: {
    ...defaults,
    method: 'GET',
    path: '/v1/insights/buyers.csv',
    summary: 'Buyers, as a file',
    description:
      'All that `/v1/insights/buyers` lists, as they are at one moment: UTF-8 with its mark, columns by the names that the list has for them, separated as the language has it (a comma beside decimal points, a semicolon beside decimal commas). Cells that a spreadsheet would take for a formula begin with an apostrophe. It ends where nothing of it is taken for eight seconds.',
    query: buyerExportQuerySchema,
    status: 200,
    answer: textStreamSchema,
    mediaType: 'text/csv',
    problems: ['not_found'],
  },
  insightsBuyer: {
    ...defaults,
    method: 'GET',
    path: '/v1/insights/buyers/{id}',
    summary: 'One buyer',
    description:
      'With its ratings, limits, decisions and alerts, as far as they are of policies that are granted; without any of those it is not found.',
    params: z.object({ id: idSchema }),
    query: z.object({ currency: moneySchema.shape.currency.optional(), ...ofClient }),
    status: 200,
    answer: buyerDetailSchema,
    problems: ['not_found'],
  },
} as const satisfies Record<string, Endpoint>
