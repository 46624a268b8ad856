/** What the portal says of itself, and what changed in it. */
import { defaults, type Endpoint } from '../endpoint.ts'
import { changesQuerySchema, changesSchema } from './changes.ts'
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
  changes: {
    ...defaults,
    method: 'GET',
    path: '/v1/changes',
    summary: 'What was written since',
    description:
      'Tells, in the order of writing, which of the caller’s resources are another than they were, not what they are now: ask for those anew. Several changes of the same are told once, at the place of the latest. A client that begins, or is told `cursor_expired`, follows the pages to their end first, then reads all that it keeps, and from then on goes on from the last `nextCursor`. What was written before changes were kept, or longer ago than they are, is not told, nor is when a session was last used, which moves with every renewal. More resources will come: pass over those that are not known.',
    tag: 'Changes',
    access: 'signedIn',
    query: changesQuerySchema,
    status: 200,
    answer: changesSchema,
    problems: ['cursor_expired'],
    personal: true,
  },
} as const satisfies Record<string, Endpoint>
