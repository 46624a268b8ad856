import { useTranslation } from 'react-i18next'
import styles from './page-loading.module.css'
import { useHasLasted } from '../../ui/clock.ts'
import { Spinner } from '../../ui/icons.tsx'

/** After how long one is told that it takes longer than usual, in milliseconds. */
const usual = 8000

/**
 * Stands in for a page that is on its way; shows only if that takes long enough to wonder, and says
 * what to do where it takes longer still.
 */
export function PageLoading() {
  const { t } = useTranslation('common')
  const isLong = useHasLasted(true, usual)
  return (
    <output className={styles['loading']}>
      <Spinner />
      <span>{t(isLong ? 'loadingLong' : 'loading')}</span>
    </output>
  )
}
