/** What the lines of a ledger say, or what is wrong with each. */
import type { LedgerField, LedgerProblem } from '../../../../shared/contract/servnet/exposure.ts'
import { minorDigitsOf, minorUnitsOf } from '../../../../shared/credit/minor-units.ts'
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
  amountIn,
  countryIn,
  currencyIn,
  dayIn,
  idIn,
  nameIn,
  type Conventions,
} from '../../../../shared/tables/values.ts'
import { takeApart, withoutMinus } from '../../../../shared/tables/written-amounts.ts'

export type LedgerLine = {
  readonly customerNumber: string | null
  /** Null where only its number names the customer. */
  readonly name: string | null
  readonly country: string | null
  readonly registrationNumber: string | null
  readonly invoice: string | null
  readonly issuedOn: string | null
  readonly dueOn: string
  /** In the smallest units of its currency; below zero for a credit note. */
  readonly units: bigint
  readonly currency: string
  readonly policy: string | null
}

export type Question = {
  readonly kind: 'decimalSign' | 'dayOrder'
  readonly sample: string
}

export type ReadLine =
  | { readonly kind: 'line'; readonly line: LedgerLine }
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
  const amountAt = columns.indexOf('amount')
  const days = (['issuedOn', 'dueOn'] as const)
    .map((field) => columns.indexOf(field))
    .filter((at) => at >= 0)
  return {
    look(rows) {
      for (const { cells } of rows) {
        const amount = cells[amountAt]
        if (amount?.kind === 'text') {
          const sign = decimalSignIn([digitsOf(amount.text).digits])
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

function digitsOf(text: string) {
  const { text: rest, isNegative } = withoutMinus(text)
  return { ...takeApart(rest), isNegative }
}

/**
 * Reads lines one after the other. What was read of a text is remembered: names, days and currencies come
 * back all the time.
 * @param options.currency of amounts whose line says none
 */
export function createLineReader(options: {
  readonly columns: LedgerFields
  readonly conventions: Conventions
  readonly currency: string
}): (row: Row) => ReadLine {
  const { columns, conventions, currency } = options
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

  return (row) => {
    const cellOf = (field: LedgerField): Cell => row.cells[places.get(field) ?? -1] ?? emptyCell
    const end: { stopped: ReadLine | null } = { stopped: null }
    const refuse = (field: LedgerField, code: LedgerProblem['code'], text?: string): null => {
      const shown = (text ?? shownIn(cellOf(field))).trim().slice(0, longestText)
      const problem = { place: row.place, field, code, text: shown }
      end.stopped ??= { kind: 'wrong', problem }
      return null
    }
    const ask = (field: LedgerField, kind: Question['kind']): null => {
      const question = { kind, sample: shownIn(cellOf(field)).trim().slice(0, longestText) }
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
    const isUndated = isBlank(cellOf('dueOn'))
    // A total, a heading: what it shows says best what it is.
    if (isUndated || isNameless) refuse(isUndated ? 'dueOn' : 'name', 'required', firstShown(row))
    const dueOn = optional('dueOn')
    const owed = moneyOf()
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
    if (dueOn === null || owed === null) throw new Error('what is missing was said before')
    return { kind: 'line', line: { ...line, dueOn, ...owed } }

    function moneyOf(): Pick<LedgerLine, 'units' | 'currency'> | null {
      const cell = cellOf('amount')
      if (isBlank(cell)) return refuse('amount', 'required')
      const { bare, isNegative, written } = unsigned(cell)
      const said = optional('currency')
      if (written !== null && currencyIn({ kind: 'text', text: written }).kind !== 'read') {
        return refuse('amount', 'no_amount')
      }
      if (said !== null && written !== null && said !== written) {
        return refuse('currency', 'currency_unknown')
      }
      const reading = amountIn(bare, conventions)
      if (reading.kind === 'ambiguous') return ask('amount', 'decimalSign')
      if (reading.kind === 'wrong') {
        const { reason } = reading
        return refuse('amount', reason === 'no_whole_number' ? 'no_amount' : reason)
      }
      const own = said ?? written ?? currency
      const money = { amount: reading.value, currency: own }
      const units = minorUnitsOf(money)
      if (units === null) {
        return refuse('amount', minorDigitsOf(own) === 0 ? 'no_decimals' : 'too_many_decimals')
      }
      if (Number(reading.value) > greatestAmount) return refuse('amount', 'amount_too_large')
      return { units: isNegative ? -units : units, currency: own }
    }
  }
}

/** As the portal has it, of what is asked for. */
const greatestAmount = 999_999_999_999

function unsigned(cell: Cell): {
  readonly bare: Cell
  readonly isNegative: boolean
  readonly written: string | null
} {
  if (cell.kind === 'number') {
    const bare = { ...cell, value: Math.abs(cell.value) }
    return { bare, isNegative: cell.value < 0, written: null }
  }
  const { digits, currency, isNegative } = digitsOf(shownIn(cell))
  return { bare: { kind: 'text', text: digits }, isNegative, written: currency }
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
