/** Collect@Net in main, put together: what each of its calls does. */
import type { collectnetRoutes } from '../../../shared/contract/collectnet/routes.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import type { Resources } from '../../resources/resources.ts'
import { createCasesService } from './cases-service.ts'

/**
 * The handlers of Collect@Net; `unauthenticated` where nobody is signed in.
 * @param options.isReachable whether it is worth waiting for the portal
 */
export function createCollectnetHandlers(options: {
  readonly resources: Resources
  readonly isReachable: () => boolean
}): HandlersOf<keyof typeof collectnetRoutes> {
  const cases = createCasesService(options)
  return {
    'collectnet.cases': cases.cases,
    'collectnet.case': cases.one,
  }
}
