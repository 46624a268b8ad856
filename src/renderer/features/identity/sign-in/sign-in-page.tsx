import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { serviceToOpen } from '../../../../shared/services.ts'
import { EntryFrame } from '../../../common/frames/entry-frame.tsx'
import { ArrowLeftIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { useAppPart } from '../../../common/data/app-store.ts'
import { paths } from '../../../common/navigation/navigation.ts'
import { SignInForm } from './sign-in-form.tsx'
import { usePortalAway, useSignIn } from './use-sign-in.ts'
import styles from './sign-in-page.module.css'

const SignInNeedsPortal = lazy(() =>
  import('../../../common/offline/needs-portal.tsx').then((module) => ({
    default: module.SignInNeedsPortal,
  })),
)

/** "Bienvenue chez Atradius": the one sign-in for every service. */
export function SignInPage() {
  const { t } = useTranslation('sign-in')
  const signIn = useSignIn()
  const { obstacle } = signIn
  // Whoever was here before, or has just been told what is wrong, comes for the fields. The first
  // document is for them, too: someone new comes from the services.
  const isNew = useAppPart(
    (state) => state?.session.kind === 'signedOut' && state.session.username === null,
  )
  const welcomeFirst = isNew && obstacle === null
  return (
    <EntryFrame back={<Back />}>
      <div className={styles['page']}>
        {obstacle === null && <Reason />}
        <div className={styles['intro']}>
          <Chosen />
          <PageHeading title={t('windowTitle')} takesFocus={false}>
            {t('title')}
          </PageHeading>
          {welcomeFirst && <Welcome />}
        </div>
        <SignInForm {...signIn} />
        <Away />
        {!welcomeFirst && (
          <div className={styles['intro']}>
            <Welcome />
          </div>
        )}
      </div>
    </EntryFrame>
  )
}

/** That signing in would be in vain, before one types. Its words are fetched only then. */
function Away() {
  const isAway = usePortalAway()
  return (
    <output>
      <Suspense>{isAway && <SignInNeedsPortal />}</Suspense>
    </output>
  )
}

function Welcome() {
  const { t } = useTranslation('sign-in')
  return (
    <>
      <p>{t('welcome')}</p>
      <p>{t('noAccount')}</p>
    </>
  )
}

function Back() {
  const { t } = useTranslation('sign-in')
  return (
    <Link className={styles['back']} href={paths.services}>
      <ArrowLeftIcon size={18} />
      {t('allServices')}
    </Link>
  )
}

/** Which service was chosen, or else is usual. */
function Chosen() {
  const { t } = useTranslation('services')
  const service = useAppPart((state) => state?.service ?? null)
  const named = serviceToOpen(service, null)
  return (
    <div className={styles['chosen']}>
      {/* The line is always there, so that nothing moves when it is known. */}
      <p>{named !== null && t(`${named}.signIn`)}</p>
    </div>
  )
}

/** Why one is here again. */
function Reason() {
  const { t } = useTranslation('sign-in')
  const reason = useAppPart((state) =>
    state?.session.kind === 'signedOut' ? state.session.reason : 'none',
  )
  if (reason === 'none') return null
  return (
    <Notice>{t(reason === 'session_ended' ? 'reason.sessionEnded' : 'reason.signedOut')}</Notice>
  )
}
