import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { ServicesPage } from '../features/services/services-page.tsx'
import { SignInPage } from '../features/sign-in/sign-in-page.tsx'
import { useAppState } from '../lib/app-store.ts'
import { paths, redirectFor } from '../lib/navigation.ts'
import { PageLoading } from '../components/page-loading.tsx'

// The first screens come with the start; everything else is fetched when opened, or ahead of it
// while one types (`prefetch.ts`).
const OtherPages = lazy(() =>
  import('./other-pages.tsx').then((module) => ({ default: module.OtherPages })),
)

/** Shows the page that the address names, as far as the session allows it. */
export function Routes() {
  useGuard()
  return (
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
  )
}

/** Leads away from pages that the session does not open; also when it begins or ends. */
function useGuard() {
  const session = useAppState()?.session
  const [path, navigate] = useLocation()
  const target = session === undefined ? null : redirectFor(session, path)
  useEffect(() => {
    if (target !== null) navigate(target, { replace: true })
  }, [target, navigate])
}
