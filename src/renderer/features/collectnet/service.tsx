/** Collect@Net, as the app's lists know it. */
import { lazy } from 'react'
import { lazyComponent } from '../../common/navigation/lazy-component.tsx'
import { paths } from '../../common/navigation/navigation.ts'
import { personalEntries, servicesEntry, type Service } from '../../common/navigation/service.ts'
import { InvoiceIcon } from '../../ui/icons.tsx'

const CasesPage = lazyComponent(() =>
  import('./list/cases-page.tsx').then((module) => module.CasesPage),
)
const CasePage = lazy(() =>
  import('./case/case-page.tsx').then((module) => ({ default: module.CasePage })),
)

export const collectnet: Service = {
  id: 'collectnet',
  icon: InvoiceIcon,
  menu: [
    {
      kind: 'page',
      text: 'collectnet:cases',
      icon: InvoiceIcon,
      path: paths.collectnet,
      alsoFor: [paths.cases],
    },
    servicesEntry,
    ...personalEntries,
  ],
  pages: { [paths.collectnet]: <CasesPage />, [paths.cases]: <CasesPage /> },
  pagesBeneath: { [paths.cases]: <CasePage /> },
  preloadHome: CasesPage.preload,
}
