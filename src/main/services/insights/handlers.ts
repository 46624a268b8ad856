/** Insights in main, put together: what each of its calls does. */
import type { insightsRoutes } from '../../../shared/contract/insights/routes.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import { createInsightsService } from './insights-service.ts'
import { createSaveMonthPack } from './month-pack.ts'
import { createWhatIf } from './what-if.ts'

/**
 * The handlers of Insights; `unauthenticated` where nobody is signed in.
 * @param options as of `createInsightsService`, `createWhatIf` and `createSaveMonthPack`
 */
export function createInsightsHandlers(
  options: Parameters<typeof createInsightsService>[0] &
    Parameters<typeof createWhatIf>[0] &
    Parameters<typeof createSaveMonthPack>[0],
): HandlersOf<keyof typeof insightsRoutes> {
  const service = createInsightsService(options)
  return {
    'insights.dashboard': service.dashboard,
    'insights.figureRows': service.figureRows,
    'insights.whatIf': createWhatIf(options),
    'insights.saveMonthPack': createSaveMonthPack(options),
  }
}
