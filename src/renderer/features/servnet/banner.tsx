import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServnetHome } from '../../../shared/contract/servnet/home.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { useAppState } from '../../common/data/app-store.ts'
import styles from './banner.module.css'
import { NightRoad } from './night-road.tsx'

type BannerProps = {
  readonly kind: ServnetHome['banner']['kind']
  /** Large on a first visit; from then on it leaves the room to what is new. */
  readonly size: 'large' | 'low'
  /** The line of news. */
  readonly children?: ReactNode
}

/** The night road and its line, with a word of welcome and the news. */
export function Banner({ kind, size, children }: BannerProps) {
  const { t } = useTranslation('servnet')
  const session = useAppState()?.session
  const name = session?.kind === 'ready' ? session.user.displayName : null
  return (
    <div className={`${styles['banner']} ${styles[size]}`}>
      <NightRoad />
      <div className={styles['words']}>
        {name !== null && <p className={styles['greeting']}>{t('greeting', { name })}</p>}
        <PageHeading title={t('title')}>{t(`banner.${kind}`)}</PageHeading>
        {children}
      </div>
    </div>
  )
}
