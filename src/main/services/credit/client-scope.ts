/** A broker's clients as they are kept here, and what of everything that is kept is of one of them. */
import { clientSchema, type Client } from '../../../shared/contract/partners/clients.ts'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import type { Freshness } from '../../../shared/contract/route.ts'
import { foldLetters } from '../../../shared/rules/typed-text.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import { freshNow } from '../../resources/freshness.ts'
import { defineList, type List } from '../../resources/list.ts'
import type { ShownPage } from '../../resources/lists.ts'
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

/** The policies that a page is about; null for all that are granted. */
export type Scope = ReadonlySet<string> | null

/** Whether what is under a policy belongs to what a page is about. */
export function isWithin(scope: Scope, policyId: string | null): boolean {
  return scope === null || (policyId !== null && scope.has(policyId))
}

export type ClientScope = {
  /** As it is kept; else from the portal. */
  readonly read: (
    id: string,
  ) => Promise<Result<{ readonly client: Client; readonly freshness: Freshness }>>
  /** Of a client's view its policies; `not_found` where none of them is granted any more. */
  readonly of: (client: string | undefined) => Promise<Result<Scope>>
  /** `read` as it is, where it is under a policy of what the page is about; else `not_found`. */
  readonly only: <Data>(
    client: string | undefined,
    read: Promise<Result<Data>>,
    policyOf: (data: Data) => string | null,
  ) => Promise<Result<Data>>
}

/** The clients of who is signed in; `unauthenticated` where nobody is, `forbidden` for who is no broker. */
export function createClientScope(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly resources: Pick<Resources, 'findRow'>
}): ClientScope {
  const { client: portal, session, resources } = options

  async function read(id: string) {
    const kept = await resources.findRow(clientsList, id)
    if (kept !== null) return success({ client: kept.item, freshness: kept.freshness })
    const asked = await session.authorized((token) =>
      portal.call('partnersClient', { token, params: { id } }),
    )
    return asked.ok ? success({ client: asked.data, freshness: freshNow() }) : asked
  }

  async function of(id: string | undefined): Promise<Result<Scope>> {
    if (id === undefined) return success(null)
    const found = await read(id)
    if (!found.ok) return found
    return success(new Set(found.data.client.policies.map((policy) => policy.id)))
  }

  return {
    read,
    of,
    async only(id, reading, policyOf) {
      const scope = await of(id)
      if (!scope.ok) return scope
      const result = await reading
      if (!result.ok || isWithin(scope.data, policyOf(result.data))) return result
      return failure({ code: 'not_found' })
    },
  }
}

/** As many as are gathered before a page is shown, where most of what is kept is of other clients. */
const enough = 50

/**
 * A page of what `scope` has of a list that is kept: with as much of the next ones as it takes to have
 * something to show.
 */
export async function readPageWithin<Item>(
  resources: Pick<Resources, 'readPage'>,
  list: List<Item>,
  from: string | null,
  isShown: ((item: Item) => boolean) | null,
): Promise<Result<ShownPage<Item>>> {
  let page = await resources.readPage(list, from)
  if (!page.ok || isShown === null) return page
  const { freshness } = page.data
  const items: Item[] = []
  let nextCursor: string | null = from
  for (;;) {
    if (!page.ok) break
    items.push(...page.data.page.items.filter(isShown))
    ;({ nextCursor } = page.data.page)
    if (nextCursor === null || items.length >= enough) break
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    page = await resources.readPage(list, nextCursor)
  }
  return success({ page: { items, nextCursor }, freshness })
}
