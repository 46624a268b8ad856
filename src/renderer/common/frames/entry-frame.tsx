import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAppPart } from '../data/app-store.ts'
import { paths } from '../navigation/navigation.ts'
import styles from './entry-frame.module.css'
import { LanguageChooser } from './language-chooser.tsx'
import { Notices } from './notices.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'

type EntryFrameProps = {
  /** The way back, at the top left. */
  readonly back?: ReactNode
  readonly children: ReactNode
}

/** What surrounds the pages before anyone is signed in: the road at night, and the way in. */
export function EntryFrame({ back, children }: EntryFrameProps) {
  const { t } = useTranslation('common')
  return (
    <div className={styles['page']}>
      <header className={styles['night']}>
        <Wordmark size="large" withLine />
      </header>
      <div className={styles['side']}>
        <nav className={styles['bar']}>
          <div>{back}</div>
          <LanguageChooser />
        </nav>
        <main className={styles['main']}>
          <Notices />
          {children}
        </main>
        <footer className={styles['footer']}>
          <Link href={paths.help}>{t('contact.link')}</Link>
          <PortalHost />
        </footer>
      </div>
    </div>
  )
}

/** Which portal this is, once main has told it. */
function PortalHost() {
  const { t } = useTranslation('common')
  const host = useAppPart((state) => state?.portalHost ?? null)
  return host === null ? null : <p>{t('portalHost', { host })}</p>
}
