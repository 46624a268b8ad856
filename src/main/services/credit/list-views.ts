/** Which columns a person wants of a long list, and how close its rows; remembered on this computer. */
import { z } from 'zod'
import { listViewSchema, viewedListSchema } from '../../../shared/contract/credit/routes.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import { forUser } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { Documents } from '../../store/documents.ts'

export type ListViews = {
  readonly read: (
    input: ParsedInput<'credit.listView'>,
  ) => Promise<Result<RouteOutput<'credit.listView'>>>
  readonly save: (
    input: ParsedInput<'credit.saveListView'>,
  ) => Promise<Result<RouteOutput<'credit.saveListView'>>>
}

const viewsSchema = z.partialRecord(viewedListSchema, listViewSchema)

/** What holds until somebody chooses. */
const first = { columns: null, density: 'dense' } as const

/** The views of who is signed in; `unauthenticated` where nobody is. */
export function createListViews(options: {
  readonly session: SessionService
  readonly documents: Documents
}): ListViews {
  const { session, documents } = options
  const viewsOf = async (owner: string) =>
    (await documents.read('list-views', owner, viewsSchema)) ?? {}

  return {
    read: ({ list }) =>
      forUser(session, async (owner) => {
        const views = await viewsOf(owner)
        return success({ view: views[list] ?? first })
      }),
    save: ({ list, view }) =>
      forUser(session, async (owner) => {
        await documents.write('list-views', owner, { ...(await viewsOf(owner)), [list]: view })
        return success({})
      }),
  }
}
