/**
 * By what the rows of a long list are searched, sorted and filtered, in memory, as of one moment: rows
 * are named by their place in the order by name.
 */
import type { SearchQuestion } from '../../../shared/credit/search-text.ts'
import { createNumbers } from './numbers.ts'
import { createPace, sortedOrdinals, stepsAtOnce } from './pace.ts'
import { buildTextColumn, type TextColumn } from './text-column.ts'

/** Some of a few texts, or a number; or none. */
export type ColumnKind = 'codes' | 'number'

/** What narrows and orders the rows. */
export type KeyQuery = {
  readonly search: SearchQuestion
  readonly equals: readonly { readonly column: string; readonly value: string }[]
  /** Of which rows alone the list is: those with one of `values`. All, where it is left out. */
  readonly within?: { readonly column: string; readonly values: readonly string[] } | undefined
  /** Null: by name. Rows without a value come last; among equal ones, by name. */
  readonly sort: string | null
  readonly descending: boolean
}

export type ListKeys = {
  readonly count: number
  readonly idAt: (row: number) => string
  /** -1 where it is not here. */
  readonly rowOf: (id: string) => number
  /** The rows that answer a query, in its order. */
  readonly select: (query: KeyQuery) => Promise<Uint32Array>
}

export type KeysBuilder = {
  /**
   * Adds what comes next by name.
   * @param values one for each column: a number, a text, an array of texts; anything else is none
   */
  readonly add: (id: string, searchText: string, values: readonly unknown[]) => void
  readonly finish: () => ListKeys
}

/** @param kinds the columns by name, in the order of the values of a row */
export function buildListKeys(kinds: Readonly<Record<string, ColumnKind>>): KeysBuilder {
  const ids = buildTextColumn()
  const texts = buildTextColumn()
  const columns = Object.entries(kinds).map(([name, kind]) => ({
    name,
    ...(kind === 'number' ? numberColumn() : codesColumn()),
  }))
  let count = 0

  return {
    add(id, searchText, values) {
      ids.add(id)
      texts.add(searchText)
      columns.forEach((column, index) => column.add(values[index] ?? null))
      count += 1
    },
    finish: () => createListKeys(count, ids.finish(), texts.finish(), columns),
  }
}

type NamedColumn = Column & { readonly name: string }

function createListKeys(
  count: number,
  ids: TextColumn,
  texts: TextColumn,
  columns: readonly NamedColumn[],
): ListKeys {
  function columnNamed(name: string) {
    const column = columns.find((one) => one.name === name)
    if (column === undefined) throw new Error(`no column ${name}`)
    return column
  }

  const orders = new Map<string, Promise<Uint32Array>>()
  function orderBy(name: string, descending: boolean): Promise<Uint32Array> {
    const key = `${descending ? '-' : ''}${name}`
    const known = orders.get(key)
    if (known !== undefined) return known
    const ranks = columnNamed(name).ranks()
    const order = sortedOrdinals(descending ? ranks.map((rank) => -rank) : ranks)
    orders.set(key, order)
    return order
  }

  async function select(query: KeyQuery): Promise<Uint32Array> {
    const pace = createPace()
    const found = await searched(texts.mark, query.search)
    const tests = query.equals.map(({ column, value }) => columnNamed(column).has([value]))
    const { within } = query
    if (within !== undefined) tests.push(columnNamed(within.column).has(within.values))
    const order = query.sort === null ? null : await orderBy(query.sort, query.descending)
    const isReversed = order === null && query.descending
    const rows = new Uint32Array(count)
    let length = 0
    for (let from = 0; from < count; from += stepsAtOnce) {
      const end = Math.min(from + stepsAtOnce, count)
      length = pick({ found, tests, order, isReversed }, rows, length, from, end)
      // oxlint-disable-next-line no-await-in-loop -- main answers the page between
      await pace()
    }
    return rows.slice(0, length)
  }

  return { count, idAt: ids.at, rowOf: ids.rowOf, select }
}

type Picking = {
  readonly found: Marks | null
  readonly tests: readonly ((row: number) => boolean)[]
  readonly order: Uint32Array | null
  readonly isReversed: boolean
}

/** Puts those into `rows`, from `length` on, that stand from `from` up to `end` and are wanted; their new length. */
function pick(
  { found, tests, order, isReversed }: Picking,
  rows: Uint32Array,
  length: number,
  from: number,
  end: number,
): number {
  let next = length
  for (let at = from; at < end; at += 1) {
    const row = order === null ? (isReversed ? rows.length - 1 - at : at) : (order[at] ?? 0)
    if (found !== null && found[row] === 0) continue
    if (tests.length > 0 && !tests.every((test) => test(row))) continue
    rows[next] = row
    next += 1
  }
  return next
}

type Marks = Uint8Array

/** Null where nothing is searched for. */
async function searched(
  mark: TextColumn['mark'],
  { words, numbers }: SearchQuestion,
): Promise<Marks | null> {
  if (words.length === 0 && numbers.length === 0) return null
  const marked = new Map<string, Promise<Marks>>()
  const having = (word: string) => {
    const marks = marked.get(word) ?? mark(word)
    marked.set(word, marks)
    return marks
  }
  const byNumber = numbers.map(having)
  if (words.length === 0) return anyOf(byNumber)
  const byWords = words.map((readings) => anyOf(readings.map((parts) => allOf(parts.map(having)))))
  return anyOf([allOf(byWords), ...byNumber])
}

async function allOf(all: readonly Promise<Marks>[]): Promise<Marks> {
  const [first = new Uint8Array(), ...others] = await Promise.all(all)
  return others.reduce(inBoth, first)
}

async function anyOf(all: readonly Promise<Marks>[]): Promise<Marks> {
  const [first = new Uint8Array(), ...others] = await Promise.all(all)
  return others.reduce(inEither, first)
}

/** A loop: a function that is called for each row takes twice as long. */
function inBoth(one: Marks, other: Marks): Marks {
  const marks = new Uint8Array(one.length)
  for (let row = 0; row < marks.length; row += 1) marks[row] = (one[row] ?? 0) & (other[row] ?? 0)
  return marks
}

function inEither(one: Marks, other: Marks): Marks {
  const marks = new Uint8Array(one.length)
  for (let row = 0; row < marks.length; row += 1) marks[row] = (one[row] ?? 0) | (other[row] ?? 0)
  return marks
}

type Column = {
  readonly add: (value: unknown) => void
  /** Whether a row has one of `values`. */
  readonly has: (values: readonly string[]) => (row: number) => boolean
  /** By what rows are sorted; not a number where one has none. */
  readonly ranks: () => Float64Array
}

function numberColumn(): Column {
  const values = createNumbers((length) => new Float64Array(length))
  return {
    add: (value) => values.add(typeof value === 'number' ? value : Number.NaN),
    has(wanted) {
      const [all, numbers] = [values.all(), new Set(wanted.map(Number))]
      return (row) => numbers.has(all[row] ?? Number.NaN)
    },
    ranks: () => values.all().slice(),
  }
}

/** One or several of a few texts a row. */
function codesColumn(): Column {
  const numbers = new Map<string, number>()
  const codes = createNumbers((length) => new Uint32Array(length))
  /** Where the codes of each row end. */
  const ends = createNumbers((length) => new Uint32Array(length))

  function addCode(text: unknown): void {
    if (typeof text !== 'string') return
    const number = numbers.get(text) ?? numbers.size
    if (number === numbers.size) numbers.set(text, number)
    codes.add(number)
  }

  function add(value: unknown): void {
    if (Array.isArray(value)) value.forEach(addCode)
    else addCode(value)
    ends.add(codes.count())
  }

  return {
    add,
    has(wanted) {
      const [all, endOf] = [codes.all(), ends.all()]
      const marked = new Uint8Array(numbers.size)
      for (const text of wanted) marked[numbers.get(text) ?? numbers.size] = 1
      return (row) => {
        for (let at = row === 0 ? 0 : (endOf[row - 1] ?? 0); at < (endOf[row] ?? 0); at += 1) {
          if (marked[all[at] ?? numbers.size] === 1) return true
        }
        return false
      }
    },
    ranks() {
      const sorted = [...numbers.keys()].toSorted()
      const rankOf = new Map(sorted.map((text, rank) => [numbers.get(text), rank]))
      const [all, endOf] = [codes.all(), ends.all()]
      return Float64Array.from(endOf, (end, row) => {
        const start = row === 0 ? 0 : (endOf[row - 1] ?? 0)
        return start < end ? (rankOf.get(all[start] ?? 0) ?? Number.NaN) : Number.NaN
      })
    },
  }
}
