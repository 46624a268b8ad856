/** The handlers of working without a network. */
import type { offlineRoutes } from '../../shared/contract/offline/routes.ts'
import { success } from '../../shared/contract/result.ts'
import type { HandlersOf } from '../ipc/router.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { ExportEdits } from './export-edits.ts'
import type { KeptData } from './kept-data.ts'

/** The status, and what waits to be sent. */
export function createOfflineHandlers({
  status,
  syncing,
  outbox,
  exportEdits,
}: Pick<KeptData, 'status' | 'syncing'> & {
  readonly outbox: Outbox
  readonly exportEdits: ExportEdits
}): HandlersOf<keyof typeof offlineRoutes> {
  return {
    'status.read': async () => success(await status.read()),
    'status.check': async () => {
      await syncing.now()
      return success(await status.read())
    },
    'outbox.read': async () => success(await outbox.view()),
    'outbox.sendNow': async () => success(await outbox.sendNow()),
    'outbox.discard': async ({ id }) => success(await outbox.discard(id)),
    'outbox.resolve': async ({ id, theirs }) => success(await outbox.resolve(id, theirs)),
    'outbox.export': exportEdits,
  }
}
