import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Redirect } from 'wouter'
import { InsightsFrame } from '../../common/frames/insights-frame.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { chooseService, useAppState } from '../../common/data/app-store.ts'
import { paths } from '../../common/navigation/navigation.ts'
import styles from './insights.module.css'

/** Atradius Insights: its frame, and honest words in place of the dashboard to come. */
export function InsightsPage() {
  const { t } = useTranslation('insights')
  const state = useAppState()
  const elsewhere = state !== null && state.service !== 'insights'
  // Also by a link of one's own: from here on, this is where one comes back to.
  useEffect(() => {
    if (elsewhere) chooseService('insights')
  }, [elsewhere])
  const session = state?.session
  if (session?.kind === 'ready' && !session.user.services.includes('insights')) {
    return <Redirect to={paths.servnet} replace />
  }
  return (
    <InsightsFrame>
      <div className={styles['page']}>
        <PageHeading title={t('title')}>{t('heading')}</PageHeading>
        <p className={styles['lead']}>{t('text')}</p>
        <p>{t('meanwhile')}</p>
        <p>
          <Link className={buttonClass('secondary')} href={paths.servnet}>
            {t('servnet')}
          </Link>
        </p>
      </div>
    </InsightsFrame>
  )
}
