import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './buyer.module.css'

type PanelProps = { readonly title: string; readonly children: ReactNode }

/** A part of the page under its heading. */
export function Panel({ title, children }: PanelProps) {
  return (
    <section className={styles['panel']}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

type HistoryTableProps = {
  readonly caption: string
  readonly heads: readonly string[]
  /** Newest first; all but the first cell are written at the end of their columns. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** What a chart shows, in figures. */
export function HistoryTable({ caption, heads, rows }: HistoryTableProps) {
  const { t } = useTranslation('buyers')
  return (
    <details className={styles['table']}>
      <summary>{t('history.table')}</summary>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {others.map((cell, index) => (
                <td key={heads[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
