import { useQuery, queryOptions } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect } from 'wouter'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { SignedOutFrame } from '../../../common/frames/signed-out-frame.tsx'
import { Button } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { useAppState } from '../../../common/data/app-store.ts'
import { formatDay } from '../../../common/i18n/format.ts'
import { paths } from '../../../common/navigation/navigation.ts'
import { useSignOut } from '../../../common/navigation/sign-out.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { EnrolmentDone } from './enrolment-done.tsx'
import { EnrolmentFlow } from './enrolment-flow.tsx'
import styles from './enrolment.module.css'
import { fetchFromPortal } from '../../../common/data/portal.ts'

/** "Enregistrement de votre compte": what the first sign-in asks for. */
export function EnrolmentPage() {
  const { t } = useTranslation('enrolment')
  const session = useAppState()?.session
  const enrolling = session?.kind === 'enrolment'
  const [enrolledHere, setEnrolledHere] = useState(enrolling)
  if (enrolling && !enrolledHere) setEnrolledHere(true)
  if (session?.kind === 'ready' && !enrolledHere) return <Redirect to={paths.servnet} replace />
  if (session?.kind === 'ready') {
    return (
      <SignedOutFrame>
        <EnrolmentDone />
      </SignedOutFrame>
    )
  }
  return (
    <SignedOutFrame>
      <div className={styles['page']}>
        <div className={styles['intro']}>
          <PageHeading title={t('title')}>{t('title')}</PageHeading>
          <p>{t('intro')}</p>
          {enrolling && <Account username={session.user.username} />}
        </div>
        {enrolling && <Enrolment username={session.user.username} />}
      </div>
    </SignedOutFrame>
  )
}

function Enrolment({ username }: { readonly username: string }) {
  const { t } = useTranslation('enrolment')
  const { data, error, refetch, isFetching } = useQuery(enrolmentQuery)
  if (data !== undefined) {
    return <EnrolmentFlow enrolment={data} username={username} />
  }
  if (error !== null) {
    return (
      <LoadFailure
        means="needsPortalFailed"
        error={error.error}
        busy={isFetching}
        onRetry={() => void refetch()}
      />
    )
  }
  return <Loading text={t('loading')} />
}

/** Whose account it is, until when, and the way out. */
function Account({ username }: { readonly username: string }) {
  const { t } = useTranslation('enrolment')
  const language = useLanguage()
  const expiresAt = useQuery({ ...enrolmentQuery, enabled: false }).data?.expiresAt
  const { signingOut, signOut } = useSignOut()
  return (
    <div className={styles['account']}>
      <p>
        {t('signedInAs', { username })}
        {expiresAt !== undefined && (
          <span className={styles['until']}>
            {t('until', { date: formatDay(language, expiresAt) })}
          </span>
        )}
      </p>
      <Button variant="quiet" busy={signingOut} onClick={signOut}>
        {t('signOut')}
      </Button>
    </div>
  )
}

/** Where the enrolment stands and what was typed so far; read anew whenever the page opens. */
export const enrolmentQuery = queryOptions({
  queryKey: ['enrolment'],
  queryFn: () => fetchFromPortal('enrolment.read', {}),
  staleTime: Infinity,
  gcTime: 0,
  // Typing goes on in the forms; an answer that arrives late must not overwrite them.
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
})
