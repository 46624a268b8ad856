/** What the lines of a ledger say, or what is wrong with each. */
import type { LedgerField, LedgerProblem } from '../../../../shared/contract/servnet/exposure.ts'
import { assertNever } from '../../../../shared/assert-never.ts'
import { decimalSignIn, type DecimalSign } from '../../../../shared/tables/amounts.ts'
import {
  emptyCell,
  isBlank,
  shownIn,
  type Cell,
  type Reading,
  type Row,
} from '../../../../shared/tables/cells.ts'
import { dayOrderIn, type DayOrder } from '../../../../shared/tables/days.ts'
import {
  countryIn,
  currencyIn,
  dayIn,
  idIn,
  nameIn,
  type Conventions,
} from '../../../../shared/tables/values.ts'
import { agesIn, bandOfField, isTotalName } from './ledger-ages.ts'
import { digitsOf, moneyIn, type LedgerMoney } from './ledger-amounts.ts'

export type LedgerLine = {
  readonly customerNumber: string | null
  /** Null where only its number names the customer. */
  readonly name: string | null
  readonly country: string | null
  readonly registrationNumber: string | null
  readonly invoice: string | null
  readonly issuedOn: string | null
  /** Null where it is only known that it is not due. */
  readonly dueOn: string | null
  readonly policy: string | null
} & LedgerMoney

type Owed = Pick<LedgerLine, 'dueOn' | 'units' | 'currency'>

export type Question = {
  readonly kind: 'decimalSign' | 'dayOrder'
  readonly sample: string
}

export type ReadLine =
  /** One, or of an aged ledger one an age. */
  | { readonly kind: 'lines'; readonly lines: readonly LedgerLine[] }
  | { readonly kind: 'wrong'; readonly problem: LedgerProblem }
  /** It can mean two things, and only the person knows which. */
  | { readonly kind: 'question'; readonly question: Question }

export type LedgerFields = readonly (LedgerField | null)[]

const longestText = 500

/** How amounts and days are written that say it themselves, of portions of a ledger one after the other. */
export function createConventions(columns: LedgerFields): {
  readonly look: (rows: readonly Row[]) => void
  /** Null where nothing tells, or one amount or day says another thing than the next. */
  readonly found: () => Conventions
} {
  const signs = new Set<DecimalSign>()
  const orders = new Set<DayOrder>()
  const amounts = columns.flatMap((field, at) =>
    field === 'amount' || bandOfField(field) !== null ? [at] : [],
  )
  const days = (['issuedOn', 'dueOn'] as const)
    .map((field) => columns.indexOf(field))
    .filter((at) => at >= 0)
  return {
    look(rows) {
      for (const { cells } of rows) {
        for (const at of amounts) {
          const amount = cells[at]
          const isText = amount?.kind === 'text'
          const sign = isText ? decimalSignIn([digitsOf(amount.text).digits]) : null
          if (sign !== null) signs.add(sign)
        }
        for (const at of days) {
          const day = cells[at]
          const order = day?.kind === 'text' ? dayOrderIn([day.text]) : null
          if (order !== null) orders.add(order)
        }
      }
    },
    found: () => ({ decimalSign: only(signs), dayOrder: only(orders) }),
  }
}

function only<One>(all: ReadonlySet<One>): One | null {
  const [first = null] = all
  return all.size === 1 ? first : null
}

/**
 * Reads lines one after the other. What was read of a text is remembered: names, days and currencies come
 * back all the time.
 * @param options.currency of amounts whose line says none
 * @param options.agedOn the day on which its ages were counted; null where it says due dates
 */
export function createLineReader(options: {
  readonly columns: LedgerFields
  readonly conventions: Conventions
  readonly currency: string
  readonly agedOn: string | null
}): (row: Row) => ReadLine {
  const { columns, conventions, currency, agedOn } = options
  const country = remembering(countryIn)
  const day = remembering((cell) => dayIn(cell, conventions))
  const readers = {
    customerNumber: remembering(idIn),
    name: remembering(nameIn),
    country,
    registrationNumber: remembering(idIn),
    invoice: idIn,
    issuedOn: day,
    dueOn: day,
    currency: remembering(currencyIn),
    policy: remembering(idIn),
  } as const
  const places = new Map(columns.map((field, at) => [field, at] as const))
  const ages = agedOn === null ? [] : agesIn(columns, agedOn)

  return (row) => {
    const cellOf = (field: LedgerField): Cell => row.cells[places.get(field) ?? -1] ?? emptyCell
    const end: { stopped: ReadLine | null } = { stopped: null }
    const refuse = (field: LedgerField, code: LedgerProblem['code'], text?: string): null => {
      const shown = (text ?? shownIn(cellOf(field))).trim().slice(0, longestText)
      const problem = { place: row.place, field, code, text: shown }
      end.stopped ??= { kind: 'wrong', problem }
      return null
    }
    const ask = (field: LedgerField, kind: Question['kind'], text?: string): null => {
      const sample = (text ?? shownIn(cellOf(field))).trim().slice(0, longestText)
      const question = { kind, sample }
      end.stopped ??= { kind: 'question', question }
      return null
    }
    function optional(field: keyof typeof readers): string | null {
      const cell = cellOf(field)
      if (isBlank(cell)) return null
      const reading = readers[field](cell)
      if (reading.kind === 'read') return reading.value
      if (reading.kind === 'ambiguous') return ask(field, 'dayOrder')
      return refuse(field, reading.reason === 'no_whole_number' ? 'no_number' : reading.reason)
    }

    const customerNumber = optional('customerNumber')
    const name = optional('name')
    const isNameless = name === null && customerNumber === null
    const isUndated = agedOn === null && isBlank(cellOf('dueOn'))
    // A total, a heading: what it shows says best what it is.
    if (isUndated || isNameless) refuse(isUndated ? 'dueOn' : 'name', 'required', firstShown(row))
    if (agedOn !== null && isTotal(customerNumber, name)) {
      refuse('name', 'total_line', name ?? customerNumber ?? '')
    }
    const owed = agedOn === null ? dated() : aged()
    const line = {
      customerNumber,
      name,
      country: optional('country'),
      registrationNumber: optional('registrationNumber'),
      invoice: optional('invoice'),
      issuedOn: optional('issuedOn'),
      policy: optional('policy'),
    }
    if (end.stopped !== null) return end.stopped
    return { kind: 'lines', lines: owed.map((part) => ({ ...line, ...part })) }

    function dated(): Owed[] {
      const dueOn = optional('dueOn')
      const amount = cellOf('amount')
      const money = isBlank(amount) ? refuse('amount', 'required') : moneyOf('amount', amount)
      return dueOn === null || money === null ? [] : [{ dueOn, ...money }]
    }

    /** What is owed of each age; it has to be what the ledger says is owed in all. */
    function aged(): Owed[] {
      const parts = ages.flatMap(({ field, at, dueOn }) => {
        const cell = row.cells[at] ?? emptyCell
        const money = isBlank(cell) ? null : moneyOf(field, cell)
        return money === null ? [] : [{ dueOn, ...money }]
      })
      const [first] = ages
      if (parts.length === 0 && first !== undefined) {
        refuse(first.field, 'required', firstShown(row))
      }
      const all = isBlank(cellOf('amount')) ? null : moneyOf('amount', cellOf('amount'))
      if (all !== null && !isSumOf(all, parts)) refuse('amount', 'ages_differ')
      return parts.filter(({ units }) => units !== 0n)
    }

    function moneyOf(field: LedgerField, cell: Cell): LedgerMoney | null {
      const reading = moneyIn(cell, { conventions, currency, said: optional('currency') })
      switch (reading.kind) {
        case 'read':
          return reading.money
        case 'ambiguous':
          return ask(field, 'decimalSign', shownIn(cell))
        case 'other_currency':
          return refuse('currency', 'currency_unknown')
        case 'wrong':
          return refuse(field, reading.code, shownIn(cell))
        default:
          return assertNever(reading)
      }
    }
  }
}

/** A sum is named in the one place or the other; who is called so has a number, too. */
function isTotal(customerNumber: string | null, name: string | null): boolean {
  if (customerNumber !== null && name !== null) return false
  return isTotalName(name ?? customerNumber ?? '')
}

function isSumOf({ units, currency }: LedgerMoney, parts: readonly LedgerMoney[]): boolean {
  const sum = parts.reduce((all, part) => all + part.units, 0n)
  return sum === units && parts.every((part) => part.currency === currency)
}

function firstShown({ cells }: Row): string {
  const cell = cells.find((one) => !isBlank(one))
  return cell === undefined ? '' : shownIn(cell)
}

/** As many texts of a column as are remembered. */
const mostRemembered = 50_000

function remembering(of: (cell: Cell) => Reading<string>): (cell: Cell) => Reading<string> {
  const known = new Map<string, Reading<string>>()
  return (cell) => {
    if (cell.kind !== 'text') return of(cell)
    const before = known.get(cell.text)
    if (before !== undefined) return before
    const reading = of(cell)
    if (known.size < mostRemembered) known.set(cell.text, reading)
    return reading
  }
}
