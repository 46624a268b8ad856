/** Serv@Net's first page: from the portal, or as last seen while it is away. */
import { z } from 'zod'
import { versionSchema } from '../../../shared/contract/identity/profile-view.ts'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import { timestampSchema } from '../../../shared/contract/common.ts'
import type { Contact } from '../../../shared/contract/portal/meta.ts'
import { servnetHomeSchema } from '../../../shared/contract/servnet/home.ts'
import type { SealedStore } from '../../store/sealed-store.ts'
import { isPortalUnavailable } from '../../portal-client/portal-unavailable.ts'
import { askIfChanged } from '../../portal-client/if-changed.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import { signedInName } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'

const storedSchema = z.object({
  home: servnetHomeSchema,
  etag: versionSchema.nullable().catch(null),
  fetchedAt: timestampSchema,
})

type HomeAnswer = Result<RouteOutput<'servnet.home'>>

export type HomeService = {
  readonly read: () => Promise<HomeAnswer>
  /** Whom the page names as contact, as it was last seen; null where it never was. */
  readonly lastContact: () => Promise<Contact | null>
}

export function createHomeService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly store: SealedStore
}): HomeService {
  const { client, session, store } = options

  async function read(): Promise<HomeAnswer> {
    const owner = signedInName(session.view())
    if (owner === null) return failure({ code: 'unauthenticated' })
    const last = await store.read('home', owner, storedSchema)
    const result = await session.authorized((token) =>
      askIfChanged(last?.etag ?? null, (etag) =>
        client.callIfChanged('servnetHome', { token, ...etag }),
      ),
    )
    if (!result.ok) {
      if (last === null || !isPortalUnavailable(result.error)) return result
      const { home, fetchedAt } = last
      return success({ home, freshness: { fetchedAt, stale: true } })
    }
    const fetchedAt = new Date().toISOString()
    const current = result.data.changed
      ? { home: result.data.data, etag: result.data.etag, fetchedAt }
      : last && { ...last, fetchedAt }
    if (current === null) return failure({ code: 'portal_answer_invalid' })
    await store.write('home', owner, current)
    return success({ home: current.home, freshness: { fetchedAt, stale: false } })
  }
  return {
    read,
    async lastContact() {
      const owner = signedInName(session.view())
      const last = owner === null ? null : await store.read('home', owner, storedSchema)
      return last?.home.contact ?? null
    },
  }
}
