import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { AppState } from '../../shared/contract/routes.ts'
import { ServicesPage } from '../features/services/services-page.tsx'
import { SignInPage } from '../features/identity/sign-in/sign-in-page.tsx'
import { requestFollowed, useAppState } from '../common/data/app-store.ts'
import { homeOf, paths, redirectFor, type Path } from '../common/navigation/navigation.ts'
import { PageLoading } from '../common/frames/page-loading.tsx'

// The first screens come with the start; everything else is fetched when opened, or ahead of it
// while one types (`prefetch.ts`).
const OtherPages = lazy(() =>
  import('./other-pages.tsx').then((module) => ({ default: module.OtherPages })),
)

/** Shows the page that the address names, as far as the session allows it. */
export function Routes() {
  return (
    <>
      <Switch>
        <Route path={paths.services}>
          <ServicesPage />
        </Route>
        <Route path={paths.signIn}>
          <SignInPage />
        </Route>
        <Route>
          <Suspense fallback={<PageLoading />}>
            <OtherPages />
          </Suspense>
        </Route>
      </Switch>
      <Guard />
    </>
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
    if (target !== null && target !== path) navigate(target, { replace: requested === null })
    if (requested !== null) requestFollowed(requested)
  }, [requested, target, path, navigate])
  return null
}

function targetFrom({ session, service, serviceRequested }: AppState, path: string): Path | null {
  return serviceRequested ? homeOf(session, service) : redirectFor(session, service, path)
}
