import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Figure, ReportQuery } from '../../../shared/contract/credit/dashboard.ts'
import { dueQuery, newsQuery, policiesQuery } from '../../common/credit/queries.ts'
import { fetchFromPortal } from '../../common/data/portal.ts'
import { profileQuery, type ResourceQueries } from '../../common/data/queries.ts'

/** The dashboard of one report. */
export const dashboardQuery = (report: ReportQuery) =>
  queryOptions({
    queryKey: ['insights', 'dashboard', report],
    queryFn: () => fetchFromPortal('insights.dashboard', { report }),
  })

/** The portfolio as the lists on this computer have it: what would be if nothing changed. */
export const asItIsQuery = (currency: string) =>
  queryOptions({
    queryKey: ['insights', 'as-it-is', currency],
    queryFn: () => fetchFromPortal('insights.whatIf', { suppositions: nothingSupposed, currency }),
  })

const nothingSupposed = { currency: null, worsening: null, cut: null }

/** What makes up a figure of a report, a page at a time. */
export const figureRowsQuery = (figure: Figure, report: ReportQuery) =>
  infiniteQueryOptions({
    queryKey: ['insights', 'figure-rows', figure, report],
    queryFn: ({ pageParam }) =>
      fetchFromPortal('insights.figureRows', { figure, report, cursor: pageParam }),
    initialPageParam: firstPage(),
    getNextPageParam: ({ page }) => page.nextCursor,
  })

function firstPage(): string | null {
  return null
}

/** What shows what main keeps. */
export const insightsResources: ResourceQueries = {
  dashboard: [{ queryKey: ['insights', 'dashboard'] }],
  // What is computed of the lists; a long one takes its time, and is looked at rarely.
  buyers: [{ queryKey: ['insights', 'as-it-is'] }],
  figure_rows: [{ queryKey: ['insights', 'figure-rows'] }],
}

/** Fetches what the dashboard shows at first, so that it is there offline, too. */
export async function prefetchDashboard(queryClient: QueryClient): Promise<void> {
  const { preferences } = await queryClient.fetchQuery(profileQuery)
  await Promise.all([
    queryClient.prefetchQuery(policiesQuery),
    queryClient.prefetchQuery(newsQuery),
    queryClient.prefetchQuery(dueQuery),
    queryClient.prefetchQuery(dashboardQuery({ currency: preferences.current.currency })),
  ])
}
