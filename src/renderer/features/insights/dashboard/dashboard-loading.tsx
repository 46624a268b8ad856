import { useTranslation } from 'react-i18next'
import { Loading, Skeleton } from '../../../ui/skeleton.tsx'
import styles from './dashboard.module.css'
import figureStyles from './panels.module.css'
import { Panel } from './panel.tsx'

/** The dashboard in its final shape, with its titles, while the figures are on their way. */
export function DashboardLoading() {
  const { t } = useTranslation('dashboard')
  return (
    <div className={styles['body']}>
      <span className={styles['loading']}>
        <Loading text={t('loading')}>{null}</Loading>
      </span>
      <section className={styles['part']}>
        <h2 className={styles['partTitle']}>{t('position')}</h2>
        <div className={figureStyles['halves']}>
          <LoadingPanel title={t('figures.risk-acceptance')} height="tall" />
          <div className={figureStyles['stack']}>
            <LoadingPanel title={t('figures.abr')} height="ring" />
            <LoadingPanel title={t('figures.largest-policies')} height="low" />
          </div>
        </div>
      </section>
      <section className={styles['part']}>
        <h2 className={styles['partTitle']}>{t('change')}</h2>
        <div className={figureStyles['halves']}>
          <LoadingPanel title={t('figures.new-decisions')} height="ring" />
          <LoadingPanel title={t('movements')} height="ring" />
        </div>
        <LoadingPanel title={t('figures.deteriorations')} height="low" />
      </section>
    </div>
  )
}

type LoadingPanelProps = {
  readonly title: string
  readonly height: 'tall' | 'ring' | 'low'
}

function LoadingPanel({ title, height }: LoadingPanelProps) {
  return (
    <Panel title={title}>
      <div className={styles[height]}>
        <Skeleton width="short" />
        <Skeleton />
      </div>
    </Panel>
  )
}
