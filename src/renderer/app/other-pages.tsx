// First, before any page brings its schemas.
import '../common/data/schemas-without-eval.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Route, Switch } from 'wouter'
import { PageLoading } from '../common/frames/page-loading.tsx'
import { paths } from '../common/navigation/navigation.ts'
import { createQueryClient } from '../common/data/query-client.ts'
import { NotFoundPage } from './not-found-page.tsx'

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
const HomePage = lazy(() =>
  import('../features/servnet/home-page.tsx').then((module) => ({ default: module.HomePage })),
)
const HelpPage = lazy(() =>
  import('../features/help/help-page.tsx').then((module) => ({ default: module.HelpPage })),
)
const ProductsPage = lazy(() =>
  import('../features/help/products-page.tsx').then((module) => ({
    default: module.ProductsPage,
  })),
)
const ProfilePage = lazy(() =>
  import('../features/identity/profile/profile-page.tsx').then((module) => ({
    default: module.ProfilePage,
  })),
)
const InsightsPage = lazy(() =>
  import('../features/insights/insights-page.tsx').then((module) => ({
    default: module.InsightsPage,
  })),
)

const profilePaths = /^\/profile(\/(personal|security|password|questions|rehearsal))?$/u

/** Every page but the first two, with what only they need: queries to main. */
export function OtherPages() {
  const [queryClient] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={<PageLoading />}>
        <Switch>
          <Route path={paths.recovery} component={RecoveryPage} />
          <Route path={paths.forgottenUsername} component={ForgottenUsernamePage} />
          <Route path={paths.enrolment} component={EnrolmentPage} />
          <Route path={paths.passwordChange} component={PasswordChangePage} />
          <Route path={paths.servnet} component={HomePage} />
          <Route path={paths.products} component={ProductsPage} />
          <Route path={paths.insights} component={InsightsPage} />
          {/* With its sections, so that what is being edited outlives going from one to another. */}
          <Route path={profilePaths} component={ProfilePage} />
          <Route path={paths.help} component={HelpPage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </QueryClientProvider>
  )
}
