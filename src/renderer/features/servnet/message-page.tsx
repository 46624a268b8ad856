import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ServnetMessage } from '../../../shared/contract/servnet/messages.ts'
import { BackLink, Content } from '../../common/frames/content.tsx'
import { LoadFailure } from '../../common/frames/load-failure.tsx'
import { formatDay } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { lastPartOf, paths } from '../../common/navigation/navigation.ts'
import { AsAt } from '../../common/offline/as-at.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Loading } from '../../ui/skeleton.tsx'
import { messagesQuery } from './api.ts'
import { ReadPending } from './message-item.tsx'
import styles from './messages.module.css'
import { itemsOf, Moment, NotKept } from './paged-list.tsx'
import { useRead } from './use-marks.ts'

/** One message; whoever opens it has read it. */
export function MessagePage() {
  const { t } = useTranslation('servnet')
  const [path] = useLocation()
  const id = lastPartOf(path)
  const { message, query, isMissing } = useMessage(id)
  const { error, refetch, isFetching } = query
  const freshness = query.data?.pages[0]?.freshness
  return (
    <Content>
      <article className={styles['page']}>
        <BackLink href={paths.messages}>{t('messages.all')}</BackLink>
        {freshness !== undefined && <AsAt freshness={freshness} />}
        {message !== undefined ? (
          <Message key={id} message={message} />
        ) : isMissing ? (
          <>
            <PageHeading title={t('messages.all')}>{t('messages.all')}</PageHeading>
            <Notice>{t('messages.missing')}</Notice>
          </>
        ) : error !== null ? (
          <LoadFailure
            means="nothingKept"
            error={error.error}
            busy={isFetching}
            onRetry={() => void refetch()}
          />
        ) : (
          <Loading text={t('messages.loading')} />
        )}
      </article>
    </Content>
  )
}

/** From the list of all of them, which is looked through to its end. */
function useMessage(id: string) {
  const query = useInfiniteQuery(messagesQuery)
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query
  const message = itemsOf(data).find((one) => one.id === id)
  const isSought = data !== undefined && message === undefined
  useEffect(() => {
    if (isSought && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [isSought, hasNextPage, isFetching, isError, fetchNextPage])
  return { message, query, isMissing: isSought && !hasNextPage && !isFetching }
}

function Message({ message }: { readonly message: ServnetMessage }) {
  const language = useLanguage()
  const { mark, failure } = useRead()
  const { id, title, body, publishedAt, read } = message
  // Once an opening: what the portal refuses is said, and not sent again and again.
  useEffect(() => {
    if (!read) mark({ id })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- that it is read by now changes nothing
  }, [id, mark])
  return (
    <>
      <header className={styles['head']}>
        <PageHeading title={title}>
          <span dir="auto">{title}</span>
        </PageHeading>
        <p className={styles['when']}>
          <Moment at={publishedAt}>{formatDay(language, publishedAt)}</Moment>
          <ReadPending message={message} />
        </p>
      </header>
      {failure !== null && <NotKept error={failure} />}
      <p className={styles['text']} dir="auto">
        {body}
      </p>
    </>
  )
}
