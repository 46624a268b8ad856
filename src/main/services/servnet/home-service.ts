/** Serv@Net's first page, and whether one sees it for the first time. */
import type { Contact } from '../../../shared/contract/portal/meta.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import type { Resources } from '../../resources/resources.ts'
import { forUser } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import { homeResource } from './servnet-resources.ts'
import type { Visits } from './visits.ts'

export type HomeService = {
  readonly read: () => Promise<Result<RouteOutput<'servnet.home'>>>
  readonly noteVisit: () => Promise<Result<RouteOutput<'servnet.noteVisit'>>>
  /** Whom the page names as contact, as it was last seen; null where it never was. */
  readonly lastContact: () => Promise<Contact | null>
}

/** The first page of who is signed in; `unauthenticated` where nobody is. */
export function createHomeService(options: {
  readonly session: SessionService
  readonly resources: Resources
  readonly visits: Visits
}): HomeService {
  const { session, resources, visits } = options
  return {
    read: () =>
      forUser(session, async (username) => {
        const [firstVisit, result] = await Promise.all([
          visits.isFirst(username),
          resources.read(homeResource, {}),
        ])
        if (!result.ok) return result
        const { data: home, freshness } = result.data
        return success({ home, freshness, firstVisit })
      }),
    noteVisit: () =>
      forUser(session, async (username) => {
        await visits.note(username)
        return success({})
      }),
    async lastContact() {
      return (await resources.last(homeResource, {}))?.data.contact ?? null
    },
  }
}
