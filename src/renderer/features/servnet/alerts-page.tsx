import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Content } from '../../common/frames/content.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { AlertRow } from './alert-row.tsx'
import { alertsQuery } from './api.ts'
import styles from './home.module.css'
import { PagedList, NotKept } from './paged-list.tsx'
import { useTick } from './use-marks.ts'

/** Every alert there is, newest first. */
export function AlertsPage() {
  const { t } = useTranslation(['servnet', 'alerts'])
  const query = useInfiniteQuery(alertsQuery)
  const { mark, failure } = useTick()
  const title = t('title', { ns: 'alerts' })
  const texts = {
    loading: t('loading', { ns: 'alerts' }),
    none: t('alerts.none'),
    more: t('more', { ns: 'alerts' }),
  }
  return (
    <Content>
      <div className={styles['page']}>
        <PageHeading title={title}>{title}</PageHeading>
        {failure !== null && <NotKept error={failure} />}
        <PagedList query={query} texts={texts}>
          {(alert) => (
            <AlertRow
              key={alert.id}
              alert={alert}
              onTick={({ id }, handled) => mark({ id, handled })}
            />
          )}
        </PagedList>
      </div>
    </Content>
  )
}
