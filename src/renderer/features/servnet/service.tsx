/** Serv@Net, as the app's lists know it. */
import { lazy } from 'react'
import { dueQuery, newsQuery, policiesQuery } from '../../common/credit/queries.ts'
import { lazyComponent } from '../../common/navigation/lazy-component.tsx'
import { paths } from '../../common/navigation/navigation.ts'
import { personalEntries, servicesEntry, type Service } from '../../common/navigation/service.ts'
import { HomeIcon, PolicyIcon, ShieldIcon } from '../../ui/icons.tsx'
import { homeQuery, servnetResources } from './api.ts'

const HomePage = lazyComponent(() => import('./home-page.tsx').then((module) => module.HomePage))
const AlertsPage = lazy(() =>
  import('./alerts-page.tsx').then((module) => ({ default: module.AlertsPage })),
)
const ApplyPage = lazy(() =>
  import('./apply/apply-page.tsx').then((module) => ({ default: module.ApplyPage })),
)
const BatchPage = lazy(() =>
  import('./batch/batch-page.tsx').then((module) => ({ default: module.BatchPage })),
)
const FollowedPage = lazy(() =>
  import('./batch/followed-page.tsx').then((module) => ({ default: module.FollowedPage })),
)
const AlertPage = lazy(() =>
  import('./alert-page.tsx').then((module) => ({ default: module.AlertPage })),
)
const MessagesPage = lazy(() =>
  import('./messages-page.tsx').then((module) => ({ default: module.MessagesPage })),
)
const MessagePage = lazy(() =>
  import('./message-page.tsx').then((module) => ({ default: module.MessagePage })),
)
const LimitsPage = lazy(() =>
  import('./limits/limits-page.tsx').then((module) => ({ default: module.LimitsPage })),
)
const PoliciesPage = lazy(() =>
  import('./policies-page.tsx').then((module) => ({ default: module.PoliciesPage })),
)
const ApplicationsPage = lazy(() =>
  import('./applications-page.tsx').then((module) => ({ default: module.ApplicationsPage })),
)
const ApplicationPage = lazy(() =>
  import('./application-page.tsx').then((module) => ({ default: module.ApplicationPage })),
)
const LimitPage = lazy(() =>
  import('./limit-page.tsx').then((module) => ({ default: module.LimitPage })),
)
const ExposurePage = lazy(() =>
  import('./exposure/exposure-page.tsx').then((module) => ({ default: module.ExposurePage })),
)
const CustomerPage = lazy(() =>
  import('./exposure/customer-page.tsx').then((module) => ({ default: module.CustomerPage })),
)
const TurnoverPage = lazy(() =>
  import('./turnover-page.tsx').then((module) => ({ default: module.TurnoverPage })),
)

export const servnet: Service = {
  id: 'servnet',
  icon: ShieldIcon,
  menu: [
    { kind: 'page', text: 'servnet:menu.home', icon: HomeIcon, path: paths.servnet },
    servicesEntry,
    {
      kind: 'page',
      text: 'servnet:menu.products',
      icon: PolicyIcon,
      path: paths.policies,
      alsoFor: [paths.limits, paths.applications, paths.apply, paths.exposure, paths.turnover],
    },
    ...personalEntries,
  ],
  pages: {
    [paths.servnet]: <HomePage />,
    [paths.alerts]: <AlertsPage />,
    [paths.messages]: <MessagesPage />,
    [paths.policies]: <PoliciesPage />,
    [paths.limits]: <LimitsPage />,
    [paths.applications]: <ApplicationsPage />,
    [paths.batch]: <BatchPage />,
    [paths.apply]: <ApplyPage />,
    [paths.exposure]: <ExposurePage />,
    [paths.turnover]: <TurnoverPage />,
  },
  pagesBeneath: {
    [paths.alerts]: <AlertPage />,
    [paths.messages]: <MessagePage />,
    [paths.applications]: <ApplicationPage />,
    [paths.limits]: <LimitPage />,
    [paths.batch]: <FollowedPage />,
    [paths.exposure]: <CustomerPage />,
  },
  resources: servnetResources,
  preloadHome: HomePage.preload,
  prefetch: async (queryClient) => {
    await Promise.all([
      queryClient.prefetchQuery(homeQuery),
      queryClient.prefetchQuery(policiesQuery),
      queryClient.prefetchQuery(newsQuery),
      queryClient.prefetchQuery(dueQuery),
    ])
  },
}
