import { useTranslation } from 'react-i18next'
import type { ServnetHome } from '../../../shared/contract/servnet/home.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { useAppState } from '../../common/data/app-store.ts'
import styles from './banner.module.css'
import { NightRoad } from './night-road.tsx'

/** The night road and its line, with a word of welcome. */
export function Banner({ kind }: { readonly kind: ServnetHome['banner']['kind'] }) {
  const { t } = useTranslation('servnet')
  const session = useAppState()?.session
  const name = session?.kind === 'ready' ? session.user.displayName : null
  return (
    <div className={styles['banner']}>
      <NightRoad />
      <div className={styles['words']}>
        {name !== null && <p className={styles['greeting']}>{t('greeting', { name })}</p>}
        <PageHeading title={t('title')}>{t(`banner.${kind}`)}</PageHeading>
      </div>
    </div>
  )
}
