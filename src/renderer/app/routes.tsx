import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { AppState } from '../../shared/contract/routes.ts'
import { serviceOfPage } from '../../shared/pages.ts'
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
import { homeOf, paths, redirectFor } from '../common/navigation/navigation.ts'
import { unlessBlocked } from '../common/navigation/navigation-blocker.ts'
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
 * Leads away from pages that the session does not open, also when it begins or ends; and to the page
 * that a link asked for, or to where the way to it goes on. Apart from the pages, which need not be
 * rendered again with every change of the state.
 */
function Guard() {
  const state = useAppState()
  const [path, navigate] = useLocation()
  const requested = state?.requested ?? null
  const target = state === null ? null : targetFrom(state, path)
  useEffect(() => {
    if (state !== null && target !== null && target !== path) {
      const address = follow(state, target)
      // What is not saved is asked about before a link leads away from it.
      if (requested === null) navigate(address, { replace: true })
      else unlessBlocked(() => navigate(address), address)
    }
    if (requested === null) return
    if (state !== null && !isOpenNow(state, requested)) awaited = requested
    requestFollowed(requested)
  }, [state, requested, target, path, navigate])
  return null
}

function targetFrom(state: AppState, path: string): string | null {
  const { session, service, requested } = state
  if (requested === null) return redirectFor(session, service, path)
  return isOpenNow(state, requested) ? requested : homeOf(session, service)
}

function isOpenNow({ session, service }: AppState, address: string): boolean {
  if (session.kind === 'locked') return false
  return redirectFor(session, service, address.replace(/\?.*$/su, '')) === null
}

/** Where the session ended by itself, for when the same person signs in again. */
let ended: { readonly username: string | null; readonly address: string } | null = null
/** What a link asked for before anybody could go there. */
let awaited: string | null = null

/** Notes where one is as the session ends; once it begins anew, that comes before `target`. */
function follow(state: AppState, target: string): string {
  const { session, requested } = state
  if (session.kind === 'signedOut') {
    const { pathname, search } = location
    if (session.reason === 'session_ended') {
      ended = { username: session.username, address: `${pathname}${search}` }
    }
    awaited = null
  }
  if (session.kind !== 'ready') return target
  const [last, asked] = [ended, awaited]
  ended = null
  awaited = null
  if (requested !== null) return target
  const back = last !== null && last.username === session.user.username ? last.address : null
  const address = asked ?? back
  if (address === null || !isOpenNow(state, address)) return target
  beginSession()
  return address
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
function arrivalAt({ session, service, requested }: AppState, path: string) {
  // A link leads elsewhere first.
  if (session.kind !== 'ready' || requested !== null) return null
  const here = serviceOfPage(path)
  return here !== null && here !== service && session.user.services.includes(here) ? here : null
}

/** What was chosen last, where it does not open. */
function closedServiceOf(state: AppState | null): ServiceId | null {
  if (state?.session.kind !== 'ready' || state.service === null) return null
  const opened = serviceToOpen(state.service, state.session.user.services)
  return opened === state.service ? null : state.service
}
