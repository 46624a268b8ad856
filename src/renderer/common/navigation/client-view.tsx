/**
 * A broker looks at one client alone: the address names it (`?client=`), on each page that can show what is
 * of some policies only. Links to such pages lead on within the view; any other leads out of it.
 */
import { useCallback, useMemo, type ReactNode } from 'react'
import { Router, useLocation, useSearch, type AroundNavHandler } from 'wouter'
import type { ServiceId } from '../../../shared/services.ts'
import { blockableNavigation } from './navigation-blocker.ts'
import { isWithin, paths, type Path } from './navigation.ts'

/** What there is to see of one client, in this order; words under `partners:view.pages.<id>`. */
export const clientPages = [
  { id: 'dashboard', path: paths.insights, service: 'insights', alsoFor: [paths.figures] },
  { id: 'buyers', path: paths.buyers, service: 'insights' },
  { id: 'limits', path: paths.limits, service: 'servnet' },
  { id: 'applications', path: paths.applications, service: 'servnet' },
  { id: 'alerts', path: paths.alerts, service: 'servnet' },
  { id: 'policies', path: paths.policies, service: 'servnet' },
  { id: 'cases', path: paths.cases, service: 'collectnet' },
] as const satisfies readonly {
  readonly id: string
  readonly path: Path
  readonly service: ServiceId
  readonly alsoFor?: readonly Path[]
}[]

/** With what one does from there. */
const places = [
  paths.insights,
  paths.policies,
  paths.limits,
  paths.applications,
  paths.apply,
  paths.turnover,
  paths.alerts,
  paths.collectnet,
] as const

/** Several applications at once are of any policies. */
const isOfClients = (path: string) =>
  places.some((place) => isWithin(place, path)) && !isWithin(paths.batch, path)

/** As long as an id may be, and without what none has. Main parses what it is asked for. */
const idPattern = /^[^\p{C}\p{Z}]{1,128}$/u

/** The client that the search part of an address names; null where it names none, or what no id can be. */
export function clientFrom(params: URLSearchParams): string | null {
  const id = params.get('client') ?? ''
  return idPattern.test(id) ? id : null
}

/** The client whose view the page is that one is on; null for that of everything that is granted. */
export function useClientInView(): string | null {
  const [path] = useLocation()
  const search = useSearch()
  return useMemo(
    () => (isOfClients(path) ? clientFrom(new URLSearchParams(search)) : null),
    [path, search],
  )
}

/** Of a call to main, what makes it one about the client in view. */
export function inView(client: string | null): { readonly client?: string } {
  return client === null ? {} : { client }
}

/** An address within the view of `client`; as it is where it names one itself, or is none of a client's. */
export function withClient(address: string, client: string | null): string {
  const [path = '', search = ''] = address.split('?', 2)
  const params = new URLSearchParams(search)
  if (client === null || params.has('client') || !isOfClients(path)) return address
  params.set('client', client)
  return `${path}?${params.toString()}`
}

/** Around the pages: within a client's view their links lead on within it. */
export function ClientView({ children }: { readonly children: ReactNode }) {
  const client = useClientInView()
  const around = useCallback<AroundNavHandler>(
    (navigate, to, options) => blockableNavigation(navigate, withClient(to, client), options),
    [client],
  )
  const hrefs = useCallback((href: string) => withClient(href, client), [client])
  return (
    <Router aroundNav={around} hrefs={hrefs}>
      {children}
    </Router>
  )
}
