/** Collect@Net in main, put together: what each of its calls does. */
import { join } from 'node:path'
import type { collectnetRoutes } from '../../../shared/contract/collectnet/routes.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import {
  createOpenedFiles,
  type OpenedFiles,
  type OpenFile,
} from '../../platform/files/opened-files.ts'
import type { Documents } from '../../store/documents.ts'
import type { ClientScope } from '../credit/client-scope.ts'
import { narrowedCases } from './case-lists.ts'
import { createCasesService } from './cases-service.ts'
import { createCaseDocuments, type CaseDocumentsOptions } from './documents/case-documents.ts'
import { createEntering } from './entering.ts'

export type CollectnetOptions = Omit<CaseDocumentsOptions, 'openedFiles' | 'outbox'> & {
  readonly outbox: Outbox
  readonly documents: Documents
  readonly clients: ClientScope
  readonly isReachable: () => boolean
  /** The profile folder; documents that are opened are written beneath it, for as long as that is so. */
  readonly folder: string
  readonly openFile: OpenFile
}

export type Collectnet = {
  readonly handlers: HandlersOf<keyof typeof collectnetRoutes>
  readonly narrowedCases: typeof narrowedCases
  /** Documents that were opened are on no disk any more. */
  readonly forgetOpened: () => Promise<void>
  /** Shows any other document in the same way. */
  readonly showFile: OpenedFiles['show']
}

/**
 * The handlers of Collect@Net; `unauthenticated` where nobody is signed in.
 * @param options.clients whose view a page may be
 * @param options.isReachable whether it is worth waiting for the portal
 * @param options.now this computer's clock, in ms since 1970
 */
export function createCollectnet(options: CollectnetOptions): Collectnet {
  const openedFiles = createOpenedFiles(join(options.folder, 'opened'), options.openFile)
  const cases = createCasesService(options)
  const entering = createEntering(options)
  const documents = createCaseDocuments({ ...options, openedFiles })
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
    forgetOpened: openedFiles.clear,
    showFile: openedFiles.show,
  }
}
