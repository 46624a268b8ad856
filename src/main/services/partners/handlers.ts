/** Espace Partenaires in main: what is kept of it, and what each of its calls does. */
import { clientSchema } from '../../../shared/contract/partners/clients.ts'
import type { partnersRoutes } from '../../../shared/contract/partners/routes.ts'
import { success } from '../../../shared/contract/result.ts'
import { foldLetters } from '../../../shared/rules/typed-text.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import { freshNow } from '../../resources/freshness.ts'
import { defineList } from '../../resources/list.ts'
import type { Resources } from '../../resources/resources.ts'
import type { SessionService } from '../../session/session-service.ts'

const minuteMs = 60_000

/**
 * A broker's clients by name, with their figures in the currency of the preferences. Rates grow old without
 * a fact that changes would tell of, so that the list is read anew, too.
 */
export const clientsList = defineList({
  name: 'clients',
  endpoint: 'partnersClients',
  schema: clientSchema,
  maxAgeMs: 5 * minuteMs,
  isFollowed: false,
  askPage: (client, credentials, query) =>
    client.call('partnersClients', { ...credentials, query }),
  foldOf: ({ name }) => foldLetters(name),
})

/** The handlers of Espace Partenaires; `unauthenticated` where nobody is signed in. */
export function createPartnersHandlers(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly resources: Resources
}): HandlersOf<keyof typeof partnersRoutes> {
  const { client: portal, session, resources } = options
  return {
    async 'partners.clients'() {
      const rows = await resources.pickRows(clientsList, { kind: 'all' })
      if (!rows.ok) return rows
      const { items: clients, isWhole, freshness } = rows.data
      return success({ clients, isWhole, freshness })
    },
    async 'partners.client'({ id }) {
      const kept = await resources.findRow(clientsList, id)
      if (kept !== null) return success({ client: kept.item, freshness: kept.freshness })
      const asked = await session.authorized((token) =>
        portal.call('partnersClient', { token, params: { id } }),
      )
      return asked.ok ? success({ client: asked.data, freshness: freshNow() }) : asked
    },
  }
}
