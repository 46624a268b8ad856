/** Insights in main, put together: what each of its calls does. */
import type { insightsRoutes } from '../../../shared/contract/insights/routes.ts'
import { failure, type Result } from '../../../shared/contract/result.ts'
import type { HandlersOf } from '../../ipc/router.ts'

/** The handlers of Insights; `unauthenticated` where nobody is signed in. */
export function createInsightsHandlers(): HandlersOf<keyof typeof insightsRoutes> {
  return {
    'insights.dashboard': notYet,
    'insights.figureRows': notYet,
  }
}

function notYet(): Promise<Result<never>> {
  return Promise.resolve(failure({ code: 'unavailable' }))
}
