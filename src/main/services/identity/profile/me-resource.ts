import { meSchema, type Me, type MePatch } from '../../../../shared/contract/identity/me.ts'
import type { SealedStore } from '../../../store/sealed-store.ts'
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import type { SessionService } from '../../../session/session-service.ts'
import { createResource, type Resource } from './resource.ts'

/** The signed-in person, as the profile and the reminders see them. */
export function createMeResource(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly store: SealedStore
}): Resource<Me, MePatch> {
  const { client, session, store } = options
  return createResource<Me, MePatch>({
    session,
    store,
    name: 'me',
    schema: meSchema,
    fetch: (token, etag) => client.callIfChanged('me', { token, ...etag }),
    send: (token, ifMatch, body) => client.edit('mePatch', { token, ifMatch, body }),
  })
}
