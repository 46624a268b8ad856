/** Serv@Net. */
import { serviceDefaults, type Endpoint } from '../endpoint.ts'
import { servnetHomeSchema } from './home.ts'

const defaults = { ...serviceDefaults('servnet'), tag: 'Serv@Net' } as const

export const servnetEndpoints = {
  servnetHome: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/home',
    summary: 'Serv@Net’s first page',
    description: 'The banner, unread messages, the latest alerts and whom to turn to.',
    status: 200,
    answer: servnetHomeSchema,
  },
} as const satisfies Record<string, Endpoint>
