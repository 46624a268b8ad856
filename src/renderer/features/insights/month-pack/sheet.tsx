import { useId, type ReactNode } from 'react'
import styles from './paper.module.css'

/** A sheet of paper: on the screen as it lies on the table, printed from the top of a page on. */
export function Sheet({ children }: { readonly children: ReactNode }) {
  return <div className={styles['sheet']}>{children}</div>
}

type PartProps = {
  readonly title: string
  /** Beside the title: of which day, for instance. */
  readonly aside?: string
  /** Whether it may go on on another page. */
  readonly isLong?: boolean
  readonly children: ReactNode
}

/** Something with a heading, which is never parted from what follows. */
export function Part({ title, aside, isLong = false, children }: PartProps) {
  const id = useId()
  return (
    <section className={styles['part']} data-long={isLong || undefined} aria-labelledby={id}>
      <h3 className={styles['partTitle']} id={id}>
        {title} {aside !== undefined && <span className={styles['aside']}>{aside}</span>}
      </h3>
      {children}
    </section>
  )
}

type PaperTableProps = {
  readonly caption: string
  readonly columns: readonly string[]
  /** Each with a key, and a cell a column; the first names the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
  /** How many columns from the left are texts; the others are figures, at the right. */
  readonly texts?: number
}

/** A table whose rows stay whole, and whose head is there again on another page. */
export function PaperTable({ caption, columns, rows, texts = 1 }: PaperTableProps) {
  const atEnd = (index: number) => (index >= texts ? true : undefined)
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column} scope="col" data-end={atEnd(index)}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]} data-end={atEnd(index + 1)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type FactsProps = {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[]
}

/** Figures beside each other, each with its name above. */
export function PaperFigures({ facts }: FactsProps) {
  return (
    <dl className={styles['figures']}>
      {facts.map(({ name, value }) => (
        <div key={name} className={styles['figure']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
