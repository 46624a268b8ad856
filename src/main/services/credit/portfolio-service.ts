/** Policies, buyers and limits as long lists: windows of them, one row, what is beside it. */
import { success, type Result } from '../../../shared/contract/result.ts'
import type { RouteName } from '../../../shared/contract/channels.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import type { Resources } from '../../resources/resources.ts'
import { freshNow } from '../../resources/freshness.ts'
import { grantedServices } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import { askBuyer, buyersList, buyersWindow, limitsWindow, policiesList } from './credit-lists.ts'
import { buyerQueryOf, limitQueryOf } from './credit-windows.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type PortfolioService = {
  readonly policies: Handler<'credit.policies'>
  readonly buyers: Handler<'credit.buyers'>
  /** As it is kept; else from the portal. */
  readonly buyer: Handler<'credit.buyer'>
  readonly neighbours: Handler<'credit.neighbours'>
  readonly limits: Handler<'credit.limits'>
}

/** The portfolio of who is signed in; `unauthenticated` where nobody is. */
export function createPortfolioService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly resources: Resources
}): PortfolioService {
  const { client, session, resources } = options

  return {
    async policies() {
      const rows = await resources.pickRows(policiesList, { kind: 'all' })
      if (!rows.ok) return rows
      const { items: policies, freshness } = rows.data
      return success({ policies, freshness })
    },
    buyers: ({ filters, ...range }) =>
      resources.windows.read(buyersWindow, buyerQueryOf(filters), range),
    async buyer({ id }) {
      const kept = await resources.findRow(buyersList, id)
      if (kept !== null) return success({ buyer: kept.item, freshness: kept.freshness })
      const services = grantedServices(session.view())
      const asked = await session.authorized((token) => askBuyer(client, { token, services }, id))
      return asked.ok ? success({ buyer: asked.data, freshness: freshNow() }) : asked
    },
    neighbours: ({ id, filters }) =>
      resources.windows.neighbours(buyersWindow, buyerQueryOf(filters), id),
    limits: ({ filters, ...range }) =>
      resources.windows.read(limitsWindow, limitQueryOf(filters), range),
  }
}
