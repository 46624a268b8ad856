import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Content } from '../../common/frames/content.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { messagesQuery } from './api.ts'
import styles from './home.module.css'
import { MessageRow } from './message-item.tsx'
import { ReadAll } from './messages.tsx'
import { itemsOf, PagedList } from './paged-list.tsx'

/** Every message there is, newest first. */
export function MessagesPage() {
  const { t } = useTranslation('servnet')
  const query = useInfiniteQuery(messagesQuery)
  const title = t('messages.all')
  const messages = itemsOf(query.data)
  const texts = {
    loading: t('messages.loading'),
    none: t('messages.none'),
    more: t('messages.show'),
  }
  return (
    <Content>
      <div className={styles['page']}>
        <div className={styles['heading']}>
          <PageHeading title={title}>{title}</PageHeading>
          {messages.some(({ read }) => !read) && <ReadAll messages={messages} />}
        </div>
        <PagedList query={query} texts={texts}>
          {(message) => <MessageRow key={message.id} message={message} />}
        </PagedList>
      </div>
    </Content>
  )
}
