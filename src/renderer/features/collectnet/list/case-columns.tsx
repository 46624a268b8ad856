import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CollectionCase } from '../../../../shared/contract/collectnet/cases.ts'
import type { CaseFilters } from '../../../../shared/contract/credit/case-filters.ts'
import type { Money } from '../../../../shared/contract/common.ts'
import { formatAmount, formatShortDay } from '../../../common/credit/list-formats.ts'
import { CaseSign } from '../../../common/credit/signs.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import type { GridColumn, GridSort } from '../../../ui/grid/grid-props.ts'
import styles from './cases.module.css'

/** Those that one begins with. */
export const firstColumns = [
  'buyerName',
  'policy',
  'status',
  'claimed',
  'recovered',
  'outstanding',
  'openedAt',
]

/** Every column that the list of cases can have; each amount in the currency of its case. */
export function useCaseColumns() {
  const { t } = useTranslation(['cases', 'buyers'])
  const language = useLanguage()
  return useMemo((): readonly GridColumn<CollectionCase>[] => {
    const amount = ({ amount: of, currency }: Money) => `${formatAmount(language, of)} ${currency}`
    const column = (id: 'claimed' | 'recovered' | 'outstanding', narrow: 'end' | 'none') =>
      ({
        id,
        name: t(`columns.${id}`),
        width: 10,
        align: 'end',
        narrow,
        cell: (one: CollectionCase) => amount(one[id]),
      }) as const
    return [
      {
        id: 'buyerName',
        name: t('buyers:columns.buyerName'),
        width: 15,
        sorts: 'ascending',
        cell: ({ buyerName }) => buyerName,
      },
      {
        id: 'policy',
        name: t('buyers:columns.policy'),
        width: 8,
        rank: 1.2,
        cell: ({ policyId }) => policyId,
      },
      {
        id: 'status',
        name: t('buyers:columns.status'),
        width: 12,
        cell: ({ status }) => (
          <span className={styles['status']}>
            <CaseSign status={status} />
            {t(`status.${status}`)}
          </span>
        ),
      },
      column('claimed', 'none'),
      column('recovered', 'none'),
      column('outstanding', 'end'),
      {
        id: 'openedAt',
        name: t('columns.openedAt'),
        width: 8,
        align: 'end',
        narrow: 'none',
        sorts: 'descending',
        cell: ({ openedAt }) => formatShortDay(language, openedAt),
      },
      {
        id: 'oldestDueOn',
        name: t('columns.oldestDueOn'),
        width: 9,
        align: 'end',
        narrow: 'none',
        sorts: 'ascending',
        cell: ({ oldestDueOn }) => formatShortDay(language, oldestDueOn),
      },
      {
        id: 'lastStep',
        name: t('columns.lastStep'),
        width: 12,
        narrow: 'none',
        cell: ({ lastStep: { kind } }) => t(`steps.${kind}`),
      },
      {
        id: 'invoices',
        name: t('columns.invoices'),
        width: 12,
        narrow: 'none',
        cell: ({ invoiceNumbers }) => invoiceNumbers.join(', '),
      },
    ]
  }, [t, language])
}

const sortNames = { buyerName: 'buyer', openedAt: 'opened', oldestDueOn: 'due' } as const

/** The order that the contract calls so. */
export function caseSortOf({ column, direction }: GridSort): CaseFilters['sort'] {
  const name = sortNames[isSorted(column) ? column : 'openedAt']
  return direction === 'descending' ? `-${name}` : name
}

function isSorted(column: string): column is keyof typeof sortNames {
  return column in sortNames
}

/** The column and direction of an order of the contract's. */
export function gridSortOf(sort: CaseFilters['sort']): GridSort {
  const name = sort.replace(/^-/u, '')
  const column = Object.entries(sortNames).find(([, one]) => one === name)?.[0] ?? 'openedAt'
  return { column, direction: sort.startsWith('-') ? 'descending' : 'ascending' }
}
