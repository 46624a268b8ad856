import { useTranslation } from 'react-i18next'
import { ArrowDownIcon, ArrowUpIcon } from '../icons.tsx'
import type { GridColumn, GridSort, SortDirection } from './grid-props.ts'
import styles from './grid.module.css'

type GridHeadProps<Row> = {
  readonly columns: readonly GridColumn<Row>[]
  readonly sort: GridSort | null
  readonly activeColumn: number
}

/** The columns' names, which sort by them; what one presses is found by `data-sorts`. */
export function GridHead<Row>({ columns, sort, activeColumn }: GridHeadProps<Row>) {
  const { t } = useTranslation('grid')
  return (
    <thead className={styles['head']} data-sticks>
      <tr className={styles['names']} aria-rowindex={1} data-row={-1}>
        {columns.map(({ id, name, align, sorts }, place) => {
          const direction = sort?.column === id ? sort.direction : null
          const tabIndex = place === activeColumn ? 0 : -1
          return (
            <th
              key={id}
              scope="col"
              className={styles['name']}
              data-align={align}
              data-column={place}
              aria-sort={sorts === undefined ? undefined : (direction ?? 'none')}
              tabIndex={sorts === undefined && place === activeColumn ? 0 : undefined}
            >
              {sorts === undefined ? (
                name
              ) : (
                <button
                  type="button"
                  tabIndex={tabIndex}
                  title={t(direction === null ? 'sort' : direction)}
                >
                  <span>{name}</span>
                  <Arrow direction={direction} />
                </button>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** Its room is kept where it is not to be seen, so that no name moves. */
function Arrow({ direction }: { readonly direction: SortDirection | null }) {
  const Sign = direction === 'descending' ? ArrowDownIcon : ArrowUpIcon
  return (
    <span className={styles['arrow']} data-shown={direction !== null || undefined}>
      <Sign size={14} />
    </span>
  )
}

/** What sorting by `column` asks for: the direction that one wants first, then the other. */
export function nextSort<Row>(column: GridColumn<Row>, sort: GridSort | null): GridSort | null {
  if (column.sorts === undefined) return null
  const other = { ascending: 'descending', descending: 'ascending' } as const
  const direction = sort?.column === column.id ? other[sort.direction] : column.sorts
  return { column: column.id, direction }
}

type GridSumsProps<Row> = { readonly columns: readonly GridColumn<Row>[]; readonly index: number }

/** The row at the end; not there where no column has a sum. */
export function GridSums<Row>({ columns, index }: GridSumsProps<Row>) {
  if (columns.every(({ sum }) => sum === undefined)) return null
  return (
    <tfoot className={styles['foot']} data-sticks>
      <tr className={styles['sums']} aria-rowindex={index}>
        {columns.map(({ id, align, sum, narrow }, place) => (
          <td
            key={id}
            className={styles['cell']}
            data-align={align}
            data-narrow={place === 0 ? undefined : (narrow ?? 'second')}
          >
            {sum}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
