import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirmation } from './confirmation.tsx'
import { Notices } from './notices.tsx'
import { SignedInFooter } from './signed-in-footer.tsx'
import styles from './signed-in-frame.module.css'

type ServiceFrameProps = {
  /** The service's name and menu. */
  readonly bar: ReactNode
  readonly headerClass: string | undefined
  /** Runs from edge to edge under the menu. */
  readonly banner?: ReactNode
  readonly children: ReactNode
}

/** What every service has around its pages: the way past the menu, the news from main, the fine print. */
export function ServiceFrame({ bar, headerClass, banner, children }: ServiceFrameProps) {
  const { t } = useTranslation('servnet')
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">
        {t('skipToContent')}
      </a>
      <header className={headerClass}>
        <div className={styles['bar']}>{bar}</div>
      </header>
      <main className={styles['main']} id="content" tabIndex={-1}>
        {banner}
        <div className={styles['content']}>
          <Confirmation />
          <Notices />
          {children}
        </div>
      </main>
      <SignedInFooter />
    </div>
  )
}
