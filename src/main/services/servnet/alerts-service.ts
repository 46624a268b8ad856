/** Alerts: the list, one of them, and the tick. */
import type { ServnetAlert } from '../../../shared/contract/credit/alerts.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { RouteName } from '../../../shared/contract/channels.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import { freshNow } from '../../resources/freshness.ts'
import type { Resources } from '../../resources/resources.ts'
import type { SessionService } from '../../session/session-service.ts'
import { isWithin, readPageWithin, type ClientScope } from '../credit/client-scope.ts'
import { alertsList, homeResource } from './servnet-resources.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type AlertsService = {
  readonly list: Handler<'servnet.alerts'>
  /** As it is kept, in the list or on the first page; else from the portal. */
  readonly read: Handler<'servnet.alert'>
  /** Kept on this computer, and sent by itself. */
  readonly setHandled: Handler<'servnet.setAlertHandled'>
}

/** The alerts of who is signed in; `unauthenticated` where nobody is. */
export function createAlertsService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly resources: Resources
  readonly outbox: Outbox
  readonly clients: ClientScope
}): AlertsService {
  const { client, session, resources, outbox, clients } = options

  async function kept(id: string): Promise<RouteOutput<'servnet.alert'> | null> {
    const row = await resources.findRow(alertsList, id)
    if (row !== null) return { alert: row.item, freshness: row.freshness }
    const home = await resources.last(homeResource, {})
    const alert = home?.data.alerts.find((one) => one.id === id)
    return home === null || alert === undefined ? null : { alert, freshness: home.freshness }
  }

  async function alertWith(id: string): Promise<Result<RouteOutput<'servnet.alert'>>> {
    const present = await kept(id)
    if (present !== null) return success(present)
    const result = await session.authorized((token) =>
      client.call('servnetAlert', { token, params: { id } }),
    )
    if (!result.ok) return result
    return success({ alert: result.data, freshness: freshNow() })
  }

  return {
    async list({ cursor, client: of }) {
      const scope = await clients.of(of)
      if (!scope.ok) return scope
      const isShown = ({ policyId }: ServnetAlert) => isWithin(scope.data, policyId)
      return readPageWithin(resources, alertsList, cursor, scope.data && isShown)
    },
    read: ({ id, client: of }) => clients.only(of, alertWith(id), ({ alert }) => alert.policyId),
    async setHandled({ id, handled }) {
      const alert = (await kept(id))?.alert
      const result = await outbox.add({ kind: 'alertHandled', id, handled }, alert?.buyer ?? null)
      return result.ok ? success({}) : result
    },
  }
}
