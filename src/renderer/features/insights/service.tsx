/** Atradius Insights, as the app's lists know it. */
import { lazy } from 'react'
import { lazyComponent } from '../../common/navigation/lazy-component.tsx'
import { paths } from '../../common/navigation/navigation.ts'
import type { Service } from '../../common/navigation/service.ts'
import { AccountIcon, DashboardIcon, SearchIcon, ToolsIcon, TrendIcon } from '../../ui/icons.tsx'
import { insightsResources, prefetchDashboard } from './api.ts'

const DashboardPage = lazyComponent(() =>
  import('./dashboard/dashboard-page.tsx').then((module) => module.DashboardPage),
)
const FigurePage = lazy(() =>
  import('./figures/figure-page.tsx').then((module) => ({ default: module.FigurePage })),
)
const BuyersPage = lazy(() =>
  import('./buyers/buyers-page.tsx').then((module) => ({ default: module.BuyersPage })),
)
const BuyerPage = lazy(() =>
  import('./buyer/buyer-page.tsx').then((module) => ({ default: module.BuyerPage })),
)
const ToolsPage = lazy(() =>
  import('./tools/tools-page.tsx').then((module) => ({ default: module.ToolsPage })),
)
const MonthPackPage = lazy(() =>
  import('./month-pack/month-pack-page.tsx').then((module) => ({ default: module.MonthPackPage })),
)
const WhatIfPage = lazy(() =>
  import('./what-if/what-if-page.tsx').then((module) => ({ default: module.WhatIfPage })),
)
const CurrencyChooser = lazy(() =>
  import('./currency-chooser.tsx').then((module) => ({ default: module.CurrencyChooser })),
)

export const insights: Service = {
  id: 'insights',
  icon: TrendIcon,
  menu: [
    {
      kind: 'page',
      text: 'insights:dashboard',
      icon: DashboardIcon,
      path: paths.insights,
      alsoFor: [paths.figures],
    },
    {
      kind: 'page',
      text: 'insights:tools',
      icon: ToolsIcon,
      path: paths.tools,
      alsoFor: [paths.monthPack, paths.whatIf],
    },
    {
      kind: 'page',
      text: 'insights:search',
      icon: SearchIcon,
      path: paths.buyers,
      withPagesBeneath: true,
    },
    {
      kind: 'page',
      text: 'insights:account',
      icon: AccountIcon,
      path: paths.profile,
      withPagesBeneath: true,
    },
  ],
  topBar: <CurrencyChooser />,
  pages: {
    [paths.insights]: <DashboardPage />,
    [paths.buyers]: <BuyersPage />,
    [paths.tools]: <ToolsPage />,
    [paths.monthPack]: <MonthPackPage />,
    [paths.whatIf]: <WhatIfPage />,
  },
  pagesBeneath: { [paths.figures]: <FigurePage />, [paths.buyers]: <BuyerPage /> },
  resources: insightsResources,
  preloadHome: DashboardPage.preload,
  prefetch: prefetchDashboard,
}
