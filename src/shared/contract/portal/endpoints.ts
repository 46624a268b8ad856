/** What the portal says of itself. */
import { defaults, type Endpoint } from '../endpoint.ts'
import { healthSchema, metaSchema } from './meta.ts'

export const portalEndpoints = {
  health: {
    ...defaults,
    method: 'GET',
    path: '/healthz',
    summary: 'Whether the portal can serve',
    description: 'Asks the database too. For monitoring; tells nothing about people.',
    tag: 'Portal',
    access: 'open',
    status: 200,
    answer: healthSchema,
    personal: false,
  },
  meta: {
    ...defaults,
    method: 'GET',
    path: '/v1/meta',
    summary: 'Services, contact and policy flags',
    description:
      'What a client shows before anyone signs in: the services with their texts in six languages, whom to turn to, and which parts a recovery has here.',
    tag: 'Portal',
    access: 'open',
    status: 200,
    answer: metaSchema,
    personal: false,
  },
} as const satisfies Record<string, Endpoint>
