import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { AppState } from '../../shared/contract/routes.ts'
import { serviceToOpen, type ServiceId } from '../../shared/services.ts'
import { ServicesPage } from '../features/services/services-page.tsx'
import { LockPage } from '../features/identity/lock/lock-page.tsx'
import { SignInPage } from '../features/identity/sign-in/sign-in-page.tsx'
import {
  chooseService,
  requestFollowed,
  useAppPart,
  useAppState,
} from '../common/data/app-store.ts'
import { confirm } from '../common/navigation/confirmations.ts'
import { beginSession } from '../common/data/session-start.ts'
import { lazyComponent } from '../common/navigation/lazy-component.tsx'
import {
  homeOf,
  paths,
  redirectFor,
  serviceAt,
  type Path,
} from '../common/navigation/navigation.ts'
import { FirstScreen, MenuListener } from './menu-listener.tsx'
import { PageLoading } from '../common/frames/page-loading.tsx'

// The first screens come with the start; everything else is fetched when opened, or ahead of it
// while one types (`prefetch.ts`).
export const OtherPages = lazyComponent(() =>
  import('./other-pages.tsx').then((module) => module.OtherPages),
)

const ProxyDialog = lazy(() =>
  import('./proxy-dialog.tsx').then((module) => ({ default: module.ProxyDialog })),
)

/** Shows the page that the address names, as far as the session allows it. */
export function Routes() {
  const signedIn = useAppPart((state) => state?.session.kind === 'ready')
  const locked = useAppPart((state) => state?.session.kind === 'locked')
  return (
    <>
      {locked ? <LockPage /> : <OpenPages signedIn={signedIn} />}
      <Guard />
      <Arrival />
      <MenuListener />
      <FirstScreen />
      <ProxySignIn />
    </>
  )
}

/** Over whatever page there is: without the proxy none of them gets anything from the portal. */
function ProxySignIn() {
  const question = useAppPart((state) => state?.proxyQuestion ?? null)
  return <Suspense>{question !== null && <ProxyDialog question={question} />}</Suspense>
}

/** Of an app that is not locked, or of which that is not known yet. */
function OpenPages({ signedIn }: { readonly signedIn: boolean }) {
  return (
    <Switch>
      <Route path={paths.locked}>
        <LockPage />
      </Route>
      {!signedIn && (
        <Route path={paths.services}>
          <ServicesPage />
        </Route>
      )}
      <Route path={paths.signIn}>
        <SignInPage />
      </Route>
      <Route>
        <Suspense fallback={<PageLoading />}>
          <OtherPages />
        </Suspense>
      </Route>
    </Switch>
  )
}

/**
 * Leads away from pages that the session does not open, also when it begins or ends; and to where
 * the way to a service goes on when a link asked for one. Apart from the pages, which need not be
 * rendered again with every change of the state.
 */
function Guard() {
  const state = useAppState()
  const [path, navigate] = useLocation()
  const requested = state?.serviceRequested === true ? state.service : null
  const target = state === null ? null : targetFrom(state, path)
  useEffect(() => {
    if (state !== null && target !== null && target !== path) {
      navigate(follow(state, target), { replace: requested === null })
    }
    if (requested !== null) requestFollowed(requested)
  }, [state, requested, target, path, navigate])
  return null
}

function targetFrom({ session, service, serviceRequested }: AppState, path: string): Path | null {
  return serviceRequested ? homeOf(session, service) : redirectFor(session, service, path)
}

/** Where the session ended by itself, for when the same person signs in again. */
let ended: { readonly username: string | null; readonly address: string } | null = null

/** Notes where one is as the session ends; once it begins anew, that comes before `target`. */
function follow({ session, service, serviceRequested }: AppState, target: Path): string {
  if (session.kind === 'signedOut') {
    const { pathname, search } = location
    if (session.reason === 'session_ended') {
      ended = { username: session.username, address: `${pathname}${search}` }
    }
    return target
  }
  if (session.kind !== 'ready') return target
  const last = ended
  ended = null
  if (last === null || serviceRequested || last.username !== session.user.username) return target
  const isOpen = redirectFor(session, service, last.address.replace(/\?.*$/su, '')) === null
  if (!isOpen) return target
  beginSession()
  return last.address
}

/**
 * From here on, the service whose page one has come to is the one that one comes back to. Where
 * another was asked for that does not open, its page says so.
 */
function Arrival() {
  const state = useAppState()
  const [path] = useLocation()
  const service = state === null ? null : arrivalAt(state, path)
  const closed = service === null ? null : closedServiceOf(state)
  useEffect(() => {
    if (service === null) return
    if (closed !== null) confirm({ kind: 'serviceClosed', service: closed, on: path })
    chooseService(service)
  }, [service, closed, path])
  return null
}

/** The service of this page, where it is not the one that was chosen last. */
function arrivalAt({ session, service, serviceRequested }: AppState, path: string) {
  // A link leads elsewhere first.
  if (session.kind !== 'ready' || serviceRequested) return null
  const here = serviceAt(path)
  return here !== null && here !== service && session.user.services.includes(here) ? here : null
}

/** What was chosen last, where it does not open. */
function closedServiceOf(state: AppState | null): ServiceId | null {
  if (state?.session.kind !== 'ready' || state.service === null) return null
  const opened = serviceToOpen(state.service, state.session.user.services)
  return opened === state.service ? null : state.service
}
