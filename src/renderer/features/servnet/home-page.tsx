import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import type { ServnetHome } from '../../../shared/contract/servnet/home.ts'
import { Due } from '../../common/credit/due.tsx'
import { News } from '../../common/credit/news.tsx'
import { useFreshNews } from '../../common/credit/use-news.ts'
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
        {data !== undefined && <Greeting home={data.home} />}
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
  const { alerts, messages } = useWithoutNews(home)
  return (
    <div className={styles['room']}>
      <AsAt freshness={freshness} />
      <div className={styles['home']}>
        <div className={styles['first']}>
          <News />
          <Due />
          <Alerts {...home} alerts={alerts} fetchedAt={freshness.fetchedAt} />
        </div>
        <Messages {...home} messages={messages} fresh={!freshness.stale} />
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

/** Alerts and messages but for those that stand among the news: nothing is said twice. */
function useWithoutNews({
  alerts,
  messages,
}: ServnetHome): Pick<ServnetHome, 'alerts' | 'messages'> {
  const news = useFreshNews()
  const told = new Set(
    news.flatMap((item) =>
      item.kind === 'alert' ? [item.alertId] : item.kind === 'message' ? [item.messageId] : [],
    ),
  )
  return {
    alerts: alerts.filter(({ id }) => !told.has(id)),
    messages: messages && messages.filter(({ id }) => !told.has(id)),
  }
}

/** In one line, before anything else: whether there is something to look at. */
function Greeting({ home: { newAlerts, counts } }: { readonly home: ServnetHome }) {
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
