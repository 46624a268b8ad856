/** Updates put together: what decides whether there are any, and the handlers of the calls about them. */
import type { updatesRoutes } from '../../shared/contract/app/updates.ts'
import { success } from '../../shared/contract/result.ts'
import type { HandlersOf } from '../ipc/router.ts'
import type { Updates } from '../updates/updates.ts'

export function createUpdatesHandlers(updates: Updates): HandlersOf<keyof typeof updatesRoutes> {
  return {
    'updates.read': async () => success(updates.state()),
    'updates.check': updates.check,
    'updates.download': updates.download,
    'updates.install': updates.install,
  }
}
