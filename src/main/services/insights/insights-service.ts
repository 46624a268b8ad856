/** The dashboard and the rows behind its figures: as they are kept at once, and from the portal behind. */
import type { RouteName } from '../../../shared/contract/channels.ts'
import type { ReportQuery } from '../../../shared/contract/credit/dashboard.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import { freshNow } from '../../resources/freshness.ts'
import type { Params } from '../../resources/resource.ts'
import type { Resources } from '../../resources/resources.ts'
import type { SessionService } from '../../session/session-service.ts'
import { dashboardResource, figureRowsResource, rowsAtOnce } from './insights-resources.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type InsightsService = {
  /** One of a usual period that is kept from a former day is `stale`, and of that day. */
  readonly dashboard: Handler<'insights.dashboard'>
  /** The first page is kept; the others are asked of the portal. */
  readonly figureRows: Handler<'insights.figureRows'>
}

/**
 * Reports of who is signed in; `unauthenticated` where nobody is.
 * @param options.preferredCurrency what a report is in that names none; null where it is not known here
 */
export function createInsightsService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly resources: Resources
  readonly preferredCurrency: () => Promise<string | null>
}): InsightsService {
  const { client, session, resources, preferredCurrency } = options

  /** Another preference later is another report: what is kept of this one is not shown as that. */
  async function withCurrency(report: ReportQuery): Promise<ReportQuery> {
    if (report.currency !== undefined) return report
    const currency = await preferredCurrency()
    return currency === null ? report : { ...report, currency }
  }

  /** Rows are those of the dashboard that is shown: of its day, where the report names none. */
  async function asShown(report: ReportQuery): Promise<ReportQuery> {
    if (report.to !== undefined) return report
    const shown = await resources.last(dashboardResource, paramsOf(report))
    return shown === null ? report : { ...report, from: shown.data.from, to: shown.data.to }
  }

  return {
    async dashboard({ report }) {
      const params = paramsOf(await withCurrency(report))
      const shown = await resources.read(dashboardResource, params)
      if (!shown.ok) return shown
      const { data: dashboard, freshness } = shown.data
      return success({ dashboard, freshness })
    },
    async figureRows({ figure, report, cursor }) {
      const query = paramsOf(await asShown(await withCurrency(report)))
      if (cursor !== null) {
        const page = await session.authorized((token) =>
          client.call('insightsFigureRows', {
            token,
            params: { figure },
            query: { ...query, cursor, limit: rowsAtOnce },
          }),
        )
        return page.ok ? success({ page: page.data, freshness: freshNow() }) : page
      }
      const first = await resources.read(figureRowsResource, { ...query, figure })
      if (!first.ok) return first
      return success({ page: first.data.data, freshness: first.data.freshness })
    },
  }
}

/** What a report is kept under: what it names, and nothing else. */
function paramsOf(report: ReportQuery): Params {
  return Object.fromEntries(
    Object.entries(report).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
