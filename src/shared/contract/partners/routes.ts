/** Espace Partenaires: calls of the pages. */
import { z } from 'zod'
import { idSchema } from '../common.ts'
import { freshnessSchema, nothing, type Route } from '../route.ts'
import { clientSchema } from './clients.ts'

/** More clients than any broker has. */
const mostClients = 5_000

export const partnersRoutes = {
  /** All of them by name, as they are kept on this computer: what is typed is looked for in the page. */
  'partners.clients': {
    input: nothing,
    output: z.object({
      clients: z.array(clientSchema).max(mostClients),
      /** Whether all of them are here; else the rest is being fetched. */
      isWhole: z.boolean(),
      freshness: freshnessSchema,
    }),
  },
  'partners.client': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ client: clientSchema, freshness: freshnessSchema }),
  },
} as const satisfies Record<string, Route>
