/** Serv@Net's first page, and whether one sees it for the first time. */
import { z } from 'zod'
import type { Contact } from '../../../shared/contract/portal/meta.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import { keptHomeSchema, type ServnetHome } from '../../../shared/contract/servnet/home.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import { forUser } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { Documents } from '../../store/documents.ts'
import { createKeptAnswer, storedFields, storedSchemaOf, type KeptAnswer } from './kept-answer.ts'
import type { Visits } from './visits.ts'

/** As the first versions kept it. */
const formerSchema = z
  .object({ home: keptHomeSchema, ...storedFields })
  .transform(({ home, ...fields }) => ({ data: home, ...fields }))

export type HomeService = {
  readonly read: () => Promise<Result<RouteOutput<'servnet.home'>>>
  readonly noteVisit: () => Promise<Result<RouteOutput<'servnet.noteVisit'>>>
  /** Whom the page names as contact, as it was last seen; null where it never was. */
  readonly lastContact: () => Promise<Contact | null>
}

/** Serv@Net's first page as this computer keeps it. */
export function createKeptHome(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly documents: Documents
}): KeptAnswer<ServnetHome> {
  return createKeptAnswer({
    ...options,
    name: 'home',
    schema: storedSchemaOf(keptHomeSchema).or(formerSchema),
    ask: (token, version) => options.client.callIfChanged('servnetHome', { token, ...version }),
  })
}

/** @param options.keptHome the page itself, as `createKeptHome` makes it */
export function createHomeService(options: {
  readonly session: SessionService
  readonly keptHome: KeptAnswer<ServnetHome>
  readonly visits: Visits
}): HomeService {
  const { session, keptHome, visits } = options
  return {
    read: () =>
      forUser(session, async (username) => {
        const [firstVisit, result] = await Promise.all([visits.isFirst(username), keptHome.read()])
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
      return (await keptHome.last())?.data.contact ?? null
    },
  }
}
