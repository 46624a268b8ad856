/** Alerts: the list, one of them, and the tick. */
import { success, type Result } from '../../../shared/contract/result.ts'
import type { RouteName } from '../../../shared/contract/channels.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import { pageOf } from '../../../shared/contract/common.ts'
import { servnetAlertSchema } from '../../../shared/contract/servnet/alerts.ts'
import type { ServnetHome } from '../../../shared/contract/servnet/home.ts'
import { homeWithHandled, withHandled } from '../../../shared/servnet/marks.ts'
import { isPortalUnavailable } from '../../portal-client/outage.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { Documents } from '../../store/documents.ts'
import { createKeptList, freshNow, type KeptAnswer } from './kept-answer.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type AlertsService = {
  /** A page; the first is kept for when the portal is away. */
  readonly list: Handler<'servnet.alerts'>
  /** From the portal, or as last seen in a list while it is away. */
  readonly read: Handler<'servnet.alert'>
  /** Also brings it into what this computer keeps. */
  readonly setHandled: Handler<'servnet.setAlertHandled'>
}

/** @param options.keptHome the first page, on which a tick shows too */
export function createAlertsService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly documents: Documents
  readonly keptHome: KeptAnswer<ServnetHome>
}): AlertsService {
  const { client, session, keptHome } = options
  const { firstPage, list } = createKeptList({
    ...options,
    name: 'alerts',
    page: pageOf(servnetAlertSchema),
    askFirst: (token, version) => client.callIfChanged('servnetAlerts', { token, ...version }),
    askAt: (token, cursor) => client.call('servnetAlerts', { token, query: { cursor } }),
  })

  async function lastSeen(id: string): Promise<RouteOutput<'servnet.alert'> | null> {
    const [page, home] = await Promise.all([firstPage.last(), keptHome.last()])
    const kept = [
      { alerts: page?.data.items ?? [], freshness: page?.freshness },
      { alerts: home?.data.alerts ?? [], freshness: home?.freshness },
    ]
    for (const { alerts, freshness } of kept) {
      const alert = alerts.find((one) => one.id === id)
      if (alert !== undefined && freshness !== undefined) return { alert, freshness }
    }
    return null
  }

  return {
    list,
    async read({ id }) {
      const params = { id }
      const result = await session.authorized((token) =>
        client.call('servnetAlert', { token, params }),
      )
      if (result.ok) return success({ alert: result.data, freshness: freshNow() })
      const kept = isPortalUnavailable(result.error) ? await lastSeen(id) : null
      return kept === null ? result : success(kept)
    },
    async setHandled({ id, handled }) {
      const params = { id }
      const name = handled ? 'servnetAlertHandle' : 'servnetAlertReopen'
      const result = await session.authorized((token) => client.call(name, { token, params }))
      if (!result.ok) return result
      await Promise.all([
        firstPage.revise((page) => ({ ...page, items: withHandled(page.items, id, handled) })),
        keptHome.revise((home) => homeWithHandled(home, id, handled)),
      ])
      return success({})
    },
  }
}
