/** The columns of the portfolio's tables, by the names that grids have for them. */
import type { Application } from '../../../../shared/contract/credit/applications.ts'
import type { CollectionCase } from '../../../../shared/contract/collectnet/cases.ts'
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import type { CreditLimit, LimitStatus } from '../../../../shared/contract/credit/credit-limits.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import type { FollowedRow } from '../../../../shared/contract/servnet/batch.ts'
import type { Money } from '../../../../shared/contract/common.ts'
import type { Cell, CellKind } from './table-file.ts'
import type { ColumnTitles } from './export-texts.ts'

/** What cells say in the person's language. */
export type Words = {
  readonly status: (status: LimitStatus) => string
  readonly country: (code: string) => string
  readonly policy: (id: string) => string
  /** Of an application that was sent with others, also where the portal does not have it. */
  readonly followed: (status: FollowedRow['status']) => string
  readonly caseStatus: (status: CollectionCase['status']) => string
  readonly caseStep: (kind: CollectionCase['lastStep']['kind']) => string
  readonly applicationKind: (kind: Application['kind']) => string
  /** Of buyers' ratings; what the portal does not name is its own id. */
  readonly band: (id: string) => string
}

export type ColumnId = keyof ColumnTitles

export type ExportColumn<Row> = {
  readonly id: ColumnId
  /** The column of the screen that shows this one, too. */
  readonly within?: ColumnId
  readonly kind: CellKind
  readonly width: number
  readonly cell: (row: Row, words: Words) => Cell
}

type Nullable<Value> = Value | null | undefined

const textCell = (value: Nullable<string>): Cell => (value ? { kind: 'text', text: value } : null)
const moneyCell = (value: Nullable<Money>): Cell => (value ? { kind: 'money', money: value } : null)
/** The UTC day of a date or a time. */
const dayCell = (at: Nullable<string>): Cell => (at ? { kind: 'day', day: at.slice(0, 10) } : null)

/** A column of cells of this kind. */
export function text<Row>(
  id: ColumnId,
  width: number,
  of: (row: Row, words: Words) => Nullable<string>,
): ExportColumn<Row> {
  return { id, kind: 'text', width, cell: (row, words) => textCell(of(row, words)) }
}

/** A column of cells of this kind. */
export function number<Row>(
  id: ColumnId,
  of: (row: Row) => number | null,
  kind: 'number' | 'percent' = 'number',
): ExportColumn<Row> {
  const cell = (value: number | null): Cell => (value === null ? null : { kind, value })
  return { id, kind, width: 12, cell: (row) => cell(of(row)) }
}

/** A column of cells of this kind. */
export function money<Row>(id: ColumnId, of: (row: Row) => Nullable<Money>): ExportColumn<Row> {
  return { id, kind: 'money', width: 18, cell: (row) => moneyCell(of(row)) }
}

/** A column of cells of this kind. */
export function day<Row>(id: ColumnId, of: (row: Row) => Nullable<string>): ExportColumn<Row> {
  return { id, kind: 'day', width: 12, cell: (row) => dayCell(of(row)) }
}

const bandOf = ({ band }: Buyer, words: Words) => band && words.band(band)

export const buyerColumns: readonly ExportColumn<Buyer>[] = [
  text('name', 40, ({ name }) => name),
  text('id', 16, ({ id }) => id),
  text('registrationNumber', 18, ({ registrationNumber }) => registrationNumber),
  text('country', 18, ({ country }, words) => words.country(country)),
  text('town', 20, ({ town }) => town),
  number('rating', ({ rating }) => rating),
  { ...text('band', 20, bandOf), within: 'rating' },
  money('totalCld', ({ totalCld }) => totalCld),
  number('riskAcceptance', ({ riskAcceptance }) => riskAcceptance, 'percent'),
  text('decision', 18, ({ decision }, words) => decision && words.status(decision)),
  number('pendingApplications', ({ pendingApplications }) => pendingApplications),
  day('endsOn', ({ endsOn }) => endsOn),
  text('policies', 30, ({ policyIds }, words) => policyIds.map(words.policy).join(', ')),
]

export const limitColumns: readonly ExportColumn<CreditLimit>[] = [
  text('buyerName', 40, ({ buyerName }) => buyerName),
  text('buyerId', 16, ({ buyerId }) => buyerId),
  text('country', 18, ({ country }, words) => words.country(country)),
  text('policy', 30, ({ policyId }, words) => words.policy(policyId)),
  text('policyId', 16, ({ policyId }) => policyId),
  money('applied', ({ applied }) => applied),
  money('granted', ({ granted }) => granted),
  money('inForce', ({ inForce }) => inForce),
  text('status', 18, ({ status }, words) => words.status(status)),
  day('decidedAt', ({ decidedAt }) => decidedAt),
  day('effectiveOn', ({ effectiveOn }) => effectiveOn),
  day('endsOn', ({ endsOn }) => endsOn),
  money('pendingApplications', ({ pending }) => pending?.amount),
  number('terms', ({ paymentTermsDays }) => paymentTermsDays),
  text('conditions', 40, ({ conditions }) => conditions),
]

export const policyColumns: readonly ExportColumn<Policy>[] = [
  text('name', 40, ({ name }) => name),
  text('id', 16, ({ id }) => id),
  text('currency', 10, ({ currency }) => currency),
  text('country', 18, ({ country }, words) => words.country(country)),
  number('mepDays', ({ mepDays }) => mepDays),
  number('graceDays', ({ graceDays }) => graceDays),
  number('maximumTermsDays', ({ maximumTermsDays }) => maximumTermsDays),
  number('reportWithinDays', ({ reportWithinDays }) => reportWithinDays),
]

export const applicationColumns: readonly ExportColumn<Application>[] = [
  text('buyerName', 40, ({ buyerName }) => buyerName),
  text('buyerId', 16, ({ buyerId }) => buyerId),
  text('country', 18, ({ country }, words) => words.country(country)),
  text('policy', 30, ({ policyId }, words) => words.policy(policyId)),
  text('policyId', 16, ({ policyId }) => policyId),
  text('kind', 18, ({ kind }, words) => words.applicationKind(kind)),
  money('amount', ({ amount }) => amount),
  number('terms', ({ paymentTermsDays }) => paymentTermsDays),
  day('startsOn', ({ startsOn }) => startsOn),
  day('endsOn', ({ endsOn }) => endsOn),
  text('status', 18, ({ status }, words) => words.status(status)),
  day('appliedAt', ({ appliedAt }) => appliedAt),
  money('granted', ({ decision }) => decision?.granted),
  day('decidedAt', ({ decision }) => decision?.decidedAt),
  day('expectedBy', ({ expectedBy }) => expectedBy),
  text('id', 16, ({ id }) => id),
]

export const caseColumns: readonly ExportColumn<CollectionCase>[] = [
  text('buyerName', 40, ({ buyerName }) => buyerName),
  text('buyerId', 16, ({ buyerId }) => buyerId),
  text('country', 18, ({ country }, words) => words.country(country)),
  text('policy', 30, ({ policyId }, words) => words.policy(policyId)),
  { ...text<CollectionCase>('policyId', 16, ({ policyId }) => policyId), within: 'policy' },
  text('status', 18, ({ status }, words) => words.caseStatus(status)),
  money('claimed', ({ claimed }) => claimed),
  money('recovered', ({ recovered }) => recovered),
  money('outstanding', ({ outstanding }) => outstanding),
  day('openedAt', ({ openedAt }) => openedAt),
  day('oldestDueOn', ({ oldestDueOn }) => oldestDueOn),
  text('lastStep', 24, ({ lastStep }, words) => words.caseStep(lastStep.kind)),
  text('invoices', 40, ({ invoiceNumbers }) => invoiceNumbers.join(', ')),
  text('id', 16, ({ id }) => id),
]

export const batchColumns: readonly ExportColumn<FollowedRow>[] = [
  text('buyerName', 40, ({ buyerName }) => buyerName),
  text('country', 18, ({ country }, words) => words.country(country)),
  text('policy', 30, ({ policyId }, words) => words.policy(policyId)),
  text('policyId', 16, ({ policyId }) => policyId),
  money('amount', ({ amount }) => amount),
  number('terms', ({ paymentTermsDays }) => paymentTermsDays),
  text('status', 18, ({ status }, words) => words.followed(status)),
  money('granted', ({ granted }) => granted),
  day('decidedAt', ({ decidedAt }) => decidedAt),
  day('expectedBy', ({ expectedBy }) => expectedBy),
  day('startsOn', ({ startsOn }) => startsOn),
  day('endsOn', ({ endsOn }) => endsOn),
  text('id', 16, ({ applicationId }) => applicationId),
]
