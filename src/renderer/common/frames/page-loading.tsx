import { useTranslation } from 'react-i18next'
import styles from './page-loading.module.css'
import { Spinner } from '../../ui/icons.tsx'

/** Stands in for a page that is on its way; shows only if that takes long enough to wonder. */
export function PageLoading() {
  const { t } = useTranslation('common')
  return (
    <output className={styles['loading']}>
      <Spinner />
      <span>{t('loading')}</span>
    </output>
  )
}
