import type { ReactNode } from 'react'
import styles from './content.module.css'

type ContentProps = {
  /** Forms and texts end where lines would grow too long; tables and dashboards take it all. */
  readonly width?: 'form' | 'full'
  readonly children: ReactNode
}

/** The room that a page has beside the menu. */
export function Content({ width = 'form', children }: ContentProps) {
  return <div className={`${styles['content']} ${styles[width]}`}>{children}</div>
}
