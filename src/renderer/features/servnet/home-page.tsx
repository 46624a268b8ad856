import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import type { ServnetHome } from '../../../shared/contract/servnet/home.ts'
import { ContactDetails } from '../../common/contact/contact-details.tsx'
import { LoadFailure } from '../../common/frames/load-failure.tsx'
import { callPortal } from '../../common/data/portal.ts'
import { AsAt } from '../../common/offline/as-at.tsx'
import { Content } from '../../common/frames/content.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { Alerts } from './alerts.tsx'
import { homeQuery } from './api.ts'
import { Banner } from './banner.tsx'
import styles from './home.module.css'
import { Messages } from './messages.tsx'
import { Reminders } from './reminders.tsx'

/** Serv@Net's first page: what changed, what there is to read, what to think of, whom to contact. */
export function HomePage() {
  const { data, error, refetch, isFetching } = useQuery(homeQuery)
  const retry = { busy: isFetching, onRetry: () => void refetch() }
  const isFirstVisit = useFirstVisit(data?.firstVisit)
  return (
    <div>
      <Banner
        kind={data?.home.banner.kind ?? 'steer_with_confidence'}
        size={isFirstVisit ? 'large' : 'low'}
      >
        {data !== undefined && <News home={data.home} />}
      </Banner>
      <Content width="full">
        {data !== undefined ? (
          <Home {...data} />
        ) : error !== null ? (
          <LoadFailure means="nothingKept" error={error.error} {...retry} />
        ) : (
          <HomeLoading />
        )}
      </Content>
    </div>
  )
}

/** Whether this is a first visit: from its first answer to its end, and never again after it. */
function useFirstVisit(firstVisit: boolean | undefined): boolean {
  const queryClient = useQueryClient()
  const [atArrival, setAtArrival] = useState(firstVisit)
  if (atArrival === undefined && firstVisit !== undefined) setAtArrival(firstVisit)
  useEffect(() => {
    if (firstVisit !== true) return
    void callPortal('servnet.noteVisit', {})
    queryClient.setQueryData(homeQuery.queryKey, (data) => data && { ...data, firstVisit: false })
  }, [firstVisit, queryClient])
  return atArrival === true
}

function Home({ home, freshness }: RouteOutput<'servnet.home'>) {
  const { t } = useTranslation('servnet')
  return (
    <div className={styles['room']}>
      <AsAt freshness={freshness} />
      <div className={styles['home']}>
        <Alerts {...home} fetchedAt={freshness.fetchedAt} />
        <Messages {...home} fresh={!freshness.stale} />
        <Reminders />
        <section className={styles['contact']} aria-labelledby="contact">
          <h2 className={styles['sectionTitle']} id="contact">
            {t('contact.title')}
          </h2>
          <p className={styles['quiet']}>{t('contact.text')}</p>
          <ContactDetails contact={home.contact} shownOn="servnet" />
        </section>
      </div>
    </div>
  )
}

/** In one line, before anything else: whether there is something to look at. */
function News({ home: { newAlerts, counts } }: { readonly home: ServnetHome }) {
  const { t } = useTranslation('servnet')
  const unread = counts.messages?.unread ?? 0
  const sentences = [
    ...(newAlerts > 0 ? [t('sinceYesterday.alerts', { count: newAlerts })] : []),
    ...(unread > 0 ? [t('sinceYesterday.messages', { count: unread })] : []),
  ]
  return (
    <p className={styles['news']}>
      {sentences.length > 0 ? sentences.join(' ') : t('sinceYesterday.none')}
    </p>
  )
}

function HomeLoading() {
  const { t } = useTranslation('servnet')
  return (
    <Loading text={t('loading')}>
      <Skeleton width="short" />
      {['first', 'second', 'third', 'fourth'].map((row) => (
        <span key={row} className={styles['loadingRow']}>
          <Skeleton width="medium" />
          <Skeleton />
        </span>
      ))}
    </Loading>
  )
}
