import type { ReactNode } from 'react'
import styles from './message-page.module.css'
import { EntryFrame } from './entry-frame.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'

type MessagePageProps = {
  readonly title: string
  readonly text: string
  /** What one can do about it. */
  readonly next?: string
  readonly actions: ReactNode
}

/** A page that only tells one thing and offers the way on. */
export function MessagePage({ title, text, next, actions }: MessagePageProps) {
  return (
    <EntryFrame>
      <div className={styles['message']}>
        <PageHeading title={title}>{title}</PageHeading>
        <p className={styles['text']}>{text}</p>
        {next !== undefined && <p>{next}</p>}
        <div className={styles['actions']}>{actions}</div>
      </div>
    </EntryFrame>
  )
}
