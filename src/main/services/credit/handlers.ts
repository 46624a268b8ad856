/** The portfolio in main, put together: what each of its calls does. */
import type { creditRoutes } from '../../../shared/contract/credit/routes.ts'
import { failure, type Result } from '../../../shared/contract/result.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { Documents } from '../../store/documents.ts'
import { createListViews } from './list-views.ts'

/** The handlers of the portfolio; `unauthenticated` where nobody is signed in. */
export function createCreditHandlers(options: {
  readonly session: SessionService
  readonly documents: Documents
}): HandlersOf<keyof typeof creditRoutes> {
  const listViews = createListViews(options)
  return {
    'credit.policies': notYet,
    'credit.buyers': notYet,
    'credit.buyer': notYet,
    'credit.buyerDetail': notYet,
    'credit.neighbours': notYet,
    'credit.limits': notYet,
    'credit.limit': notYet,
    'credit.note': notYet,
    'credit.saveNote': notYet,
    'credit.listView': listViews.read,
    'credit.saveListView': listViews.save,
    'credit.news': notYet,
    'credit.tickNews': notYet,
    'credit.due': notYet,
    'credit.export': notYet,
  }
}

function notYet(): Promise<Result<never>> {
  return Promise.resolve(failure({ code: 'unavailable' }))
}
