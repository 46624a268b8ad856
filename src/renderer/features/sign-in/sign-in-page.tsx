import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { LanguageChooser } from '../../components/language-chooser.tsx'
import { Notices } from '../../components/notices.tsx'
import { ArrowLeftIcon } from '../../components/ui/icons.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { PageHeading } from '../../components/ui/page-heading.tsx'
import { Wordmark } from '../../components/ui/wordmark.tsx'
import { useAppState } from '../../lib/app-store.ts'
import { paths } from '../../lib/navigation.ts'
import { NightRoad } from './night-road.tsx'
import { SignInForm } from './sign-in-form.tsx'
import styles from './sign-in-page.module.css'

/** "Bienvenue chez Atradius": the one sign-in for every service. */
export function SignInPage() {
  const { t } = useTranslation('sign-in')
  return (
    <div className={styles['page']}>
      <div className={styles['night']}>
        <NightRoad />
        <Wordmark size="large" withLine />
      </div>
      <div className={styles['side']}>
        <header className={styles['header']}>
          <Link className={styles['back']} href={paths.services}>
            <ArrowLeftIcon size={18} />
            {t('allServices')}
          </Link>
          <LanguageChooser />
        </header>
        <main className={styles['main']}>
          <Notices />
          <Reason />
          <div className={styles['intro']}>
            <Chosen />
            <PageHeading title={t('windowTitle')} takesFocus={false}>
              {t('title')}
            </PageHeading>
            <p>{t('welcome')}</p>
            <p>{t('noAccount')}</p>
          </div>
          <SignInForm />
        </main>
        <Footer />
      </div>
    </div>
  )
}

/** Which service was chosen; its line is always there, so that nothing moves when it is known. */
function Chosen() {
  const { t } = useTranslation(['sign-in', 'services'])
  const service = useAppState()?.service ?? 'servnet'
  const name = t(`${service}.name`, { ns: 'services' })
  return (
    <div className={styles['chosen']}>
      <p>{t('chosen', { service: name })}</p>
      {service !== 'servnet' && (
        <p className={styles['later']}>{t('notYetHere', { service: name })}</p>
      )}
    </div>
  )
}

/** Why one is here again. */
function Reason() {
  const { t } = useTranslation('sign-in')
  const session = useAppState()?.session
  if (session?.kind !== 'signedOut' || session.reason === 'none') return null
  return session.reason === 'session_ended' ? (
    <Notice tone="warning">{t('reason.sessionEnded')}</Notice>
  ) : (
    <Notice>{t('reason.signedOut')}</Notice>
  )
}

function Footer() {
  const { t } = useTranslation(['sign-in', 'common'])
  const host = useAppState()?.portalHost ?? null
  return (
    <footer className={styles['footer']}>
      <Link href={paths.help}>{t('common:contact.link')}</Link>
      {host !== null && <p>{t('portal', { host })}</p>}
    </footer>
  )
}
