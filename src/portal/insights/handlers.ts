/** Which code serves which endpoint of Insights. */
import type { insightsEndpoints } from '../../shared/contract/insights/endpoints.ts'
import type { HandlersOf } from '../identity/handler.ts'
import { ProblemError } from '../platform/problem-error.ts'

/** The handlers of Insights; each answers only with what is of policies granted to the caller. */
export function createInsightsHandlers(): HandlersOf<typeof insightsEndpoints> {
  return {
    insightsDashboard: notYet,
    insightsFigureRows: notYet,
    insightsPolicies: notYet,
    insightsBuyers: notYet,
    insightsBuyer: notYet,
  }
}

function notYet(): never {
  throw new ProblemError('unavailable')
}
