/** The outbox put together: the kinds of edits of all services, and whom it tells of what becomes of them. */
import type { EventName } from '../../shared/contract/channels.ts'
import type { Edit, OutboxView } from '../../shared/contract/offline/outbox.ts'
import type { EventPayload } from '../../shared/contract/routes.ts'
import type { EditKinds } from '../outbox/edit-kind.ts'
import { createOutbox, type Outbox } from '../outbox/outbox.ts'
import type { Log } from '../platform/log/log.ts'
import type { Notices } from '../platform/notices.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import { collectnetEditKinds } from '../services/collectnet/case-edits.ts'
import { profileEditKinds } from '../services/identity/profile/profile-edits.ts'
import { servnetEditKinds } from '../services/servnet/servnet-edits.ts'
import type { SessionService } from '../session/session-service.ts'
import { signedInName } from '../session/session-owner.ts'
import type { Store } from '../store/store.ts'
import { storageNotice } from '../store/trouble.ts'
import type { KeptData } from './kept-data.ts'

/** As many as would be lost with the store. */
function editsIn({ items, batches = [] }: OutboxView): number {
  return batches.reduce((sum, { waiting, refused }) => sum + waiting + refused, items.length)
}

const editKinds: EditKinds = { ...profileEditKinds, ...servnetEditKinds, ...collectnetEditKinds }

/**
 * @param options.keptData what shows edits, and is brought up to date once the portal has them
 * @param options.tell passes an event to the open window
 * @param options.patienceMs how long a form waits for the portal; as the outbox has it unless said otherwise
 */
export function createEdits(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly store: Store
  readonly log: Log
  readonly notices: Notices
  readonly keptData: () => KeptData
  readonly tell: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
  readonly patienceMs: number | undefined
}): Outbox {
  const { session, store, log, notices, keptData, tell } = options
  return createOutbox({
    ...options,
    kinds: editKinds,
    bringIn: (...taken) => keptData().resources.absorb(...taken),
    onEdit: (edit) => keptData().resources.editsChanged([edit]),
    onChange(view) {
      tell('outbox.changed', view)
      const owner = signedInName(session.view())
      if (owner !== null) void store.noteEdits(owner, editsIn(view))
      keptData().status.touch()
    },
    onAnswered: (edits: readonly Edit[]) => keptData().refreshAfter(edits),
    onStoreFailure(error) {
      log.failed('outbox not written', error)
      notices.raise(storageNotice(error))
    },
  })
}
