/** What the rows of a table of applications say, or what is wrong with each: without looking at what is kept. */
import type { Money } from '../../../../shared/contract/common.ts'
import { askedMoneySchema } from '../../../../shared/contract/credit/amounts.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import {
  type BatchField,
  type BatchProblem,
  type BatchProblemCode,
  type BatchView,
} from '../../../../shared/contract/servnet/batch.ts'
import { longestCell } from '../../../../shared/contract/servnet/opened-tables.ts'
import { minorDigitsOf, minorUnitsOf, moneyOfUnits } from '../../../../shared/credit/minor-units.ts'
import { foldLetters } from '../../../../shared/rules/typed-text.ts'
import { decimalSignIn } from '../../../../shared/tables/amounts.ts'
import {
  emptyCell,
  isBlank,
  shownIn,
  type Cell,
  type Reading,
} from '../../../../shared/tables/cells.ts'
import { dayOrderIn } from '../../../../shared/tables/days.ts'
import {
  amountIn,
  countryIn,
  currencyIn,
  dayIn,
  idIn,
  nameIn,
  wholeIn,
  type Conventions,
} from '../../../../shared/tables/values.ts'
import { takeApart } from '../../../../shared/tables/written-amounts.ts'
import type { BatchDraft, DraftRow } from './batch-draft.ts'

/** A row as far as it can be read. */
export type RowValues = {
  readonly buyerId: string | null
  readonly name: string | null
  readonly country: string | null
  readonly registrationNumber: string | null
  readonly town: string | null
  readonly policy: Policy | null
  readonly amount: Money | null
  readonly terms: number | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly problems: readonly BatchProblem[]
}

export type ValueRules = {
  readonly policies: readonly Policy[]
  readonly conventions: Conventions
  /** The present day, by UTC as all days of the portal. */
  readonly today: string
}

const longestTerms = 720

type CellOf = (draft: BatchDraft, row: DraftRow, field: BatchField) => Cell

/** The cell of a field: as the person put it, else as the table has it. */
export const cellOf: CellOf = (draft, row, field) => {
  const edited = row.edits[field]
  return edited === undefined ? writtenCellOf(draft, row, field) : { kind: 'text', text: edited }
}

/** As the table has it, whatever the person put in its place. */
const writtenCellOf: CellOf = ({ columns }, row, field) =>
  row.cells[columns.indexOf(field)] ?? emptyCell

/** What a field of a row shows. */
export function textOf(draft: BatchDraft, row: DraftRow, field: BatchField): string {
  const cell = cellOf(draft, row, field)
  if (isBlank(cell)) return ''
  if (cell.kind === 'number' && field !== 'amount') {
    const id = idIn(cell)
    if (id.kind === 'read') return id.value
  }
  return shownIn(cell).slice(0, longestCell)
}

/**
 * How amounts and days are read: as the table itself proves, else as the person said, of it or of one before. What
 * they typed into single rows counts last: it is no reason to read all others anew.
 */
export function conventionsOf(draft: BatchDraft): Conventions {
  const amounts = (of: CellOf) => decimalSignIn(textsOf(draft, of, ['amount'], bareAmount))
  const days = (of: CellOf) => dayOrderIn(textsOf(draft, of, ['startsOn', 'endsOn']))
  return {
    decimalSign: amounts(writtenCellOf) ?? draft.decimalSign ?? amounts(cellOf),
    dayOrder: days(writtenCellOf) ?? draft.dayOrder ?? days(cellOf),
  }
}

/** What only the person can say, with a text that can be read in two ways. */
export function questionsOf(draft: BatchDraft, conventions: Conventions): BatchView['questions'] {
  const questions: BatchView['questions'] = []
  const ask = (
    kind: BatchView['questions'][number]['kind'],
    fields: readonly BatchField[],
    isOpen: (cell: Cell) => boolean,
  ) => {
    for (const row of draft.rows) {
      if (row.isLeft) continue
      for (const field of fields) {
        const cell = cellOf(draft, row, field)
        if (isBlank(cell) || !isOpen(cell)) continue
        questions.push({ kind, sample: textOf(draft, row, field).trim() })
        return
      }
    }
  }
  ask('decimalSign', ['amount'], (cell) => amountIn(bare(cell), conventions).kind === 'ambiguous')
  ask('dayOrder', ['startsOn', 'endsOn'], (cell) => dayIn(cell, conventions).kind === 'ambiguous')
  return questions
}

function* textsOf(
  draft: BatchDraft,
  of: CellOf,
  fields: readonly BatchField[],
  as: (text: string) => string = (text) => text,
): Generator<string> {
  for (const row of draft.rows) {
    for (const field of fields) {
      const cell = of(draft, row, field)
      if (cell.kind === 'text') yield as(cell.text)
    }
  }
}

const bareAmount = (text: string) => takeApart(text).digits

function bare(cell: Cell): Cell {
  return cell.kind === 'text' ? { kind: 'text', text: bareAmount(cell.text) } : cell
}

/** Reads one row. */
export function valuesOf(draft: BatchDraft, row: DraftRow, rules: ValueRules): RowValues {
  const problems: BatchProblem[] = []
  const refuse = (field: BatchField, code: BatchProblemCode, params?: BatchProblem['params']) => {
    problems.push(params === undefined ? { field, code } : { field, code, params })
    return null
  }
  /** Null where it is empty, or wrong, which is noted. */
  function optional<Value>(
    field: BatchField,
    of: (cell: Cell) => Reading<Value>,
    ambiguous: BatchProblemCode = 'no_amount',
  ): Value | null {
    const cell = cellOf(draft, row, field)
    if (isBlank(cell)) return null
    const reading = of(cell)
    if (reading.kind === 'read') return reading.value
    return refuse(field, reading.kind === 'wrong' ? reading.reason : ambiguous)
  }
  const day = (field: 'startsOn' | 'endsOn') =>
    optional(field, (cell) => dayIn(cell, rules.conventions), 'day_ambiguous')

  const policy = policyOf(draft, row, rules.policies, refuse)
  const amount = moneyOf(draft, row, { policy, rules, refuse, optional })
  const startsOn = day('startsOn')
  const endsOn = day('endsOn')
  if (endsOn !== null && startsOn !== null && endsOn < startsOn)
    refuse('endsOn', 'ends_before_starts')
  else if (endsOn !== null && endsOn < rules.today) refuse('endsOn', 'ends_in_past')
  return {
    buyerId: row.buyerId ?? optional('buyerId', idIn),
    name: optional('name', nameIn),
    country: optional('country', countryIn),
    registrationNumber: optional('registrationNumber', idIn),
    town: optional('town', nameIn),
    policy,
    amount,
    terms: termsOf(draft, row, { policy, refuse, optional }),
    startsOn,
    endsOn,
    problems,
  }
}

type Refuse = (field: BatchField, code: BatchProblemCode, params?: BatchProblem['params']) => null
type Optional = <Value>(
  field: BatchField,
  of: (cell: Cell) => Reading<Value>,
  ambiguous?: BatchProblemCode,
) => Value | null

/** By its number, or by its name where only one is called so; else that which is meant for all rows. */
function policyOf(
  draft: BatchDraft,
  row: DraftRow,
  policies: readonly Policy[],
  refuse: Refuse,
): Policy | null {
  const cell = cellOf(draft, row, 'policy')
  if (isBlank(cell)) {
    const [only, ...others] = policies
    const chosen = policies.find(({ id }) => id === draft.policyId)
    const meant = chosen ?? (others.length === 0 ? only : undefined)
    return meant ?? refuse('policy', 'required')
  }
  const id = idIn(cell)
  if (id.kind !== 'read') {
    return refuse('policy', id.kind === 'wrong' ? id.reason : 'policy_unknown')
  }
  const folded = foldLetters(id.value)
  const byId = policies.find((policy) => foldLetters(policy.id) === folded)
  if (byId !== undefined) return byId
  const [named, ...others] = policies.filter((policy) => foldLetters(policy.name) === folded)
  if (others.length > 0) return refuse('policy', 'policy_ambiguous')
  return named ?? refuse('policy', 'policy_unknown')
}

function moneyOf(
  draft: BatchDraft,
  row: DraftRow,
  reader: {
    readonly policy: Policy | null
    readonly rules: ValueRules
    readonly refuse: Refuse
    readonly optional: Optional
  },
): Money | null {
  const { policy, rules, refuse, optional } = reader
  const cell = cellOf(draft, row, 'amount')
  const said = optional('currency', currencyIn)
  const written = cell.kind === 'text' ? takeApart(cell.text).currency : null
  if (written !== null && currencyIn({ kind: 'text', text: written }).kind !== 'read') {
    return refuse('amount', 'no_amount')
  }
  if (said !== null && written !== null && said !== written) {
    return refuse('currency', 'currency_differs')
  }
  if (isBlank(cell)) return refuse('amount', 'required')
  if (/^\s*[-\u2212]\s*\d/.test(shownIn(cell))) return refuse('amount', 'amount_negative')
  const amount = optional(
    'amount',
    (one) => amountIn(bare(one), rules.conventions),
    'amount_ambiguous',
  )
  const currency = said ?? written ?? policy?.currency ?? null
  if (amount === null || currency === null) return null
  const units = minorUnitsOf({ amount, currency })
  const max = minorDigitsOf(currency)
  if (units === null) {
    return max === 0
      ? refuse('amount', 'no_decimals')
      : refuse('amount', 'too_many_decimals', { max })
  }
  const money = moneyOfUnits(units, currency)
  return askedMoneySchema.safeParse(money).success ? money : refuse('amount', 'amount_too_large')
}

/** A number of days, with the word for it in one of the six languages or its first letter; of months it is none. */
const writtenTerms =
  /^\s*(?:net(?:to)?\s+)?(\d{1,3})\s*(?:j|jours?|d|days?|dag(?:en)?|t|tage?n?|d[ií]as?|gg?|giorn[io])?\.?(?:\s+net(?:to|ti|s)?)?\s*$/iu

/** `30`, `30 days`; the longest of the policy where the table says none, nor the person. */
function termsOf(
  draft: BatchDraft,
  row: DraftRow,
  reader: { readonly policy: Policy | null; readonly refuse: Refuse; readonly optional: Optional },
): number | null {
  const { policy, refuse, optional } = reader
  const days = (cell: Cell) => {
    const digits = writtenTerms.exec(shownIn(cell))?.[1] ?? ''
    return wholeIn({ kind: 'text', text: digits }, 0, longestTerms)
  }
  const max = policy?.maximumTermsDays ?? longestTerms
  const within = (terms: number) =>
    terms > max ? refuse('terms', 'terms_too_long', { max }) : terms
  if (!isBlank(cellOf(draft, row, 'terms'))) {
    const own = optional('terms', days)
    return own === null ? null : within(own)
  }
  if (draft.terms === null) return policy?.maximumTermsDays ?? null
  const forAll = days({ kind: 'text', text: draft.terms })
  return forAll.kind === 'read' ? within(forAll.value) : refuse('terms', 'no_whole_number')
}
