/** Serv@Net. */
import { defaults, type Endpoint } from '../endpoint.ts'
import { servnetHomeSchema } from '../servnet.ts'

export const servnetEndpoints = {
  servnetHome: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/home',
    summary: 'Serv@Net’s first page',
    access: 'signedIn',
    status: 200,
    answer: servnetHomeSchema,
    problems: ['forbidden'],
    personal: true,
  },
} as const satisfies Record<string, Endpoint>
