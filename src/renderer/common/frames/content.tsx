import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { ArrowLeftIcon } from '../../ui/icons.tsx'
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

type BackLinkProps = {
  readonly href: string
  /** What one comes back to. */
  readonly children: ReactNode
}

/** Above the heading of a page about one thing: the way back to the list or the figures that it is of. */
export function BackLink({ href, children }: BackLinkProps) {
  return (
    <Link className={styles['back']} href={href}>
      <ArrowLeftIcon /> {children}
    </Link>
  )
}
