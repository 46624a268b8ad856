import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure, ReportQuery } from '../../../../shared/contract/credit/dashboard.ts'
import { ExportOutcome, exportFormats, useExport } from '../../../common/credit/use-export.tsx'
import { MoreIcon } from '../../../ui/icons.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { copyTable, type CopiedTable } from '../copy-table.ts'
import styles from './panel.module.css'

/** What a panel can give away: its values, and the rows behind its figure. */
export type PanelContent = {
  readonly table: CopiedTable
  /** Those whose rows it saves, one or several. */
  readonly figures: readonly [Figure, ...Figure[]]
  readonly report: ReportQuery
}

type PanelMenuProps = PanelContent & {
  readonly title: string
  readonly toggle: { readonly showsTable: boolean; readonly onToggle: () => void } | null
}

/** Shows the panel's table, copies it, or saves the rows behind its figure. */
export function PanelMenu({ title, table, figures, report, toggle }: PanelMenuProps) {
  const { t } = useTranslation('dashboard')
  const [copied, setCopied] = useState<boolean | null>(null)
  const { outcome, save } = useExport()
  const copy = () => setCopied(copyTable(table))
  return (
    <>
      <span className={styles['menu']}>
        <Menu
          triggerClass={styles['menuButton']}
          label={
            <>
              <MoreIcon />
              <span className="visually-hidden">{t('panel.menu', { panel: title })}</span>
            </>
          }
          entries={[
            ...(toggle === null
              ? []
              : [
                  {
                    key: 'table',
                    label: t(toggle.showsTable ? 'panel.chart' : 'panel.table'),
                    onSelect: toggle.onToggle,
                  },
                ]),
            { key: 'copy', label: t('panel.copy'), onSelect: copy },
            ...figures.flatMap((figure) =>
              exportFormats.map((format) => ({
                key: `${figure} ${format}`,
                label:
                  figures.length === 1
                    ? t(`panel.${format}`)
                    : t('chart.spoken', {
                        label: t(`figures.${figure}`),
                        value: t(`panel.${format}`),
                      }),
                onSelect: () =>
                  save({ format, columns: null, table: { kind: 'figure', figure, report } }),
              })),
            ),
          ]}
        />
      </span>
      <div className={styles['outcome']}>
        <output>{copied !== null && t(copied ? 'panel.copied' : 'panel.notCopied')}</output>
        <ExportOutcome outcome={outcome} />
      </div>
    </>
  )
}
