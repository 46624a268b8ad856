import { useTranslation } from 'react-i18next'
import { Content } from '../../common/frames/content.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import styles from './insights.module.css'

/** Atradius Insights: honest words in place of the dashboard to come. */
export function InsightsPage() {
  const { t } = useTranslation('insights')
  return (
    <Content>
      <div className={styles['page']}>
        <PageHeading title={t('title')}>{t('heading')}</PageHeading>
        <p className={styles['lead']}>{t('text')}</p>
        <p>{t('meanwhile')}</p>
      </div>
    </Content>
  )
}
