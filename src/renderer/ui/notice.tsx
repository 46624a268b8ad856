import type { ReactNode } from 'react'
import { CheckIcon, ErrorIcon, InfoIcon, WarningIcon } from './icons.tsx'
import styles from './notice.module.css'

export type NoticeTone = 'information' | 'warning' | 'error' | 'success'

const signs = {
  information: InfoIcon,
  warning: WarningIcon,
  error: ErrorIcon,
  success: CheckIcon,
} as const satisfies Record<NoticeTone, unknown>

type NoticeProps = {
  readonly tone?: NoticeTone
  /** What is so, in one sentence. */
  readonly title?: ReactNode
  /** What it means and what one can do. */
  readonly children?: ReactNode
  /** A button at the end, to dismiss it or to try again. */
  readonly action?: ReactNode
}

/**
 * Something to know. Errors interrupt a screen reader (`alert`), the rest waits its turn
 * (`status`).
 */
export function Notice({ tone = 'information', title, children, action }: NoticeProps) {
  const Sign = signs[tone]
  return (
    <div
      className={`${styles['notice']} ${styles[tone]}`}
      role={tone === 'error' ? 'alert' : 'status'}
    >
      <span className={styles['sign']}>
        <Sign />
      </span>
      <div className={styles['body']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  )
}
