import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../navigation/navigation.ts'
import { LanguageChooser } from './language-chooser.tsx'
import { Notices } from './notices.tsx'
import styles from './signed-out-frame.module.css'
import { Wordmark } from '../../ui/wordmark.tsx'

type SignedOutFrameProps = { readonly children: ReactNode }

/** What surrounds every page outside the services themselves. */
export function SignedOutFrame({ children }: SignedOutFrameProps) {
  const { t } = useTranslation('common')
  return (
    <div className={styles['frame']}>
      <header className={styles['header']}>
        <Wordmark />
        <LanguageChooser />
      </header>
      <main className={styles['main']}>
        <Notices />
        {children}
      </main>
      <footer className={styles['footer']}>
        <p lang="en">Managing risk, enabling trade</p>
        <Link href={paths.help}>{t('contact.link')}</Link>
      </footer>
    </div>
  )
}
