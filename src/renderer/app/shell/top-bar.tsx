import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useHomePath } from '../../common/navigation/navigation.ts'
import type { Service } from '../../common/navigation/service.ts'
import { Wordmark } from '../../ui/wordmark.tsx'
import { AccountMenu } from './account-menu.tsx'
import { ConnectionChip } from './connection-chip.tsx'
import { MenuSheet } from './menu-sheet.tsx'
import styles from './top-bar.module.css'

/** The way home, how current what one sees is, what the service adds, and one's account. */
export function TopBar({ service }: { readonly service: Service | null }) {
  const { t } = useTranslation('shell')
  const home = useHomePath()
  return (
    <header className={styles['bar']}>
      <div className={styles['sheet']}>
        <MenuSheet service={service} />
      </div>
      <Link className={styles['home']} href={home} title={t('home')}>
        <Wordmark />
      </Link>
      <div className={styles['tools']}>
        <ConnectionChip />
        <Suspense>{service?.topBar}</Suspense>
        <AccountMenu />
      </div>
    </header>
  )
}
