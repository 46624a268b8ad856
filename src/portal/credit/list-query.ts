/**
 * A page of a list of rows, sorted and filtered in SQL. What is asked for decides how it is found: where
 * one of the conditions holds for few rows, those are looked through and sorted; else the index of the
 * order is followed, and what does not fit is passed over, by its id alone where not too many fit. None
 * grows with the portfolio, as long as a condition that holds for many holds for many all over.
 */
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { idSchema, isPlainText, type PageQuery } from '../../shared/contract/common.ts'
import type { Db } from '../platform/db/open.ts'
import { decodeCursor, pageOf, type Page } from '../platform/paging.ts'

/** What rows are ordered by before their names: a column, and how its values are written. */
export type SortColumn = {
  readonly name: string
  readonly kind: 'text' | 'integer' | 'time' | 'decimal'
}

export type Sort = {
  /** Null: by name alone. Rows without a value come last, whichever the direction. */
  readonly column: SortColumn | null
  readonly isDescending: boolean
}

/** A condition on `rows`. */
export type Filter = {
  /** In columns that no index is to be chosen for: see `shielded`. */
  readonly condition: RawBuilder<unknown>
  /** Ids of buyers, among which are those of all rows that it holds for; several are tried. */
  readonly candidates: readonly RawBuilder<unknown>[]
}

export type ListQuestion = {
  /** What is selected from, as `rows`. */
  readonly source: RawBuilder<unknown>
  /** Whether `source` has an index for each order, so that it pays to choose. */
  readonly isIndexed: boolean
  /** Holds for the rows of the portfolio; an index begins with it. */
  readonly within: RawBuilder<unknown>
  readonly id: 'buyer_id' | 'limit_id'
  readonly sort: Sort
  readonly filters: readonly Filter[]
}

/** Up to how many ids it pays to do what with. */
export type Sizes = {
  /** As few as are looked through in less time than an index is followed over many that do not fit. */
  readonly few: number
  /**
   * As many are gathered in less time than it takes to look at each row of an order until enough fit. Of
   * more, enough fit among the first that are looked at.
   */
  readonly some: number
}

export const usualSizes: Sizes = { few: 2_000, some: 20_000 }

/** `column` as an expression: equal to it, and no index is chosen for it. */
export function shielded(column: string, kind: SortColumn['kind']): RawBuilder<unknown> {
  const name = sql.ref(`rows.${column}`)
  return kind === 'text' ? sql`(${name} || '')` : sql`(${name} + 0)`
}

type Position = readonly [value: string | number | null, nameKey: string, id: string]
type Found = { readonly id: string; readonly name_key: string; readonly value: Position[0] }

/**
 * A page of ids.
 * @throws ProblemError `invalid_request` for a cursor that no such list bore
 */
export async function listIds(
  db: Db,
  question: ListQuestion,
  { cursor, limit }: PageQuery,
  sizes: Sizes = usualSizes,
): Promise<Page<string>> {
  const after = cursor === undefined ? null : decodeCursor(cursor, positionSchema(question.sort))
  const fewest = question.isIndexed ? await findFewest(db, question.filters, sizes) : null
  const rows = await follow(db, question, { after, fewest, limit: limit + 1 })
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    ({ value, name_key, id }) => [value, name_key, id],
  )
}

const plainText = z.string().refine(isPlainText)
/** What the database can compare with its columns. */
const valueSchemas = {
  text: plainText,
  integer: z.int32(),
  time: z.int(),
  decimal: z.number(),
} as const satisfies Record<SortColumn['kind'], z.ZodType>

function positionSchema({ column }: Sort): z.ZodType<Position> {
  const value = column === null ? z.null() : valueSchemas[column.kind].nullable()
  return z.tuple([value, plainText, idSchema])
}

type Candidates = {
  readonly of: RawBuilder<unknown>
  readonly count: number
  /** Whether it is best to begin with them. */
  readonly isFew: boolean
}

/** The smallest set of candidates that there is, if it is no larger than `some`; null where none is. */
async function findFewest(
  db: Db,
  filters: readonly Filter[],
  { few, some }: Sizes,
): Promise<Candidates | null> {
  const found: Candidates[] = []
  for (const of of filters.flatMap(({ candidates }) => candidates)) {
    // oxlint-disable-next-line no-await-in-loop -- one found to be empty ends it
    const count = await countUpTo(db, of, some)
    if (count <= some) found.push({ of, isFew: count <= few, count })
    if (count === 0) break
  }
  const [best = null, ...others] = found.toSorted((one, other) => one.count - other.count)
  if (best === null || best.isFew || others.length === 0) return best
  // What is in all of them may be few, though none of them is.
  const parts = found.map(({ of }) => sql`select buyer_id from (${of}) as c`)
  const ids = await idsUpTo(db, sql.join(parts, sql` intersect `), few)
  return ids.length > few ? best : { of: listed(ids), isFew: true, count: ids.length }
}

/** The ids that `of` has; one more than `most` where there are more. */
async function idsUpTo(db: Db, of: RawBuilder<unknown>, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ buyer_id: string }>`
    select buyer_id from (${of}) as c limit ${most + 1}`.execute(db)
  return rows.map(({ buyer_id: id }) => id)
}

/** What has been found once is not looked for again. */
function listed(ids: readonly string[]): RawBuilder<unknown> {
  if (ids.length === 0) return sql`select null as buyer_id where 1 = 0`
  return sql`select column1 as buyer_id from (values ${sql.join(ids.map((id) => sql`(${id})`))}) as v`
}

/** How many ids `of` has; one more than `most` where there are more. */
async function countUpTo(db: Db, of: RawBuilder<unknown>, most: number): Promise<number> {
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from (select 1 from (${of}) as c limit ${most + 1}) as s`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

type Way = {
  readonly after: Position | null
  readonly fewest: Candidates | null
  readonly limit: number
}

/** First those that have a value to be ordered by, then those that have none, by name. */
async function follow(db: Db, question: ListQuestion, way: Way): Promise<readonly Found[]> {
  const { column, isDescending } = question.sort
  if (column === null) return select(db, question, way, { column: null, isDescending })
  const isPast = way.after !== null && way.after[0] === null
  const known = isPast ? [] : await select(db, question, way, { column, isDescending })
  if (known.length >= way.limit) return known
  const rest = { ...way, after: isPast ? way.after : null, limit: way.limit - known.length }
  const where = sql`rows.${sql.ref(column.name)} is null`
  const unknown = { ...question, within: sql`${question.within} and ${where}` }
  const others = await select(db, unknown, rest, { column: null, isDescending: false })
  return [...known, ...others]
}

async function select(
  db: Db,
  question: ListQuestion,
  { after, fewest, limit }: Way,
  { column, isDescending }: Sort,
): Promise<readonly Found[]> {
  const { source, within, id, filters } = question
  const isFew = fewest?.isFew ?? false
  // What is few is looked up by its ids, and not searched for along an order.
  const named = (name: string, kind: SortColumn['kind']) =>
    isFew ? shielded(name, kind) : sql.ref(`rows.${name}`)
  const order = [
    ...(column === null ? [] : [named(column.name, column.kind)]),
    named('name_key', 'text'),
    named(id, 'text'),
  ]
  const conditions = [
    within,
    ...(column === null ? [] : [sql`rows.${sql.ref(column.name)} is not null`]),
    ...(after === null
      ? []
      : [isBehind(order, column === null ? after.slice(1) : after, isDescending)]),
    ...(fewest === null ? [] : [isAmong(fewest)]),
    ...filters.map(({ condition }) => (isFew ? condition : passed(condition))),
  ]
  const direction = isDescending ? sql`desc` : sql`asc`
  const { rows } = await sql<Found>`
    select rows.${sql.ref(id)} as id, rows.name_key,
      ${column === null ? sql`null` : sql`rows.${sql.ref(column.name)}`} as value
    from ${isFew && fewest !== null ? beginningWith(fewest, source) : source}
    where ${sql.join(conditions, sql` and `)}
    order by ${sql.join(
      order.map((one) => sql`${one} ${direction}`),
      sql`, `,
    )}
    limit ${limit}`.execute(db)
  return rows
}

/** The rows of few buyers. SQLite reads what a `cross join` names first before the rest, whatever it supposes. */
function beginningWith({ of }: Candidates, source: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select distinct buyer_id from (${of}) as c) as few cross join ${source}`
}

/** Whether the buyer of a row is among these. Where they are nowhere to begin, they are gathered once, and looked up. */
function isAmong({ of, isFew }: Candidates): RawBuilder<unknown> {
  return isFew ? sql`rows.buyer_id = few.buyer_id` : passed(sql`rows.buyer_id in (${of})`)
}

/**
 * A condition on rows that come in their order. A planner that sees into it may think that it holds for next to
 * none, and sort all that there are to find them; of this it supposes that it holds for every other row.
 */
function passed(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${condition} then true else false end`
}

function isBehind(
  order: readonly RawBuilder<unknown>[],
  position: readonly (string | number | null)[],
  isDescending: boolean,
): RawBuilder<unknown> {
  const than = isDescending ? sql`<` : sql`>`
  return sql`(${sql.join(order)}) ${than} (${sql.join([...position])})`
}
