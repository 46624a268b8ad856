/** Serv@Net. */
import { defaults, type Endpoint } from '../endpoint.ts'
import { servnetHomeSchema } from './home.ts'

export const servnetEndpoints = {
  servnetHome: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/home',
    summary: 'Serv@Net’s first page',
    description: 'The banner, unread messages, the latest alerts and whom to turn to.',
    tag: 'Serv@Net',
    access: 'signedIn',
    status: 200,
    answer: servnetHomeSchema,
    problems: ['forbidden'],
    personal: true,
  },
} as const satisfies Record<string, Endpoint>
