/** Collect@Net in main, put together: what each of its calls does. */
import type { collectnetRoutes } from '../../../shared/contract/collectnet/routes.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import type { Documents } from '../../store/documents.ts'
import type { ClientScope } from '../credit/client-scope.ts'
import { narrowedCases } from './case-lists.ts'
import { createCasesService } from './cases-service.ts'
import { createCaseDocuments, type CaseDocumentsOptions } from './documents/case-documents.ts'
import { createEntering } from './entering.ts'

export type CollectnetOptions = Omit<CaseDocumentsOptions, 'outbox'> & {
  readonly outbox: Outbox
  readonly documents: Documents
  readonly clients: ClientScope
  readonly isReachable: () => boolean
}

export type Collectnet = {
  readonly handlers: HandlersOf<keyof typeof collectnetRoutes>
  readonly narrowedCases: typeof narrowedCases
}

/**
 * The handlers of Collect@Net; `unauthenticated` where nobody is signed in.
 * @param options.clients whose view a page may be
 * @param options.isReachable whether it is worth waiting for the portal
 * @param options.now this computer's clock, in ms since 1970
 */
export function createCollectnet(options: CollectnetOptions): Collectnet {
  const cases = createCasesService(options)
  const entering = createEntering(options)
  const documents = createCaseDocuments(options)
  return {
    handlers: {
      'collectnet.cases': cases.cases,
      'collectnet.case': cases.one,
      'collectnet.checkCase': entering.check,
      'collectnet.caseDraft': entering.draft,
      'collectnet.saveCaseDraft': entering.saveDraft,
      'collectnet.enter': entering.enter,
      'collectnet.pickDocuments': documents.pick,
      'collectnet.dropDocuments': documents.drop,
      'collectnet.addDocuments': documents.add,
      'collectnet.openDocument': documents.open,
      'collectnet.saveDocument': documents.save,
    },
    narrowedCases,
  }
}
