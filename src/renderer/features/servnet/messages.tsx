import { useTranslation } from 'react-i18next'
import type { ServnetMessage } from '../../../shared/contract/servnet/messages.ts'
import { formatDay } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/use-language.ts'
import { Column } from './column.tsx'
import styles from './home.module.css'
import { MoreList } from './more-list.tsx'

type MessagesProps = {
  /** Null while the message service is down. */
  readonly messages: readonly ServnetMessage[] | null
  /** Whether the rest of the page is fresh: only then may it be said to be up to date. */
  readonly fresh: boolean
}

/** "DERNIERS MESSAGES" */
export function Messages({ messages, fresh }: MessagesProps) {
  const { t } = useTranslation('servnet')
  return (
    <Column id="messages" title={t('messages.title')}>
      {messages === null ? (
        <div className={styles['quiet']}>
          <p>{t('messages.unavailable')}</p>
          {fresh && <p>{t('messages.unavailableNext')}</p>}
        </div>
      ) : messages.length === 0 ? (
        <p className={styles['quiet']}>{t('messages.none')}</p>
      ) : (
        <MoreList items={messages} first={3} more={t('messages.more')} fewer={t('messages.fewer')}>
          {(message) => <Message key={message.id} {...message} />}
        </MoreList>
      )}
    </Column>
  )
}

function Message({ title, body, publishedAt, read }: ServnetMessage) {
  const { t } = useTranslation('servnet')
  const language = useLanguage()
  return (
    <li className={styles['item']}>
      <p className={styles['when']}>
        <time dateTime={publishedAt}>{formatDay(language, publishedAt)}</time>
        {!read && <span className={styles['fresh']}>{t('messages.unread')}</span>}
      </p>
      <h3 className={styles['itemTitle']} dir="auto">
        {title}
      </h3>
      <p className={styles['body']} dir="auto">
        {body}
      </p>
    </li>
  )
}
