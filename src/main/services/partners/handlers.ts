/** Espace Partenaires in main: what each of its calls does. */
import type { partnersRoutes } from '../../../shared/contract/partners/routes.ts'
import { success } from '../../../shared/contract/result.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import type { Resources } from '../../resources/resources.ts'
import { clientsList, type ClientScope } from '../credit/client-scope.ts'
import { createPartnerDocuments, type PartnerDocumentsOptions } from './documents.ts'

/** The handlers of Espace Partenaires; `unauthenticated` where nobody is. */
export function createPartnersHandlers(
  options: PartnerDocumentsOptions & {
    readonly resources: Resources
    readonly clients: ClientScope
  },
): HandlersOf<keyof typeof partnersRoutes> {
  const { resources, clients } = options
  const documents = createPartnerDocuments(options)
  return {
    async 'partners.clients'() {
      const rows = await resources.pickRows(clientsList, { kind: 'all' })
      if (!rows.ok) return rows
      const { items, isWhole, freshness } = rows.data
      return success({ clients: items, isWhole, freshness })
    },
    'partners.client': ({ id }) => clients.read(id),
    'partners.documents': documents.list,
    'partners.openDocument': documents.open,
    'partners.saveDocument': documents.save,
  }
}
