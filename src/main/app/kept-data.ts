/**
 * What is kept of who is signed in, put together: the resources of all services, whether the portal
 * can be reached, and when what is kept is brought up to date.
 */
import type { EventName } from '../../shared/contract/channels.ts'
import type { Edit, EditKind } from '../../shared/contract/offline/outbox.ts'
import type { EventPayload } from '../../shared/contract/routes.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Log } from '../platform/log/log.ts'
import type { Notices } from '../platform/notices.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import { createConnection, type Connection } from '../resources/connection.ts'
import { metaResource, passwordPolicyResource } from '../resources/portal-resources.ts'
import { createResources, type Resources } from '../resources/resources.ts'
import { createStatus, type Status } from '../resources/status.ts'
import { createSyncing, type Syncing } from '../resources/syncing.ts'
import { meResource, preferencesResource } from '../services/identity/profile/profile-resources.ts'
import { eventsList, sessionsList } from '../services/identity/profile/security-lists.ts'
import {
  applicationsList,
  buyersList,
  declarationsList,
  limitsList,
  policiesList,
} from '../services/credit/credit-lists.ts'
import { detailQuestions } from '../services/credit/detail-service.ts'
import { insightsQuestions } from '../services/insights/insights-resources.ts'
import { caseQuestions, casesList } from '../services/collectnet/case-lists.ts'
import { clientsList } from '../services/credit/client-scope.ts'
import { documentsList } from '../services/partners/documents.ts'
import { alertsList, homeResource, messagesList } from '../services/servnet/servnet-resources.ts'
import { grantedServices } from '../session/session-owner.ts'
import type { SessionService } from '../session/session-service.ts'
import type { Store } from '../store/store.ts'
import { storageNotice } from '../store/trouble.ts'

export type KeptData = {
  readonly resources: Resources
  readonly connection: Connection
  readonly status: Status
  readonly syncing: Syncing
  /** The portal has answered these edits: it is asked behind for what they are about. */
  readonly refreshAfter: (edits: readonly Edit[]) => void
  /** For the end of the app: nothing is asked for by itself any more. */
  readonly close: () => void
}

/** Those that the portal enters among the security events. */
const recordedEdits = new Set<EditKind>(['personal', 'preferences'])

/**
 * @param options.outbox what waits to be sent: it shows in what is read
 * @param options.tell passes an event to the open window
 */
export function createKeptData(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly store: Store
  readonly outbox: Pick<Outbox, 'waiting' | 'counts' | 'wake'>
  readonly log: Log
  readonly notices: Notices
  readonly tell: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
  /** Told of the same as the page is by `resource.changed`. */
  readonly onKeptChanged: (names: readonly string[]) => void
}): KeptData {
  const { client, session, store, outbox, log, notices, tell, onKeptChanged } = options
  const connection = createConnection({
    probe: () => client.call('meta', {}),
    onChange(state, before) {
      log.info('connection changed', state)
      status.touch()
      if (state.kind === 'online' && before.kind === 'offline') syncing.reconnected()
    },
  })
  const resources = createResources({
    client,
    session,
    store,
    resources: [
      meResource,
      preferencesResource,
      homeResource,
      metaResource,
      passwordPolicyResource,
    ],
    lists: [
      alertsList,
      messagesList,
      sessionsList,
      eventsList,
      policiesList,
      applicationsList,
      declarationsList,
      buyersList,
      limitsList,
      casesList,
      clientsList,
      documentsList,
    ],
    questions: [...insightsQuestions, ...detailQuestions, ...caseQuestions],
    waiting: outbox.waiting,
    isReachable: connection.isReachable,
    onChanged(names) {
      tell('resource.changed', { resources: names })
      onKeptChanged(names)
    },
    onBusy: () => status.touch(),
    onMistake: (error) => log.failed('refresh failed', error),
    onStoreFailure(error) {
      log.failed('answer not kept', error)
      notices.raise(storageNotice(error))
    },
  })
  const status = createStatus({
    connection: connection.state,
    resources,
    counts: outbox.counts,
    onChange: (present) => tell('status.changed', present),
  })
  const syncing = createSyncing({
    connection,
    resources,
    sendEdits: () => void outbox.wake(),
    onSynced: status.touch,
  })

  return {
    resources,
    connection,
    status,
    syncing,
    refreshAfter(edits) {
      void resources.refreshAfter(edits)
      const isRecorded = edits.some(({ kind }) => recordedEdits.has(kind))
      if (isRecorded) void resources.refresh([eventsList])
      // Another currency may have been chosen, which the clients' figures are in.
      const isPreferred = edits.some(({ kind }) => kind === 'preferences')
      if (isPreferred && grantedServices(session.view()).includes('partners')) {
        void resources.refresh([clientsList])
      }
    },
    close() {
      connection.close()
      syncing.close()
      resources.close()
    },
  }
}
