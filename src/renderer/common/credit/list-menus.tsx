import { useTranslation } from 'react-i18next'
import type { ListView } from '../../../shared/contract/credit/routes.ts'
import type { GridColumn } from '../../ui/grid/grid-props.ts'
import {
  MenuActions,
  MenuChecks,
  MenuRadios,
  MenuSeparator,
  OptionsMenu,
} from '../../ui/options-menu.tsx'
import { exportFormats, type ExportFormat } from './use-export.tsx'

type ViewMenuProps<Row> = {
  readonly columns: readonly GridColumn<Row>[]
  readonly shown: readonly GridColumn<Row>[]
  readonly view: ListView
  readonly onView: (changes: Partial<ListView>) => void
}

/** Which columns there are, and how close the rows; the first column stays. */
export function ViewMenu<Row>({ columns, shown, view, onView }: ViewMenuProps<Row>) {
  const { t } = useTranslation('buyers')
  const isShown = (id: string) => shown.some((column) => column.id === id)
  const choose = (id: string, isWanted: boolean) => {
    const wanted = columns.filter((column) => (column.id === id ? isWanted : isShown(column.id)))
    onView({ columns: wanted.map((column) => column.id) })
  }
  return (
    <OptionsMenu label={t('view.label')}>
      <MenuChecks
        label={t('view.columns')}
        checks={columns.slice(1).map(({ id, name }) => ({
          key: id,
          label: name,
          checked: isShown(id),
          onChange: (isWanted) => choose(id, isWanted),
        }))}
      />
      <MenuActions
        actions={[
          { key: 'reset', label: t('view.reset'), onSelect: () => onView({ columns: null }) },
        ]}
      />
      <MenuSeparator />
      <MenuRadios
        label={t('view.density')}
        value={view.density}
        options={[
          { value: 'dense', label: t('view.dense') },
          { value: 'comfortable', label: t('view.comfortable') },
        ]}
        onChoose={(density) => onView({ density })}
      />
    </OptionsMenu>
  )
}

/** The list as it is narrowed and ordered, as a file. */
export function ExportMenu({ onExport }: { readonly onExport: (format: ExportFormat) => void }) {
  const { t } = useTranslation('buyers')
  return (
    <OptionsMenu label={t('export.label')}>
      <MenuActions
        actions={exportFormats.map((format) => ({
          key: format,
          label: t(`export.${format}`),
          onSelect: () => onExport(format),
        }))}
      />
    </OptionsMenu>
  )
}
