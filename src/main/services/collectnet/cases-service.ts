/** Cases as they are shown: the list in windows, and one with all that is known of it. */
import type { CaseDetail, CollectionCase } from '../../../shared/contract/collectnet/cases.ts'
import type { RouteName } from '../../../shared/contract/channels.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { Resources } from '../../resources/resources.ts'
import type { ClientScope } from '../credit/client-scope.ts'
import { caseQueryOf, caseResource, casesList, casesWindow } from './case-lists.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type CasesService = {
  readonly cases: Handler<'collectnet.cases'>
  /** As it is kept; else what the list tells of it where the portal does not answer. */
  readonly one: Handler<'collectnet.case'>
}

/**
 * The cases of who is signed in; `unauthenticated` where nobody is.
 * @param options.isReachable whether it is worth waiting for the portal
 */
export function createCasesService(options: {
  readonly resources: Resources
  readonly clients: ClientScope
  readonly isReachable: () => boolean
}): CasesService {
  const { resources, clients, isReachable } = options

  async function fromList(id: string): Promise<RouteOutput<'collectnet.case'> | null> {
    const row = await resources.findRow(casesList, id)
    if (row === null) return null
    const freshness = { ...row.freshness, stale: true }
    return { detail: detailOf(row.item), isWhole: false, freshness }
  }

  async function caseWith(id: string): Promise<Result<RouteOutput<'collectnet.case'>>> {
    const isKept = (await resources.last(caseResource, { id })) !== null
    if (!isReachable() && !isKept) {
      const early = await fromList(id)
      if (early !== null) return success(early)
    }
    const shown = await resources.read(caseResource, { id })
    if (shown.ok) {
      return success({ detail: shown.data.data, isWhole: true, freshness: shown.data.freshness })
    }
    const late = isAnswer(shown.error.code) ? null : await fromList(id)
    return late === null ? shown : success(late)
  }

  return {
    async cases({ filters, ...range }) {
      const scope = await clients.of(filters.client)
      if (!scope.ok) return scope
      return resources.windows.read(casesWindow, caseQueryOf(filters, scope.data), range)
    },
    one: ({ id, client }) => clients.only(client, caseWith(id), ({ detail }) => detail.policyId),
  }
}

/** Whether the portal has said that there is nothing to show, or that nobody is here to be shown it. */
function isAnswer(code: string): boolean {
  return code === 'not_found' || code === 'forbidden' || code === 'unauthenticated'
}

/** As far as the row of the list tells of it. */
function detailOf(one: CollectionCase): CaseDetail {
  const { kind, at } = one.lastStep
  const last = { id: 'last', kind, at, amount: null, note: null }
  const opened = { ...last, id: 'opened', kind: 'opened', at: one.openedAt } as const
  const course = kind === 'opened' ? [opened] : [opened, last]
  return { ...one, remarks: null, course, invoices: [], documents: [] }
}
