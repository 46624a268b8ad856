import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import { FailureNotice, LoadFailure } from '../../../common/frames/load-failure.tsx'
import { useReauthentication } from '../../../common/email-code/reauthentication.tsx'
import { NeedsPortal } from '../../../common/offline/needs-portal.tsx'
import { AsAt } from '../../../common/offline/as-at.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/dialog.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { formatDay, formatMoment } from '../../../common/i18n/format.ts'
import { TimeAgo } from '../../../common/i18n/time-ago.tsx'
import { callPortal } from '../../../common/data/portal.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { eventsQuery, sessionsQuery } from '../../../common/data/queries.ts'
import formStyles from './profile-form.module.css'
import styles from './rows.module.css'
import { Block } from './section.tsx'
import { useFocusAfter } from '../../../ui/keep-focus.ts'

type Session = RouteOutput<'security.sessions'>['page']['items'][number]

/** Where one is signed in; each other session can be ended, or all at once. */
export function SessionsBlock() {
  const { t } = useTranslation('profile')
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } =
    useInfiniteQuery(sessionsQuery)
  const ending = useEnding()
  useFocusAfter(ending.ended, 'sessions-title')
  const sessions = data?.pages.flatMap(({ page }) => page.items) ?? []
  const freshness = data?.pages[0]?.freshness
  const others = sessions.filter(({ current }) => !current)
  const thisOneFirst = [...sessions.filter(({ current }) => current), ...others]
  return (
    <Block id="sessions-title" title={t('sessions.title')} intro={t('sessions.intro')}>
      {ending.ended !== null && <EndedNotice ended={ending.ended} />}
      {ending.error !== null && <FailureNotice error={ending.error} />}
      {error !== null && (
        <LoadFailure
          means="nothingKept"
          error={error.error}
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {freshness !== undefined && <AsAt freshness={freshness} />}
      {data === undefined && error === null && <Loading text={t('sessions.loading')} />}
      {data !== undefined && (
        <ul className={styles['list']}>
          {thisOneFirst.map((session) => (
            <SessionItem
              key={session.id}
              session={session}
              busy={ending.busy === session.id}
              onEnd={() => void ending.endOne(session)}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className={styles['more']}>
          <Button variant="quiet" busy={isFetching} onClick={() => void fetchNextPage()}>
            {t('sessions.more')}
          </Button>
        </div>
      )}
      {others.length > 0 && (
        <EndOthers
          devices={others.map(({ device }) => device.name)}
          busy={ending.busy === 'others'}
          onEnd={() => void ending.endOthers()}
        />
      )}
      {others.length > 0 && <NeedsPortal />}
      {data !== undefined && others.length === 0 && (
        <p className={formStyles['quiet']}>{t('sessions.onlyThis')}</p>
      )}
      {ending.dialog}
    </Block>
  )
}

type SessionItemProps = {
  readonly session: Session
  readonly busy: boolean
  readonly onEnd: () => void
}

function SessionItem({ session: { device, current, ...times }, busy, onEnd }: SessionItemProps) {
  const { t } = useTranslation('profile')
  const language = useLanguage()
  return (
    <li className={styles['row']}>
      <div className={styles['rowText']}>
        <p className={styles['rowTitle']}>
          <bdi>{device.name}</bdi>
          {current && <span className={styles['tag']}>{t('sessions.thisDevice')}</span>}
        </p>
        <p className={styles['rowDetails']}>
          <span>{t(`sessions.platforms.${device.platform}`)}</span>
          <span>
            {t('sessions.lastUsed')} <TimeAgo at={times.lastUsedAt} />
          </span>
          <span>
            {t('sessions.since')}{' '}
            <time dateTime={times.createdAt} title={formatMoment(language, times.createdAt)}>
              {formatDay(language, times.createdAt)}
            </time>
          </span>
        </p>
      </div>
      {!current && (
        <Button
          variant="quiet"
          busy={busy}
          onClick={onEnd}
          aria-label={t('sessions.endLong', { device: device.name })}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}

function EndedNotice({ ended }: { readonly ended: Ended }) {
  const { t } = useTranslation('profile')
  return (
    <Notice tone="success">
      {'device' in ended ? t('sessions.ended', ended) : t('sessions.othersEnded', ended)}
    </Notice>
  )
}

type EndOthersProps = {
  /** Those that are known here; there may be more. */
  readonly devices: readonly string[]
  readonly busy: boolean
  readonly onEnd: () => void
}

function EndOthers({ devices, busy, onEnd }: EndOthersProps) {
  const { t } = useTranslation('profile')
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  return (
    <ButtonRow>
      <Button variant="secondary" busy={busy} onClick={() => setAsking(true)}>
        {t('sessions.endOthers')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('sessions.confirmTitle')}
        initialFocus={keep}
        actions={
          <>
            <Button
              variant="danger"
              onClick={() => {
                setAsking(false)
                onEnd()
              }}
            >
              {t('sessions.confirm')}
            </Button>
            <Button ref={keep} variant="secondary" onClick={() => setAsking(false)}>
              {t('sessions.keep')}
            </Button>
          </>
        }
      >
        <p>{t('sessions.confirmText')}</p>
        <p className={styles['named']}>
          <bdi>
            {new Intl.ListFormat(language, { type: 'conjunction' }).format(new Set(devices))}
          </bdi>
        </p>
      </ConfirmDialog>
    </ButtonRow>
  )
}

/** One session, by its device, or a number of others. */
type Ended = { readonly device: string } | { readonly count: number }

type Ending = {
  /** The session being ended, or all others. */
  readonly busy: string | null
  readonly ended: Ended | null
  readonly error: AppError | null
}

const idle: Ending = { busy: null, ended: null, error: null }

function useEnding() {
  const queryClient = useQueryClient()
  const { run, dialog } = useReauthentication()
  const [state, setState] = useState(idle)
  const reload = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
      queryClient.invalidateQueries({ queryKey: eventsQuery.queryKey }),
    ])
  const endOne = async ({ id, device }: Session) => {
    setState({ ...idle, busy: id })
    const result = await run({ kind: 'endSession', device: device.name }, () =>
      callPortal('security.endSession', { id }),
    )
    if (result === null) return setState(idle)
    // Someone else may have been quicker: it is ended all the same.
    if (!result.ok && result.error.code !== 'not_found') {
      return setState({ ...idle, error: result.error })
    }
    await reload()
    return setState({ ...idle, ended: { device: device.name } })
  }
  const endOthers = async () => {
    setState({ ...idle, busy: 'others' })
    const result = await run({ kind: 'endOtherSessions' }, () =>
      callPortal('security.endOtherSessions', {}),
    )
    if (result === null) return setState(idle)
    if (!result.ok) return setState({ ...idle, error: result.error })
    await reload()
    return setState({ ...idle, ended: { count: result.data.ended } })
  }
  return { ...state, endOne, endOthers, dialog }
}
