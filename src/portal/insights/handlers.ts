/** Which code serves which endpoint of Insights. */
import { languageSchema } from '../../shared/contract/common.ts'
import type { insightsEndpoints } from '../../shared/contract/insights/endpoints.ts'
import { exportBuyers } from '../credit/buyer-export.ts'
import { listBuyers } from '../credit/buyer-list.ts'
import { viewerOf } from '../credit/buyers.ts'
import { listPolicies } from '../credit/policies.ts'
import type { HandlersOf } from '../identity/handler.ts'
import type { PlatformContext } from '../platform/context.ts'
import { readBuyerDetail } from './buyer-detail.ts'
import { readDashboard } from './dashboard.ts'
import { listFigureRows } from './figure-rows.ts'

/** The handlers of Insights; each answers only with what is of policies granted to the caller. */
export function createInsightsHandlers(
  context: PlatformContext,
): HandlersOf<typeof insightsEndpoints> {
  return {
    insightsDashboard: ({ principal, query }) => readDashboard(context, principal, query),
    insightsFigureRows: ({ principal, params, query }) =>
      listFigureRows(context, principal, params.figure, query),
    insightsPolicies: ({ principal: { user }, query }) => listPolicies(context.db, user.id, query),
    insightsBuyers: ({ principal, query }) =>
      listBuyers(context, viewerOf(principal, query), query),
    insightsBuyersExport: ({ principal, query, client: { signal } }) =>
      exportBuyers(context, viewerOf(principal, query), {
        query,
        signal,
        language: query.language ?? languageSchema.parse(principal.user.language),
      }),
    insightsBuyer: ({ principal, params, query }) =>
      readBuyerDetail(context, viewerOf(principal, query), params.id),
  }
}
