import { Component, useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { CopiedTable } from '../copy-table.ts'
import { PanelMenu, type PanelContent } from './panel-menu.tsx'
import styles from './panel.module.css'

type PanelProps = {
  readonly title: string
  /** The "?" of its figure. */
  readonly help?: ReactNode
  /** What its menu offers; left out while there is nothing to offer. */
  readonly menu?: PanelContent
  /** Whether it shows a table already. */
  readonly isTable?: boolean
  /** What has the height that is left, beside a taller panel: all of it, or what stands third. */
  readonly fill?: 'stretched' | 'tall'
  readonly children: ReactNode
}

/** A part of the dashboard: one heading, a "?", a menu, and a chart that is a table, too. */
export function Panel({ title, help, menu, isTable = false, fill, children }: PanelProps) {
  const id = useId()
  const [showsTable, setShowsTable] = useState(false)
  return (
    <section
      className={`${styles['panel']} ${fill === undefined || showsTable ? '' : styles[fill]}`}
      aria-labelledby={id}
    >
      <div className={styles['head']}>
        <div className={styles['titleLine']}>
          <h3 className={styles['title']} id={id}>
            {title}
          </h3>{' '}
          {help}
        </div>
        {menu && (
          <PanelMenu
            {...menu}
            title={title}
            toggle={isTable ? null : { showsTable, onToggle: () => setShowsTable(!showsTable) }}
          />
        )}
      </div>
      <PanelBoundary>
        {showsTable && menu ? <ValuesTable title={title} table={menu.table} /> : children}
      </PanelBoundary>
    </section>
  )
}

type ValuesTableProps = { readonly title: string; readonly table: CopiedTable }

function ValuesTable({ title, table: { columns, rows } }: ValuesTableProps) {
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {columns.map((name, index) => (
            <th key={name} scope="col" data-end={index > 0 || undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              <td key={columns[index + 1]} data-end>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type BoundaryProps = { readonly children: ReactNode }

/** What goes wrong in one panel leaves the others as they are. */
class PanelBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? (
      <PanelFailure onRetry={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    )
  }
}

function PanelFailure({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation(['dashboard', 'forms'])
  return (
    <Notice
      tone="error"
      title={t('panel.failed')}
      action={
        <Button variant="secondary" onClick={onRetry}>
          {t('forms:retry')}
        </Button>
      }
    >
      {t('panel.failedNext')}
    </Notice>
  )
}
