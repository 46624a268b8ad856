import type { ReactNode } from 'react'
import styles from './home.module.css'

type ColumnProps = { readonly id: string; readonly title: string; readonly children: ReactNode }

/** One of the three columns: a heading and what stands under it. */
export function Column({ id, title, children }: ColumnProps) {
  return (
    <section className={styles['column']} aria-labelledby={id}>
      <h2 className={styles['columnTitle']} id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}
