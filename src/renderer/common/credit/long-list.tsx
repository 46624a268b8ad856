import { useId, useMemo, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListView } from '../../../shared/contract/credit/routes.ts'
import type { RouteInput } from '../../../shared/contract/routes.ts'
import type { useWindows } from '../data/use-windows.ts'
import type { ListPlace } from '../navigation/address-view.ts'
import { LoadFailure } from '../frames/load-failure.tsx'
import { useLanguage } from '../i18n/languages.ts'
import { AsAt } from '../offline/as-at.tsx'
import { Grid } from '../../ui/grid/grid.tsx'
import type { GridColumn, GridProps, GridSort } from '../../ui/grid/grid-props.ts'
import { Loading } from '../../ui/skeleton.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { formatTotal } from './list-formats.ts'
import { ExportMenu, ViewMenu } from './list-menus.tsx'
import styles from './long-list.module.css'
import { ExportOutcome, useExport } from './use-export.tsx'

type Exported = RouteInput<'credit.export'>['table']

export type LongListProps<Row> = Pick<
  GridProps<Row>,
  'keyOf' | 'nameOf' | 'selected' | 'onSelect' | 'onOpen' | 'onLeave'
> & {
  /** Where one was in it; null where one was not there. */
  readonly place: ListPlace | null
  /** What the rows are, for whoever listens. */
  readonly label: string
  /** Whether one begins in the search, where one does not come back to a row. */
  readonly takesFocus: boolean
  readonly search: {
    readonly label: string
    readonly typed: string
    readonly onType: (typed: string) => void
  }
  /** What narrows the list besides. */
  readonly filters: ReactNode
  /** Every column that there is; the first one always shows. */
  readonly columns: readonly GridColumn<Row>[]
  /** Those that one begins with. */
  readonly firstColumns: readonly string[]
  /** How the person wants to see it; left out, that is not theirs to say. */
  readonly view?: ListView
  readonly onView?: (changes: Partial<ListView>) => void
  readonly windows: ReturnType<typeof useWindows<Row>>
  readonly sort: GridSort
  readonly onSort: (sort: GridSort) => void
  /** What is saved as a file; null where it cannot be. */
  readonly exported: Exported | null
  readonly texts: {
    readonly loading: string
    /** How many there are, where nothing narrows them. */
    readonly all: (total: number) => string
  }
  /** Beside the number: of what is selected, or of the amounts. */
  readonly asides?: ReactNode
  readonly empty: ReactNode
}

/** A long list with what narrows, orders and saves it. */
export function LongList<Row>(props: LongListProps<Row>) {
  const { label, search, place, columns, firstColumns, view, onView, windows, sort } = props
  const { onSort, exported } = props
  const { rows, list, error, retry } = windows
  const whole = useRef<HTMLDivElement>(null)
  const shown = useShownColumns(columns, view?.columns ?? firstColumns)
  const { outcome, save } = useExport()
  return (
    <div className={styles['list']} ref={whole}>
      {list?.freshness !== undefined && <AsAt freshness={list.freshness} />}
      <div className={styles['bar']}>
        <SearchInput
          {...search}
          // Coming back one goes on in the list.
          takesFocus={props.takesFocus && (place?.opened ?? null) === null}
          onDown={() => whole.current?.querySelector<HTMLElement>('[role=grid]')?.focus()}
        />
        {props.filters}
        <SortSelect columns={columns} sort={sort} onSort={onSort} />
      </div>
      <div className={styles['line']}>
        <ListCount windows={windows} all={props.texts.all} />
        {props.asides}
        <span className={styles['menus']}>
          {view !== undefined && onView !== undefined && (
            <ViewMenu columns={columns} shown={shown} view={view} onView={onView} />
          )}
          {exported !== null && (
            <ExportMenu
              onExport={(format) =>
                save({ format, columns: shown.map(({ id }) => id), table: exported })
              }
            />
          )}
        </span>
      </div>
      <ExportOutcome outcome={outcome} />
      {error !== null && (
        <LoadFailure error={error} means="nothingKept" busy={false} onRetry={retry} />
      )}
      {rows === null && error === null && <Loading text={props.texts.loading} />}
      {rows !== null && (
        <Grid
          label={label}
          columns={shown}
          rows={rows}
          keyOf={props.keyOf}
          nameOf={props.nameOf}
          sort={sort}
          onSort={onSort}
          selected={props.selected}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          density={view?.density}
          // Columns that one has chosen oneself all stay.
          fits={(view?.columns ?? null) === null}
          startAt={place?.opened}
          startTop={place?.first}
          onLeave={props.onLeave}
          empty={<div className={styles['empty']}>{props.empty}</div>}
        />
      )}
    </div>
  )
}

/** The first column, and of the others those that are wanted. */
function useShownColumns<Row>(columns: readonly GridColumn<Row>[], wanted: readonly string[]) {
  return useMemo(
    () => columns.filter(({ id }, place) => place === 0 || wanted.includes(id)),
    [columns, wanted],
  )
}

type SortSelectProps<Row> = {
  readonly columns: readonly GridColumn<Row>[]
  readonly sort: GridSort
  readonly onSort: (sort: GridSort) => void
}

/** Where there is no room for the columns' names, which sort elsewhere. */
function SortSelect<Row>({ columns, sort, onSort }: SortSelectProps<Row>) {
  const { t } = useTranslation('buyers')
  const id = useId()
  const sorts = columns
    .filter(({ sorts: direction }) => direction !== undefined)
    .flatMap(({ id: column, name }) =>
      (['ascending', 'descending'] as const).map((direction) => ({ column, direction, name })),
    )
  return (
    <span className={styles['sort']}>
      <label htmlFor={id}>{t('filters.sort')}</label>
      <select
        id={id}
        value={`${sort.direction} ${sort.column}`}
        onChange={({ target }) => {
          const chosen = sorts[target.selectedIndex]
          if (chosen !== undefined) onSort({ column: chosen.column, direction: chosen.direction })
        }}
      >
        {sorts.map(({ column, direction, name }) => (
          <option key={`${direction} ${column}`} value={`${direction} ${column}`}>
            {t(`filters.${direction}`, { column: name })}
          </option>
        ))}
      </select>
    </span>
  )
}

type ListCountProps<Row> = {
  readonly windows: ReturnType<typeof useWindows<Row>>
  readonly all: (total: number) => string
}

/** "12,408 of 250,000"; and how many are here while the list is on its way. */
function ListCount<Row>({ windows: { rows, list }, all }: ListCountProps<Row>) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  if (rows === null || list === null) return <span className={styles['count']} />
  const total = formatTotal(language, list.kept)
  const isNarrowed = rows.total !== list.kept
  return (
    <output className={styles['count']} data-former={rows.isFormer || undefined}>
      <strong>
        {isNarrowed
          ? t('count.some', { found: formatTotal(language, rows.total), total })
          : all(list.kept)}
      </strong>
      {!list.isWhole && <span>{t('count.arriving', { kept: total })}</span>}
    </output>
  )
}
