// First, before any page brings its schemas.
import '../common/data/schemas-without-eval.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { PageLoading } from '../common/frames/page-loading.tsx'
import { SignedOutFrame } from '../common/frames/signed-out-frame.tsx'
import { ClientView } from '../common/navigation/client-view.tsx'
import { blockableNavigation } from '../common/navigation/navigation-blocker.ts'
import { serviceHomes } from '../../shared/services.ts'
import { paths } from '../common/navigation/navigation.ts'
import { useScrollPlaces } from '../common/navigation/scroll-places.ts'
import { useSignOutQuestion } from '../common/navigation/sign-out.ts'
import { useAppPart } from '../common/data/app-store.ts'
import { createQueryClient } from '../common/data/query-client.ts'
import { FirstPage } from './first-page.tsx'
import { useFollowedData } from './followed-data.ts'
import { services } from './services.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { HelpPage, pageAt } from './pages.tsx'
import { Shell } from './shell/shell.tsx'

const EnrolmentPage = lazy(() =>
  import('../features/identity/enrolment/enrolment-page.tsx').then((module) => ({
    default: module.EnrolmentPage,
  })),
)
const RecoveryPage = lazy(() =>
  import('../features/identity/recovery/recovery-page.tsx').then((module) => ({
    default: module.RecoveryPage,
  })),
)
const ForgottenUsernamePage = lazy(() =>
  import('../features/identity/recovery/forgotten-username-page.tsx').then((module) => ({
    default: module.ForgottenUsernamePage,
  })),
)
const PasswordChangePage = lazy(() =>
  import('../features/identity/password-change/password-change-page.tsx').then((module) => ({
    default: module.PasswordChangePage,
  })),
)

const LockSetupPage = lazy(() =>
  import('../features/identity/lock/lock-setup-page.tsx').then((module) => ({
    default: module.LockSetupPage,
  })),
)

const SignOutDialog = lazy(() =>
  import('./sign-out-dialog.tsx').then((module) => ({ default: module.SignOutDialog })),
)

/** Fetches the code of a service's first page, where `path` is that of one. */
export async function preloadHome(path: string): Promise<void> {
  const service = Object.values(services).find(({ id }) => serviceHomes[id] === path)
  await service?.preloadHome?.()
}

/** Every page but the first two, with what only they need: queries to main. */
export function OtherPages() {
  const [queryClient] = useState(createQueryClient)
  useFollowedData(queryClient)
  useScrollPlaces()
  return (
    <QueryClientProvider client={queryClient}>
      <Router aroundNav={blockableNavigation}>
        <ClientView>
          <Suspense fallback={<PageLoading />}>
            <Pages />
          </Suspense>
          <SignOutQuestion />
        </ClientView>
      </Router>
    </QueryClientProvider>
  )
}

/** Wherever one signs out: its dialog is fetched when there is something to ask. */
export function SignOutQuestion() {
  const { count, ...ways } = useSignOutQuestion()
  return <Suspense>{count !== null && <SignOutDialog {...ways} count={count} />}</Suspense>
}

/** With the shell around it, or with a frame of its own. */
function Pages() {
  const [path] = useLocation()
  const kind = useAppPart((state) => state?.session.kind ?? null)
  const page = pageAt(path)
  // Everybody may open help: until it is known who is here, it is shown as to anybody.
  if (page === null || (path === paths.help && kind !== 'ready')) return <PagesWithoutShell />
  // Whoever may not see it is on the way to another page.
  if (kind !== null && kind !== 'ready') return <PageLoading />
  return (
    <Shell>
      <FirstPage>{page}</FirstPage>
    </Shell>
  )
}

function PagesWithoutShell() {
  return (
    <Switch>
      <Route path={paths.recovery} component={RecoveryPage} />
      <Route path={paths.forgottenUsername} component={ForgottenUsernamePage} />
      <Route path={paths.enrolment} component={EnrolmentPage} />
      <Route path={paths.passwordChange} component={PasswordChangePage} />
      <Route path={paths.lockSetup} component={LockSetupPage} />
      <Route path={paths.help}>
        <SignedOutFrame>
          <HelpPage />
        </SignedOutFrame>
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  )
}
