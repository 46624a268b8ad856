import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import { ContactDetails } from '../../common/contact/contact-details.tsx'
import { Content } from '../../common/frames/content.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { formatMoment } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/use-language.ts'
import { Alerts } from './alerts.tsx'
import { homeQuery } from './api.ts'
import { Banner } from './banner.tsx'
import { Column } from './column.tsx'
import styles from './home.module.css'
import { Messages } from './messages.tsx'
import { Reminders } from './reminders.tsx'

/** Serv@Net's first page: the banner, what is new, and the guide's three columns. */
export function HomePage() {
  const { data, error, refetch, isFetching } = useQuery(homeQuery)
  const retry = { busy: isFetching, onRetry: () => void refetch() }
  return (
    <div>
      <Banner kind={data?.home.banner.kind ?? 'steer_with_confidence'} />
      <Content width="full">
        {data !== undefined ? (
          <Home data={data} {...retry} />
        ) : error !== null ? (
          <Failure error={error.error} {...retry} />
        ) : (
          <Loading />
        )}
      </Content>
    </div>
  )
}

type Retry = { readonly busy: boolean; readonly onRetry: () => void }

function Home({
  data: { home, freshness },
  ...retry
}: Retry & { data: RouteOutput<'servnet.home'> }) {
  const { t } = useTranslation('servnet')
  return (
    <div className={styles['home']}>
      {freshness.stale && <Stale fetchedAt={freshness.fetchedAt} {...retry} />}
      <Reminders />
      <News home={home} />
      <div className={styles['columns']}>
        <Messages messages={home.messages} fresh={!freshness.stale} />
        <Alerts alerts={home.alerts} fresh={home.newAlerts} />
        <Column id="contact" title={t('contact.title')}>
          <p className={styles['helpdesk']}>{t('contact.text')}</p>
          <ContactDetails contact={home.contact} shownOn="servnet" />
        </Column>
      </div>
    </div>
  )
}

/** In one line, before anything else: whether there is something to look at. */
function News({ home }: { readonly home: RouteOutput<'servnet.home'>['home'] }) {
  const { t } = useTranslation('servnet')
  const unread = home.messages?.filter(({ read }) => !read).length ?? 0
  const sentences = [
    ...(home.newAlerts > 0 ? [t('sinceYesterday.alerts', { count: home.newAlerts })] : []),
    ...(unread > 0 ? [t('sinceYesterday.messages', { count: unread })] : []),
  ]
  return (
    <p className={styles['news']}>
      {sentences.length > 0 ? sentences.join(' ') : t('sinceYesterday.none')}
    </p>
  )
}

function Stale({ fetchedAt, busy, onRetry }: Retry & { readonly fetchedAt: string }) {
  const { t } = useTranslation('servnet')
  const language = useLanguage()
  return (
    <Notice
      tone="warning"
      title={t('stale.title', { date: formatMoment(language, fetchedAt) })}
      action={
        <Button variant="quiet" busy={busy} onClick={onRetry}>
          {t('stale.retry')}
        </Button>
      }
    >
      {t('stale.text')}
    </Notice>
  )
}

function Failure({ error: { code, params }, busy, onRetry }: Retry & { readonly error: AppError }) {
  const { t } = useTranslation(['servnet', 'errors'])
  return (
    <Notice
      tone="error"
      title={t(`${code}.message`, { ns: 'errors', ...params })}
      action={
        <Button variant="secondary" busy={busy} onClick={onRetry}>
          {t('failed.retry')}
        </Button>
      }
    >
      {t(`${code}.next`, { ns: 'errors', ...params })}
    </Notice>
  )
}

function Loading() {
  const { t } = useTranslation('servnet')
  return (
    <output className={styles['home']}>
      <span className="visually-hidden">{t('loading')}</span>
      <span className={styles['news']}>
        <Skeleton width="short" />
      </span>
      <span className={styles['columns']}>
        {['messages', 'alerts', 'contact'].map((column) => (
          <span key={column} className={styles['loadingColumn']}>
            <Skeleton width="short" />
            <Skeleton />
            <Skeleton width="medium" />
            <Skeleton />
          </span>
        ))}
      </span>
    </output>
  )
}
