/** What of Insights changes along with the grants of a person; nothing does with their language. */
import { wholePortfolio } from '../credit/concerned.ts'
import type { ServiceChanges } from '../platform/changes/service-changes.ts'

/** All that is under policies, without naming it: reading it anew is shorter. */
export const insightsChanges: ServiceChanges = {
  service: 'insights',
  find: async (_db, _userId, scope) =>
    scope.kind === 'policies' && (scope.whole || scope.ids.length > 0)
      ? wholePortfolio(['insights'])
      : [],
}
