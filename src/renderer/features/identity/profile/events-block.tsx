import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportFormats } from '../../../../shared/contract/identity/profile-view.ts'
import type { Result } from '../../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import type { SecurityEvent } from '../../../../shared/contract/identity/security-events.ts'
import { deviceSchema } from '../../../../shared/contract/identity/sessions.ts'
import { FailureNotice, LoadFailure } from '../../../common/frames/load-failure.tsx'
import { AsAt } from '../../../common/offline/as-at.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { WarningIcon } from '../../../ui/icons.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { Notice } from '../../../ui/notice.tsx'
import {
  formatDayHeading,
  formatMoment,
  formatTime,
  isSameDay,
} from '../../../common/i18n/format.ts'
import { TimeAgo } from '../../../common/i18n/time-ago.tsx'
import { callPortal } from '../../../common/data/portal.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { eventsQuery } from '../../../common/data/queries.ts'
import formStyles from './profile-form.module.css'
import styles from './rows.module.css'
import { Block } from './section.tsx'

/** What happened to the account, latest first, in plain words. */
export function EventsBlock() {
  const { t } = useTranslation('profile')
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } =
    useInfiniteQuery(eventsQuery)
  const events = data?.pages.flatMap(({ page }) => page.items) ?? []
  const freshness = data?.pages[0]?.freshness
  return (
    <Block id="events-title" title={t('history.title')} intro={t('history.intro')}>
      {error !== null && (
        <LoadFailure
          means="nothingKept"
          error={error.error}
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {freshness !== undefined && <AsAt freshness={freshness} />}
      {data === undefined && error === null && <Loading text={t('history.loading')} />}
      {data !== undefined && events.length === 0 && (
        <p className={formStyles['quiet']}>{t('history.none')}</p>
      )}
      {events.length > 0 && <Days events={events} />}
      {hasNextPage && (
        <div className={styles['more']}>
          <Button variant="quiet" busy={isFetching} onClick={() => void fetchNextPage()}>
            {t('history.more')}
          </Button>
        </div>
      )}
      {events.length > 0 && <Export />}
    </Block>
  )
}

/** Each day under its heading. */
function Days({ events }: { readonly events: readonly SecurityEvent[] }) {
  const language = useLanguage()
  const now = useNow()
  const days = Map.groupBy(events, ({ at }) => new Date(at).toDateString())
  return (
    <div className={styles['days']}>
      {[...days].map(([day, ofDay], index) => (
        <section key={day} aria-labelledby={`events-day-${index}`}>
          <h4 id={`events-day-${index}`} className={styles['day']}>
            {formatDayHeading(language, Date.parse(day), now)}
          </h4>
          <ol className={styles['list']}>
            {ofDay.map((event) => (
              <EventItem key={event.id} event={event} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function EventItem({ event: { at, kind, details } }: { readonly event: SecurityEvent }) {
  const { t } = useTranslation('profile')
  const device = deviceSchema.safeParse({ name: details['device'], platform: details['platform'] })
  const title = t(`events.${kind}`)
  return (
    <li className={styles['row']}>
      <div className={styles['rowText']}>
        <p className={styles['rowTitle']}>
          {refused.has(kind) ? (
            <span className={styles['refused']}>
              <WarningIcon size={18} />
              {title}
            </span>
          ) : (
            title
          )}
        </p>
        <p className={styles['rowDetails']}>
          <EventTime at={at} />
          {device.success && (
            <span>
              {t('history.from', {
                device: device.data.name,
                platform: t(`sessions.platforms.${device.data.platform}`),
              })}
            </span>
          )}
          {details['address'] !== undefined && (
            <bdi className={styles['address']}>{details['address']}</bdi>
          )}
        </p>
      </div>
    </li>
  )
}

/** What somebody tried in vain, or what ended for safety: worth a second look. */
const refused: ReadonlySet<SecurityEvent['kind']> = new Set([
  'sign_in_failed',
  'initial_password_expired',
  'reauthentication_failed',
  'recovery_failed',
  'password_change_failed',
  'refresh_token_reused',
] as const)

/** Today how long ago; on other days, which stand above it, the time. */
function EventTime({ at }: { readonly at: string }) {
  const language = useLanguage()
  const now = useNow()
  const moment = Date.parse(at)
  if (isSameDay(moment, now)) return <TimeAgo at={at} />
  return (
    <time dateTime={at} title={formatMoment(language, at)}>
      {formatTime(language, moment)}
    </time>
  )
}

type Format = (typeof exportFormats)[number]

/** All of it as a file, at a place that the system asks for. */
function Export() {
  const { t } = useTranslation('profile')
  const [busy, setBusy] = useState<Format | null>(null)
  const [result, setResult] = useState<Result<RouteOutput<'security.exportEvents'>> | null>(null)
  const save = async (format: Format) => {
    setBusy(format)
    setResult(null)
    setResult(await callPortal('security.exportEvents', { format }))
    setBusy(null)
  }
  return (
    <fieldset className={styles['export']}>
      <legend className={formStyles['quiet']}>{t('history.export')}</legend>
      <ButtonRow>
        {exportFormats.map((format) => (
          <Button
            key={format}
            variant="secondary"
            busy={busy === format}
            unavailable={busy !== null}
            onClick={() => void save(format)}
          >
            {t(`history.${format}`)}
          </Button>
        ))}
      </ButtonRow>
      <Exported result={result} />
    </fieldset>
  )
}

function Exported({
  result,
}: {
  readonly result: Result<RouteOutput<'security.exportEvents'>> | null
}) {
  const { t } = useTranslation('profile')
  if (result === null) return null
  if (result.ok) {
    // Called off in the system's own dialog: there is nothing to say.
    if (result.data.kind === 'cancelled') return null
    const { fileName } = result.data
    return <Notice tone="success">{t('history.exported', { fileName })}</Notice>
  }
  return <FailureNotice error={result.error} />
}
