/** Which code serves which endpoint of Espace Partenaires. */
import type { partnersEndpoints } from '../../shared/contract/partners/endpoints.ts'
import { viewerOf } from '../credit/buyers.ts'
import type { HandlersOf } from '../identity/handler.ts'
import type { PlatformContext } from '../platform/context.ts'
import { listClients, readClient } from './clients.ts'
import { listDocuments, readContent, readDocument } from './documents.ts'

/** The handlers of Espace Partenaires; clients are those of policies granted to the caller. */
export function createPartnersHandlers(
  context: PlatformContext,
): HandlersOf<typeof partnersEndpoints> {
  return {
    partnersClients: ({ principal, query }) =>
      listClients(context, viewerOf(principal, query), query),
    partnersClient: ({ principal, params, query }) =>
      readClient(context, viewerOf(principal, query), params.id),
    partnersDocuments: ({ query }) => listDocuments(context.db, query),
    partnersDocument: ({ params }) => readDocument(context.db, params.id),
    partnersDocumentContent: ({ params }) => readContent(context.db, params.id),
  }
}
