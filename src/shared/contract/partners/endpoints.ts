/** Espace Partenaires, for brokers. */
import { z } from 'zod'
import { idSchema, pageOf } from '../common.ts'
import { serviceDefaults, type Endpoint } from '../endpoint.ts'
import { clientQuerySchema, clientSchema, clientsQuerySchema } from './clients.ts'

const defaults = { ...serviceDefaults('partners'), tag: 'Espace Partenaires' } as const

export const partnersEndpoints = {
  partnersClients: {
    ...defaults,
    method: 'GET',
    path: '/v1/partners/clients',
    summary: 'The clients of a broker',
    description:
      'The organisations of whose policies some are granted, by name, in pages: each with those policies and their figures together, as of today. A figure in money that needs a currency without a rate is null.',
    query: clientsQuerySchema,
    status: 200,
    answer: pageOf(clientSchema),
  },
  partnersClient: {
    ...defaults,
    method: 'GET',
    path: '/v1/partners/clients/{id}',
    summary: 'One client of a broker',
    description: 'As in the list. An organisation none of whose policies is granted is not found.',
    params: z.object({ id: idSchema }),
    query: clientQuerySchema,
    status: 200,
    answer: clientSchema,
    problems: ['not_found'],
  },
} as const satisfies Record<string, Endpoint>
