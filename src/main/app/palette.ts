/** What the command palette looks through: the lists that services keep. */
import type { PaletteItem, paletteRoutes } from '../../shared/contract/palette/routes.ts'
import { success } from '../../shared/contract/result.ts'
import type { CollectionCase } from '../../shared/contract/collectnet/cases.ts'
import type { Buyer } from '../../shared/contract/credit/buyers.ts'
import type { Policy } from '../../shared/contract/credit/policies.ts'
import type { Client } from '../../shared/contract/partners/clients.ts'
import {
  answersSearch,
  searchClients,
  searchQuestionOf,
  searchTextOf,
} from '../../shared/credit/search-text.ts'
import type { HandlersOf } from '../ipc/router.ts'
import type { Resources } from '../resources/resources.ts'
import { casesList, narrowedCases } from '../services/collectnet/case-lists.ts'
import { clientsList, isWithin, type ClientScope } from '../services/credit/client-scope.ts'
import { buyersList, buyersWindow, policiesList } from '../services/credit/credit-lists.ts'
import { buyerQueryOf } from '../services/credit/credit-windows.ts'
import { createPaletteHandlers, type PaletteSource } from '../services/palette/palette-service.ts'
import type { SessionService } from '../session/session-service.ts'
import type { Documents } from '../store/documents.ts'

type Kept = Pick<Resources, 'windows' | 'findRow' | 'pickRows'>
type Clients = Pick<ClientScope, 'of'>

/** The palette, with a source for each kind of thing that is kept. */
export function createPalette(options: {
  readonly session: SessionService
  readonly documents: Documents
  readonly resources: Kept
  readonly clients: Clients
}): HandlersOf<keyof typeof paletteRoutes> {
  const { resources, clients } = options
  return createPaletteHandlers({
    ...options,
    sources: [
      buyersSource(resources, clients),
      policiesSource(resources, clients),
      casesSource(resources, clients),
      clientsSource(resources),
    ],
  })
}

/** Buyers as the list of them searches: by the beginnings of words, and by their numbers. */
export function buyersSource(
  { windows, findRow }: Pick<Kept, 'windows' | 'findRow'>,
  clients: Clients,
): PaletteSource {
  return {
    kind: 'buyer',
    services: ['servnet', 'insights'],
    async find(q, most, client) {
      const scope = await clients.of(client)
      if (!scope.ok) return scope
      const query = buyerQueryOf({ q, sort: 'name' }, scope.data)
      const answer = await windows.read(buyersWindow, query, { offset: 0, limit: most })
      if (!answer.ok) return answer
      const { items, total, isWhole } = answer.data.window
      return success({ items: items.map(buyerItem), total, isWhole })
    },
    async named(id) {
      const kept = await findRow(buyersList, id)
      return kept === null ? null : buyerItem(kept.item)
    },
  }
}

function buyerItem({ id, name, country, town, registrationNumber }: Buyer): PaletteItem {
  return { kind: 'buyer', id, name, country, town, registrationNumber }
}

/** Policies: so few that they are looked through one by one. */
function policiesSource({ pickRows }: Pick<Kept, 'pickRows'>, clients: Clients): PaletteSource {
  const all = () => pickRows(policiesList, { kind: 'all' })
  return {
    kind: 'policy',
    services: ['servnet', 'insights'],
    async find(q, most, client) {
      const scope = await clients.of(client)
      if (!scope.ok) return scope
      const rows = await all()
      if (!rows.ok) return rows
      const question = searchQuestionOf(q)
      const items = rows.data.items.filter(
        ({ id, name }) =>
          isWithin(scope.data, id) &&
          answersSearch(searchTextOf({ id, name, registrationNumber: null }), question),
      )
      const first = items.slice(0, most).map(policyItem)
      return success({ items: first, total: items.length, isWhole: true })
    },
    async named(id) {
      const rows = await all()
      const policy = rows.ok ? rows.data.items.find((one) => one.id === id) : undefined
      return policy === undefined ? null : policyItem(policy)
    },
  }
}

function policyItem({ id, name, currency }: Policy): PaletteItem {
  return { kind: 'policy', id, name, currency }
}

/** Cases of collection as the list of them searches: by the buyer, and by the numbers of invoices. */
function casesSource(
  { windows, findRow }: Pick<Kept, 'windows' | 'findRow'>,
  clients: Clients,
): PaletteSource {
  return {
    kind: 'case',
    services: ['collectnet'],
    async find(q, most, client) {
      const scope = await clients.of(client)
      if (!scope.ok) return scope
      const { window, query } = narrowedCases({ q, sort: '-opened' }, scope.data)
      const answer = await windows.read(window, query, { offset: 0, limit: most })
      if (!answer.ok) return answer
      const { items, total, isWhole } = answer.data.window
      return success({ items: items.map(caseItem), total, isWhole })
    },
    async named(id) {
      const kept = await findRow(casesList, id)
      return kept === null ? null : caseItem(kept.item)
    },
  }
}

function caseItem({ id, buyerName, invoiceNumbers }: CollectionCase): PaletteItem {
  return {
    kind: 'case',
    id,
    name: buyerName,
    invoiceNumbers: invoiceNumbers.slice(0, mostInvoices),
  }
}

/** As many as fit beside a name; the list has them all. */
const mostInvoices = 3

/** A broker's clients, all of them whichever one looks at: it is the way from one to another. */
function clientsSource({ pickRows, findRow }: Pick<Kept, 'pickRows' | 'findRow'>): PaletteSource {
  return {
    kind: 'client',
    services: ['partners'],
    async find(q, most) {
      const rows = await pickRows(clientsList, { kind: 'all' })
      if (!rows.ok) return rows
      const { items, isWhole } = rows.data
      const found = searchClients(items, q)
      return success({ items: found.slice(0, most).map(clientItem), total: found.length, isWhole })
    },
    async named(id) {
      const kept = await findRow(clientsList, id)
      return kept === null ? null : clientItem(kept.item)
    },
  }
}

function clientItem({ id, name, country }: Client): PaletteItem {
  return { kind: 'client', id, name, country }
}
