import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ServnetMessage } from '../../../shared/contract/servnet/messages.ts'
import { formatDay } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { messagePath } from '../../common/navigation/navigation.ts'
import { ChevronDownIcon } from '../../ui/icons.tsx'
import { PendingMark, useWaiting } from '../../common/offline/pending.tsx'
import { Moment } from './paged-list.tsx'
import styles from './messages.module.css'

type MessageItemProps = {
  readonly message: ServnetMessage
  /** It was opened, for the first time that is known of. */
  readonly onRead: (message: ServnetMessage) => void
}

/** A message: its title, and its text once it is opened, which counts as read. */
export function MessageItem({ message, onRead }: MessageItemProps) {
  const { t } = useTranslation('servnet')
  const language = useLanguage()
  const id = useId()
  const [open, setOpen] = useState(false)
  const { title, body, publishedAt, read } = message
  const toggle = () => {
    setOpen(!open)
    if (!open && !read) onRead(message)
  }
  return (
    <li className={styles['message']}>
      <h3 className={styles['title']} data-read={read || undefined}>
        <button
          type="button"
          className={styles['opener']}
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
        >
          {!read && (
            <span className={styles['dot']}>
              <span className="visually-hidden">{t('messages.unread')} </span>
            </span>
          )}
          <span className={styles['words']} dir="auto">
            {title}
          </span>
          <span className={styles['sign']}>
            <ChevronDownIcon />
          </span>
        </button>
      </h3>
      <p className={styles['when']}>
        <Moment at={publishedAt}>{formatDay(language, publishedAt)}</Moment>
        <ReadPending message={message} />
      </p>
      <p className={styles['body']} id={id} dir="auto" hidden={!open}>
        {body}
      </p>
    </li>
  )
}

/** A message in a list of all of them: leads to its page. */
export function MessageRow({ message }: Pick<MessageItemProps, 'message'>) {
  const { t } = useTranslation('servnet')
  const language = useLanguage()
  const { id, title, publishedAt, read } = message
  return (
    <li className={styles['message']}>
      <h2 className={styles['title']} data-read={read || undefined}>
        <Link className={styles['opener']} href={messagePath(id)}>
          {!read && (
            <span className={styles['dot']}>
              <span className="visually-hidden">{t('messages.unread')} </span>
            </span>
          )}
          <span className={styles['words']} dir="auto">
            {title}
          </span>
        </Link>
      </h2>
      <p className={styles['when']}>
        <Moment at={publishedAt}>{formatDay(language, publishedAt)}</Moment>
        <ReadPending message={message} />
      </p>
    </li>
  )
}

/** Said where it is not sent yet that this one was read, alone or with all before it. */
export function ReadPending({
  message: { id, publishedAt, read },
}: Pick<MessageItemProps, 'message'>) {
  const alone = useWaiting('messageRead').some(({ edit }) => edit.id === id)
  const withAll = useWaiting('messagesRead').some(({ edit }) => publishedAt <= edit.publishedUntil)
  return read && (alone || withAll) && <PendingMark />
}
