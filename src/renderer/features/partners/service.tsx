/** Espace Partenaires, as the app's lists know it. */
import { lazy } from 'react'
import { clientsQuery, partnerDocumentsQuery } from '../../common/credit/queries.ts'
import { lazyComponent } from '../../common/navigation/lazy-component.tsx'
import { paths } from '../../common/navigation/navigation.ts'
import { personalEntries, servicesEntry, type Service } from '../../common/navigation/service.ts'
import { InvoiceIcon, PartnersIcon, PolicyIcon } from '../../ui/icons.tsx'

const ClientsPage = lazyComponent(() =>
  import('./clients-page.tsx').then((module) => module.ClientsPage),
)
const ClientPage = lazy(() =>
  import('./client-page.tsx').then((module) => ({ default: module.ClientPage })),
)
const DocumentsPage = lazy(() =>
  import('./documents-page.tsx').then((module) => ({ default: module.DocumentsPage })),
)

export const partners: Service = {
  id: 'partners',
  icon: PartnersIcon,
  menu: [
    {
      kind: 'page',
      text: 'services:partners.clients',
      icon: PolicyIcon,
      path: paths.partners,
      alsoFor: [paths.clients],
    },
    {
      kind: 'page',
      text: 'services:partners.documents',
      icon: InvoiceIcon,
      path: paths.documents,
    },
    servicesEntry,
    ...personalEntries,
  ],
  pages: {
    [paths.partners]: <ClientsPage />,
    [paths.clients]: <ClientsPage />,
    [paths.documents]: <DocumentsPage />,
  },
  pagesBeneath: { [paths.clients]: <ClientPage /> },
  preloadHome: ClientsPage.preload,
  prefetch: async (queryClient) => {
    await Promise.all([
      queryClient.prefetchQuery(clientsQuery),
      queryClient.prefetchQuery(partnerDocumentsQuery),
    ])
  },
}
