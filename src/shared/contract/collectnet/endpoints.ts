/** Atradius Collect@Net. */
import { z } from 'zod'
import { idSchema, pageOf, pageQuerySchema } from '../common.ts'
import { policySchema } from '../credit/policies.ts'
import { serviceDefaults, type Endpoint } from '../endpoint.ts'
import { caseDetailSchema, caseQuerySchema, collectionCaseSchema } from './cases.ts'

const defaults = { ...serviceDefaults('collectnet'), tag: 'Collect@Net' } as const

export const collectnetEndpoints = {
  collectnetPolicies: {
    ...defaults,
    method: 'GET',
    path: '/v1/collectnet/policies',
    summary: 'The policies that are granted, with their conditions',
    description: 'By name, in pages.',
    query: pageQuerySchema,
    status: 200,
    answer: pageOf(policySchema),
  },
  collectnetCases: {
    ...defaults,
    method: 'GET',
    path: '/v1/collectnet/cases',
    summary: 'Cases of collection, newest first',
    description:
      'Those under the policies that are granted, in pages. A policy that is not granted is not found.',
    query: caseQuerySchema,
    status: 200,
    answer: pageOf(collectionCaseSchema),
    problems: ['not_found'],
  },
  collectnetCase: {
    ...defaults,
    method: 'GET',
    path: '/v1/collectnet/cases/{id}',
    summary: 'One case, with its course and its invoices',
    description: 'A case under a policy that is not granted is not found.',
    params: z.object({ id: idSchema }),
    status: 200,
    answer: caseDetailSchema,
    problems: ['not_found'],
  },
} as const satisfies Record<string, Endpoint>
