import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ServnetHome } from '../../../shared/contract/servnet/home.ts'
import type { ServnetMessage } from '../../../shared/contract/servnet/messages.ts'
import { paths } from '../../common/navigation/navigation.ts'
import { Button } from '../../ui/button.tsx'
import styles from './home.module.css'
import { NotKept } from './paged-list.tsx'
import { MessageItem } from './message-item.tsx'
import { useRead, useReadAll } from './use-marks.ts'

/** How many the first page shows. */
const shownAtFirst = 3

type MessagesProps = Pick<ServnetHome, 'messages' | 'counts'> & {
  /** Whether the rest of the page is fresh: only then may it be said to be up to date. */
  readonly fresh: boolean
}

/** "DERNIERS MESSAGES"; null while the message service is down. */
export function Messages({ messages, counts: { messages: counts }, fresh }: MessagesProps) {
  const { t } = useTranslation('servnet')
  const { mark, failure } = useRead()
  return (
    <section className={styles['messages']} aria-labelledby="messages">
      <div className={styles['heading']}>
        <h2 className={styles['sectionTitle']} id="messages">
          {t('messages.title')}
        </h2>
        {counts !== null && counts.unread > 0 && <ReadAll messages={messages ?? []} />}
      </div>
      {failure !== null && <NotKept error={failure} />}
      {messages === null ? (
        <div className={styles['quiet']}>
          <p>{t('messages.unavailable')}</p>
          {fresh && <p>{t('messages.unavailableNext')}</p>}
        </div>
      ) : counts?.total === 0 || (counts === null && messages.length === 0) ? (
        <p className={styles['quiet']}>{t('messages.none')}</p>
      ) : (
        <>
          <ul>
            {messages.slice(0, shownAtFirst).map((message) => (
              <MessageItem key={message.id} message={message} onRead={({ id }) => mark({ id })} />
            ))}
          </ul>
          <Link className={styles['all']} href={paths.messages}>
            {t('messages.all')} ({counts?.total ?? messages.length})
          </Link>
        </>
      )}
    </section>
  )
}

/** Notes all as read, up to the newest of `messages`. */
export function ReadAll({ messages }: { readonly messages: readonly ServnetMessage[] }) {
  const { t } = useTranslation('servnet')
  const { mark, busy, failure } = useReadAll()
  const newest = messages
    .map(({ publishedAt }) => publishedAt)
    .toSorted()
    .at(-1)
  if (newest === undefined) return null
  return (
    <>
      <Button variant="quiet" busy={busy} onClick={() => mark({ publishedUntil: newest })}>
        {t('messages.readAll')}
      </Button>
      {failure !== null && <NotKept error={failure} />}
    </>
  )
}
