/** Espace Partenaires, as the app's lists know it. */
import { lazy } from 'react'
import { clientsQuery } from '../../common/credit/queries.ts'
import { lazyComponent } from '../../common/navigation/lazy-component.tsx'
import { paths } from '../../common/navigation/navigation.ts'
import { personalEntries, servicesEntry, type Service } from '../../common/navigation/service.ts'
import { PartnersIcon, PolicyIcon } from '../../ui/icons.tsx'

const ClientsPage = lazyComponent(() =>
  import('./clients-page.tsx').then((module) => module.ClientsPage),
)
const ClientPage = lazy(() =>
  import('./client-page.tsx').then((module) => ({ default: module.ClientPage })),
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
    servicesEntry,
    ...personalEntries,
  ],
  pages: { [paths.partners]: <ClientsPage />, [paths.clients]: <ClientsPage /> },
  pagesBeneath: { [paths.clients]: <ClientPage /> },
  preloadHome: ClientsPage.preload,
  prefetch: (queryClient) => queryClient.prefetchQuery(clientsQuery),
}
