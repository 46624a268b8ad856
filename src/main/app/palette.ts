/** What the command palette looks through: the lists that services keep. */
import type { PaletteItem, paletteRoutes } from '../../shared/contract/palette/routes.ts'
import { success } from '../../shared/contract/result.ts'
import type { Buyer } from '../../shared/contract/credit/buyers.ts'
import type { Policy } from '../../shared/contract/credit/policies.ts'
import { answersSearch, searchQuestionOf, searchTextOf } from '../../shared/credit/search-text.ts'
import type { HandlersOf } from '../ipc/router.ts'
import type { Resources } from '../resources/resources.ts'
import { buyersList, buyersWindow, policiesList } from '../services/credit/credit-lists.ts'
import { buyerQueryOf } from '../services/credit/credit-windows.ts'
import { createPaletteHandlers, type PaletteSource } from '../services/palette/palette-service.ts'
import type { SessionService } from '../session/session-service.ts'
import type { Documents } from '../store/documents.ts'

type Kept = Pick<Resources, 'windows' | 'findRow' | 'pickRows'>

/** The palette, with a source for each kind of thing that is kept. */
export function createPalette(options: {
  readonly session: SessionService
  readonly documents: Documents
  readonly resources: Kept
}): HandlersOf<keyof typeof paletteRoutes> {
  const { resources } = options
  return createPaletteHandlers({
    ...options,
    sources: [buyersSource(resources), policiesSource(resources)],
  })
}

/** Buyers as the list of them searches: by the beginnings of words, and by their numbers. */
export function buyersSource({
  windows,
  findRow,
}: Pick<Kept, 'windows' | 'findRow'>): PaletteSource {
  return {
    kind: 'buyer',
    services: ['servnet', 'insights'],
    async find(q, most) {
      const query = buyerQueryOf({ q, sort: 'name' })
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
function policiesSource({ pickRows }: Pick<Kept, 'pickRows'>): PaletteSource {
  const all = () => pickRows(policiesList, { kind: 'all' })
  return {
    kind: 'policy',
    services: ['servnet', 'insights'],
    async find(q, most) {
      const rows = await all()
      if (!rows.ok) return rows
      const question = searchQuestionOf(q)
      const items = rows.data.items.filter(({ id, name }) =>
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
