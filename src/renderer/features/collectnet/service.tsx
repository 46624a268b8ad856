/** Collect@Net, as the app's lists know it. */
import { lazy } from 'react'
import { lazyComponent } from '../../common/navigation/lazy-component.tsx'
import { paths } from '../../common/navigation/navigation.ts'
import { personalEntries, servicesEntry, type Service } from '../../common/navigation/service.ts'
import { EditIcon, InvoiceIcon } from '../../ui/icons.tsx'

const CasesPage = lazyComponent(() =>
  import('./list/cases-page.tsx').then((module) => module.CasesPage),
)
const CasePage = lazy(() =>
  import('./case/case-page.tsx').then((module) => ({ default: module.CasePage })),
)

const EnterPage = lazy(() =>
  import('./enter/enter-page.tsx').then((module) => ({ default: module.EnterPage })),
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
    { kind: 'page', text: 'collectnet:enter', icon: EditIcon, path: paths.newCase },
    servicesEntry,
    ...personalEntries,
  ],
  pages: {
    [paths.collectnet]: <CasesPage />,
    [paths.cases]: <CasesPage />,
    [paths.newCase]: <EnterPage />,
  },
  pagesBeneath: { [paths.cases]: <CasePage /> },
  preloadHome: CasesPage.preload,
}
