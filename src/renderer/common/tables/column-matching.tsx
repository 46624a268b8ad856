import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './tables.module.css'

type ColumnMatchingProps<Field extends string> = {
  readonly columns: readonly {
    /** As its title says; empty where it has none. */
    readonly name: string
    readonly sample: string
    readonly field: Field | null
  }[]
  readonly hasHeader: boolean
  /** Whether a table with these columns was read before. */
  readonly isKnown: boolean
  /** What a column can hold, in the order in which they are offered. */
  readonly fields: readonly Field[]
  readonly nameOf: (field: Field) => string
  /** Whether nothing can be done before a column is named: then it stands open. */
  readonly needsHelp: boolean
  readonly onHeader: (hasHeader: boolean) => void
  /** @param at the column's place, from 0 */
  readonly onColumn: (at: number, field: Field | null) => void
  /** What holds for rows that say nothing. */
  readonly children?: ReactNode
}

/** What each column of a table holds, as it was guessed or remembered, and to be put right. */
export function ColumnMatching<Field extends string>(props: ColumnMatchingProps<Field>) {
  const { columns, hasHeader, isKnown, fields, nameOf, needsHelp, onHeader, onColumn } = props
  const { t } = useTranslation('tables')
  return (
    <details className={styles['columns']} open={needsHelp || undefined}>
      <summary>{t('columns.title')}</summary>
      <div className={styles['columnsBody']}>
        {columns.every(({ field }) => field === null) ? (
          <Notice tone="warning">{t('columns.none')}</Notice>
        ) : (
          <p className={styles['quiet']}>{t(isKnown ? 'columns.known' : 'columns.guessed')}</p>
        )}
        <Checkbox
          label={t('columns.header')}
          checked={hasHeader}
          onChange={({ target }) => onHeader(target.checked)}
        />
        <div className={styles['matching']}>
          {columns.map(({ name, sample, field }, at) => (
            <SelectField
              // oxlint-disable-next-line react/no-array-index-key -- a column is its place
              key={at}
              label={name === '' ? t('columns.unnamed', { number: at + 1 }) : name}
              hint={sample === '' ? undefined : t('columns.sample', { sample: shortened(sample) })}
              value={field ?? ''}
              onChange={({ target }) =>
                onColumn(at, fields.find((one) => one === target.value) ?? null)
              }
            >
              <option value="">{t('columns.ignore')}</option>
              {fields.map((one) => (
                <option key={one} value={one}>
                  {nameOf(one)}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
        {props.children}
      </div>
    </details>
  )
}

const longestSample = 40

function shortened(text: string): string {
  return text.length > longestSample ? `${text.slice(0, longestSample)}…` : text
}
