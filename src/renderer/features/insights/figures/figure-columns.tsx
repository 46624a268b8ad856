/** The columns of the rows behind each figure, with the sums that come to it. */
import type { TFunction } from 'i18next'
import { Link } from 'wouter'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { Money } from '../../../../shared/contract/common.ts'
import type { Dashboard, Figure, FigureRow } from '../../../../shared/contract/credit/dashboard.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import type { Language } from '../../../../shared/languages.ts'
import {
  dash,
  formatCount,
  formatPercent,
  formatRating,
  sumOf,
} from '../../../common/credit/figure-formats.ts'
import { formatCountry, formatShortDay } from '../../../common/credit/list-formats.ts'
import { buyerPath } from '../../../common/navigation/navigation.ts'
import type { GridColumn } from '../../../ui/grid/grid-props.ts'

type Column = GridColumn<FigureRow>

export type ColumnsOptions = {
  readonly t: TFunction<['dashboard', 'credit']>
  readonly language: Language
  readonly rows: readonly FigureRow[]
  /** Null until it is known what the rows come to. */
  readonly dashboard: Dashboard | null
  /** Whether the rows are all of one policy that was chosen. */
  readonly isOfOnePolicy: boolean
}

/** The columns of a figure's rows; each cell is empty where the figure has nothing to say there. */
export function columnsOf(figure: Figure, options: ColumnsOptions): readonly Column[] {
  const own = ownColumns(figure, options)
  const makers = columnMakers(options)
  const isOfPolicies = figure === 'largest-policies'
  return [
    isOfPolicies ? makers.policyName() : makers.buyer(),
    ...(isOfPolicies ? [] : [makers.country()]),
    ...(options.isOfOnePolicy || isOfPolicies || figure === 'deteriorations'
      ? []
      : [makers.policy()]),
    ...own,
  ]
}

function ownColumns(figure: Figure, options: ColumnsOptions): readonly Column[] {
  const { dashboard, rows } = options
  const position = dashboard?.position
  const change = dashboard?.change
  const make = columnMakers(options)
  switch (figure) {
    case 'risk-acceptance':
      return [
        make.day('decidedOn'),
        make.money('applied', position?.riskAcceptance.applied),
        make.money('accepted', position?.riskAcceptance.granted),
        make.percent(position?.riskAcceptance.percent),
      ]
    case 'applications':
      return [make.day('appliedOn'), make.money('applied'), make.status()]
    case 'decisions':
      return [make.day('decidedOn'), make.money('applied'), make.money('granted'), make.status()]
    case 'abr':
      return [
        make.rating('rating', position?.abr.value),
        make.money('totalCld', position?.abr.ratedCld),
      ]
    case 'largest-policies':
      return [make.abr(), make.money('totalCld', position?.totalCld)]
    case 'new-decisions-zero':
      return [make.day('decidedOn'), make.money('applied', change?.newDecisions.zero)]
    case 'new-decisions-partial': {
      const { partialCovered, partialNotCovered } = change?.newDecisions ?? {}
      return [
        make.day('decidedOn'),
        make.money('applied', change && sumOf([partialCovered ?? null, partialNotCovered ?? null])),
        make.money('covered', partialCovered),
        make.money('notCovered', partialNotCovered),
      ]
    }
    case 'new-decisions-full':
      return [
        make.day('decidedOn'),
        make.money('applied', change?.newDecisions.full),
        make.money('granted'),
      ]
    case 'deductions':
      return make.cut('effectiveOn', change?.deductions, rows)
    case 'future-deductions':
      return make.cut('effectiveOn', change?.futureDeductions, rows)
    case 'customer-cuts':
      return make.cut('effectiveOn', change?.customerCuts, rows)
    case 'ended-temporary':
      return [make.day('endedOn'), ...make.amounts(change?.endedTemporary, rows)]
    case 'pending-applications':
      return [make.day('appliedOn'), ...make.amounts(change?.pendingApplications, rows)]
    case 'deteriorations':
      return [
        make.rating('deterioration'),
        make.rating('rating'),
        make.money('totalCld'),
        make.percent(),
      ]
    default:
      return assertNever(figure)
  }
}

type Days = 'appliedOn' | 'decidedOn' | 'effectiveOn' | 'endedOn'
type Moneys =
  'applied' | 'granted' | 'accepted' | 'covered' | 'notCovered' | 'newLimit' | 'amount' | 'totalCld'

type ColumnId =
  | Days
  | Moneys
  | 'buyer'
  | 'policyName'
  | 'country'
  | 'policy'
  | 'status'
  | 'original'
  | 'riskAcceptance'
  | 'rating'
  | 'deterioration'
  | 'abr'

/** Undefined for a column without a sum; null for one that cannot be computed. */
type Sum<Value> = Value | null | undefined

/** Each kind of column once, in the language on screen. */
function columnMakers({ t, language, dashboard }: ColumnsOptions) {
  const position = dashboard?.position
  const text = (id: ColumnId, width: number, narrow?: NonNullable<Column['narrow']>) => ({
    id,
    name: t(`rows.columns.${id}`),
    width,
    ...(narrow && { narrow }),
  })
  const number = { align: 'end' } as const
  const moneyText = (money: Money | null) => (money === null ? dash : formatMoney(language, money))
  const money = (id: Moneys, sum?: Sum<Money>): Column => ({
    ...text(id, 10.5, 'end'),
    // What the figure adds up stays longest.
    ...(id === 'applied' && { rank: 0.5 }),
    ...number,
    cell: (row) => moneyText(moneyOf(row, id)),
    ...(sum !== undefined && { sum: moneyText(sum) }),
  })
  const day = (id: Days): Column => ({
    ...text(id, 7, 'second'),
    cell: ({ on }) => (on === null ? '' : formatShortDay(language, on)),
  })
  const original: Column = {
    ...text('original', 9.5, 'none'),
    ...number,
    cell: (row) => (row.original === null ? '' : formatMoney(language, row.original)),
  }
  const amounts = (sum: Sum<Money>, rows: readonly FigureRow[]): readonly Column[] => [
    ...(isConverted(rows, dashboard) ? [original] : []),
    money('amount', sum),
  ]
  return {
    money,
    day,
    amounts,
    cut: (on: Days, sum: Sum<Money>, rows: readonly FigureRow[]): readonly Column[] => [
      day(on),
      money('newLimit'),
      ...amounts(sum, rows),
    ],
    buyer: (): Column => ({
      ...text('buyer', 13),
      cell: ({ buyerId, name }) =>
        buyerId === null ? (
          <bdi>{name}</bdi>
        ) : (
          // The grid's keyboard opens the row; a press on the name is the link's alone.
          <Link
            href={buyerPath(buyerId)}
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
          >
            <bdi>{name}</bdi>
          </Link>
        ),
      sum: t('rows.total'),
    }),
    policyName: (): Column => ({
      ...text('policyName', 16),
      cell: ({ name }) => <bdi>{name}</bdi>,
      sum: t('rows.total'),
    }),
    country: (): Column => ({
      ...text('country', 7, 'second'),
      rank: 1.2,
      cell: ({ country }) => (country === null ? '' : formatCountry(language, country)),
    }),
    policy: (): Column => ({
      ...text('policy', 6, 'second'),
      rank: 1.1,
      cell: ({ policyId }) => policyId ?? '',
    }),
    status: (): Column => ({
      ...text('status', 10, 'second'),
      cell: ({ status }) => (status === null ? '' : t(`credit:status.${status}`)),
    }),
    percent: (sum?: Sum<number>): Column => ({
      ...text('riskAcceptance', 5, 'none'),
      ...number,
      cell: ({ riskAcceptance: of }) => (of === null ? dash : formatPercent(language, of)),
      ...(sum !== undefined && { sum: sum === null ? dash : formatPercent(language, sum) }),
    }),
    rating: (id: 'rating' | 'deterioration', sum?: Sum<number>): Column => ({
      ...text(id, 8, 'second'),
      ...number,
      cell: (row) => (row[id] === null ? dash : formatCount(language, row[id])),
      ...(sum !== undefined && { sum: sum === null ? dash : formatRating(language, sum) }),
    }),
    abr: (): Column => ({
      ...text('abr', 6, 'second'),
      ...number,
      cell: ({ abr }) => (typeof abr === 'number' ? formatRating(language, abr) : dash),
      sum:
        typeof position?.abr.value === 'number' ? formatRating(language, position.abr.value) : '',
    }),
  }
}

function moneyOf(row: FigureRow, id: Moneys): Money | null {
  // At most what was applied for: what adds up to the figure.
  if (id === 'accepted') return row.amount
  if (id === 'covered' || id === 'newLimit') return row.granted
  if (id === 'notCovered')
    return row.applied && row.granted && differenceOf(row.applied, row.granted)
  return row[id]
}

function differenceOf(from: Money, less: Money): Money | null {
  const amount = less.amount.startsWith('-') ? less.amount.slice(1) : `-${less.amount}`
  return sumOf([from, { ...less, amount }])
}

/** Whether any of the rows was in another currency before. */
function isConverted(rows: readonly FigureRow[], dashboard: Dashboard | null): boolean {
  return rows.some(({ original }) => original !== null && original.currency !== dashboard?.currency)
}
