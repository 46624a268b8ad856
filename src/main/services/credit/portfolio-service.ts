/** Policies, buyers and limits as long lists: windows of them, one row, what is beside it. */
import type { Buyer } from '../../../shared/contract/credit/buyers.ts'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import type { RouteName } from '../../../shared/contract/channels.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import type { Resources } from '../../resources/resources.ts'
import { freshNow } from '../../resources/freshness.ts'
import { grantedServices } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import { buyersWithin } from './client-buyers.ts'
import { isWithin, type ClientScope, type Scope } from './client-scope.ts'
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
  readonly clients: ClientScope
}): PortfolioService {
  const { client, session, resources, clients } = options

  const shownOf = (scope: Scope, buyers: readonly Buyer[]) => {
    const hasLimits = grantedServices(session.view()).includes('servnet')
    return buyersWithin(resources, scope, buyers, hasLimits)
  }

  return {
    async policies({ client: of }) {
      const scope = await clients.of(of)
      if (!scope.ok) return scope
      const rows = await resources.pickRows(policiesList, { kind: 'all' })
      if (!rows.ok) return rows
      const { items, freshness } = rows.data
      return success({ policies: items.filter(({ id }) => isWithin(scope.data, id)), freshness })
    },
    async buyers({ filters, ...range }) {
      const scope = await clients.of(filters.client)
      if (!scope.ok) return scope
      const query = buyerQueryOf(filters, scope.data)
      const read = await resources.windows.read(buyersWindow, query, range)
      if (!read.ok || scope.data === null) return read
      const { window } = read.data
      const items = await shownOf(scope.data, window.items)
      return success({ ...read.data, window: { ...window, items } })
    },
    async buyer({ id, client: of }) {
      const scope = await clients.of(of)
      if (!scope.ok) return scope
      const kept = await resources.findRow(buyersList, id)
      if (kept !== null) {
        const [buyer] = await shownOf(scope.data, [kept.item])
        const isShown = buyer !== undefined && isOf(scope.data, buyer)
        return isShown
          ? success({ buyer, freshness: kept.freshness })
          : failure({ code: 'not_found' })
      }
      const services = grantedServices(session.view())
      const asked = await session.authorized((token) =>
        askBuyer(client, { token, services }, id, of),
      )
      return asked.ok ? success({ buyer: asked.data, freshness: freshNow() }) : asked
    },
    async neighbours({ id, filters }) {
      const scope = await clients.of(filters.client)
      if (!scope.ok) return scope
      return resources.windows.neighbours(buyersWindow, buyerQueryOf(filters, scope.data), id)
    },
    async limits({ filters, ...range }) {
      const scope = await clients.of(filters.client)
      if (!scope.ok) return scope
      return resources.windows.read(limitsWindow, limitQueryOf(filters, scope.data), range)
    },
  }
}

/** A buyer under several policies is of each of them. */
function isOf(scope: Scope, { policyIds }: Buyer): boolean {
  return scope === null || policyIds.some((id) => scope.has(id))
}
