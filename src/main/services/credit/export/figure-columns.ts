/** The columns of the rows behind each figure: those of the screen, and the numbers of buyers and policies. */
import { Big } from 'big.js'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { Money } from '../../../../shared/contract/common.ts'
import type { Figure, FigureRow } from '../../../../shared/contract/credit/dashboard.ts'
import { day, money, number, text, type ExportColumn } from './export-columns.ts'

type Column = ExportColumn<FigureRow>

type Days = 'appliedOn' | 'decidedOn' | 'effectiveOn' | 'endedOn'

const name = ({ name: called }: FigureRow) => called
const on = (id: Days): Column => day(id, (row) => row.on)

const buyer: readonly Column[] = [
  text('buyer', 40, name),
  text('buyerId', 16, ({ buyerId }) => buyerId),
  text('country', 18, ({ country }, words) => country && words.country(country)),
]
const policyId = text<FigureRow>('policyId', 16, (row) => row.policyId)
const pair: readonly Column[] = [
  ...buyer,
  text('policy', 30, (row, words) => row.policyId && words.policy(row.policyId)),
  policyId,
]
const applied = money<FigureRow>('applied', (row) => row.applied)
const granted = money<FigureRow>('granted', (row) => row.granted)
const totalCld = money<FigureRow>('totalCld', (row) => row.totalCld)
const rating = number<FigureRow>('rating', (row) => row.rating)
const riskAcceptance = number<FigureRow>('riskAcceptance', (row) => row.riskAcceptance, 'percent')
const status = text<FigureRow>('status', 18, (row, words) => row.status && words.status(row.status))
const amounts: readonly Column[] = [
  money('original', ({ original }) => original),
  money('amount', ({ amount }) => amount),
]
const cut = [money<FigureRow>('newLimit', (row) => row.granted), ...amounts]

/** Of a figure's rows, in the order of the screen. */
export function figureColumnsOf(figure: Figure): readonly Column[] {
  switch (figure) {
    case 'risk-acceptance': {
      // At most what was applied for: what adds up to the figure.
      const accepted = money<FigureRow>('accepted', ({ amount }) => amount)
      return [...pair, on('decidedOn'), applied, accepted, riskAcceptance]
    }
    case 'applications':
      return [...pair, on('appliedOn'), applied, status]
    case 'decisions':
      return [...pair, on('decidedOn'), applied, granted, status]
    case 'abr':
      return [...pair, rating, totalCld]
    case 'largest-policies': {
      const abr = number<FigureRow>('abr', (row) => row.abr ?? null)
      return [text('policyName', 40, name), policyId, abr, totalCld]
    }
    case 'new-decisions-zero':
      return [...pair, on('decidedOn'), applied]
    case 'new-decisions-partial': {
      const covered = money<FigureRow>('covered', (row) => row.granted)
      return [...pair, on('decidedOn'), applied, covered, money('notCovered', notCoveredOf)]
    }
    case 'new-decisions-full':
      return [...pair, on('decidedOn'), applied, granted]
    case 'deductions':
    case 'future-deductions':
    case 'customer-cuts':
      return [...pair, on('effectiveOn'), ...cut]
    case 'ended-temporary':
      return [...pair, on('endedOn'), ...amounts]
    case 'pending-applications':
      return [...pair, on('appliedOn'), ...amounts]
    case 'deteriorations':
      return [
        ...buyer,
        number('deterioration', (row) => row.deterioration),
        rating,
        totalCld,
        riskAcceptance,
      ]
    default:
      return assertNever(figure)
  }
}

/** Both are in the currency of the report. */
function notCoveredOf({ applied: asked, granted: given }: FigureRow): Money | null {
  if (asked === null || given === null) return null
  const decimals = Math.max(
    ...[asked, given].map(({ amount }) => amount.split('.')[1]?.length ?? 0),
  )
  return { ...asked, amount: Big(asked.amount).minus(given.amount).toFixed(decimals) }
}
