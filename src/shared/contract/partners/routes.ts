/** Espace Partenaires: calls of the pages. */
import { z } from 'zod'
import { idSchema } from '../common.ts'
import { freshnessSchema, nothing, type Route } from '../route.ts'
import { clientSchema } from './clients.ts'
import { partnerDocumentSchema } from './documents.ts'

/** More clients than any broker has. */
const mostClients = 5_000
/** More documents than anybody publishes. */
const mostDocuments = 5_000

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
  /** All of them, newest first, as they are kept on this computer. */
  'partners.documents': {
    input: nothing,
    output: z.object({
      documents: z.array(partnerDocumentSchema).max(mostDocuments),
      isWhole: z.boolean(),
      freshness: freshnessSchema,
    }),
  },
  /** In the system's own program for it. */
  'partners.openDocument': { input: z.strictObject({ id: idSchema }), output: nothing },
  /** Asks where to. */
  'partners.saveDocument': {
    input: z.strictObject({ id: idSchema }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('cancelled') }),
      z.object({ kind: z.literal('saved'), fileName: z.string() }),
    ]),
  },
} as const satisfies Record<string, Route>
