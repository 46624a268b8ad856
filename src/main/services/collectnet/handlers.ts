/** Collect@Net in main, put together: what each of its calls does. */
import type { collectnetRoutes } from '../../../shared/contract/collectnet/routes.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import type { Resources } from '../../resources/resources.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { Documents } from '../../store/documents.ts'
import type { ClientScope } from '../credit/client-scope.ts'
import { createCasesService } from './cases-service.ts'
import { createEntering } from './entering.ts'

/**
 * The handlers of Collect@Net; `unauthenticated` where nobody is signed in.
 * @param options.clients whose view a page may be
 * @param options.isReachable whether it is worth waiting for the portal
 * @param options.now this computer's clock, in ms since 1970
 */
export function createCollectnetHandlers(options: {
  readonly session: SessionService
  readonly outbox: Outbox
  readonly documents: Documents
  readonly resources: Resources
  readonly clients: ClientScope
  readonly isReachable: () => boolean
  readonly now: () => number
}): HandlersOf<keyof typeof collectnetRoutes> {
  const cases = createCasesService(options)
  const entering = createEntering(options)
  return {
    'collectnet.cases': cases.cases,
    'collectnet.case': cases.one,
    'collectnet.checkCase': entering.check,
    'collectnet.caseDraft': entering.draft,
    'collectnet.saveCaseDraft': entering.saveDraft,
    'collectnet.enter': entering.enter,
  }
}
