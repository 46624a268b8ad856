/** Where what is told of the portfolio leads: to pages of the services that the person has. */
import type { DueItem, NewsItem } from '../../../shared/contract/credit/news.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import { useAppPart } from '../data/app-store.ts'
import { clientPages, withClient } from '../navigation/client-view.tsx'
import {
  alertPath,
  applicationPath,
  applyPath,
  buyerPath,
  clientPath,
  limitPath,
  messagePath,
} from '../navigation/navigation.ts'
import type { ServiceId } from '../../../shared/services.ts'

/** Whether this person has the service. */
export function useHasService(service: ServiceId): boolean {
  return useAppPart((state) =>
    state?.session.kind === 'ready' ? state.session.user.services.includes(service) : false,
  )
}

/** Where a broker begins to look at one client: the first page of its view, else what is known without it. */
export function useClientViewPath(): (id: string) => string {
  const granted = useAppPart((state) =>
    state?.session.kind === 'ready' ? state.session.user.services : null,
  )
  const first = clientPages.find(({ service }) => granted?.includes(service))
  return (id) => (first === undefined ? clientPath(id) : withClient(first.path, id))
}

/** The page that one piece of news is about; null where the person has none of it. */
export function useNewsPath(): (item: NewsItem) => string | null {
  const [servnet, insights] = [useHasService('servnet'), useHasService('insights')]
  return (item) => {
    switch (item.kind) {
      case 'alert':
        if (servnet) return alertPath(item.alertId)
        return insights && item.buyerId !== null ? buyerPath(item.buyerId) : null
      case 'decision':
        return servnet ? applicationPath(item.applicationId) : null
      case 'message':
        return servnet ? messagePath(item.messageId) : null
      default:
        return assertNever(item)
    }
  }
}

/** What can be done about something that is due: in Serv@Net, else one looks at the buyer. */
export function useDuePath(): (item: DueItem) => string {
  const servnet = useHasService('servnet')
  return (item) => {
    if (!servnet) return buyerPath(item.buyerId)
    switch (item.kind) {
      case 'limit_ends':
        return applyPath({ buyerId: item.buyerId })
      case 'cut_takes_effect':
        return limitPath(item.limitId)
      case 'pending_since':
        return applicationPath(item.applicationId)
      default:
        return assertNever(item)
    }
  }
}
