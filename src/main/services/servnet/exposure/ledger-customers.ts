/** How the customers of a ledger stand, as it is kept: written in portions, read by windows of any order. */
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import {
  ageBands,
  ledgerCustomerSchema,
  type CustomerFilters,
  type LedgerCustomer,
} from '../../../../shared/contract/servnet/ledger-customers.ts'
import { moneyFigureSchema } from '../../../../shared/contract/credit/amounts.ts'
import type { Counted } from '../../../../shared/credit/exposure-totals.ts'
import { nameKeyOf, searchQuestionOf, searchTextOf } from '../../../../shared/credit/search-text.ts'
import { parseJson, type Db } from '../../../store/schema.ts'
import type { PersonStore } from '../../../store/store.ts'
import type { RowRange } from '../../../store/list-index.ts'
import type { Stood } from './ledger-standing.ts'

const keptSchema = z.object({
  customer: ledgerCustomerSchema,
  share: z.object({
    owed: moneyFigureSchema,
    over: moneyFigureSchema,
    ages: z.record(z.enum(ageBands), moneyFigureSchema),
    isConverted: z.boolean(),
  }),
  candidates: z.array(z.string()),
})
/** A customer with what it adds to the totals, and the buyers that it may be. */
export type KeptCustomer = Stood & { readonly candidates: readonly string[] }

/** What of it is counted. */
export function countedOf({ customer, share }: Stood): Counted {
  const { cover, reporting, candidates } = customer
  return { cover, reporting, toMatch: candidates > 0, share }
}

/** Writes them, over what is there of the same customers. */
export async function writeCustomers(
  { transaction }: Pick<PersonStore, 'transaction'>,
  generation: number,
  customers: readonly KeptCustomer[],
): Promise<void> {
  await transaction((connection) => {
    const insert = connection.prepare(
      `insert or replace into ledger_customers (generation, key, name_key, search, cover, reporting,
        to_match, owed, over, overdue, report_by, content)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    for (const customer of customers) insert.run([generation, ...columnsOf(customer)])
  })
}

/** Numbers are for the order alone: amounts of several currencies are in none by themselves. */
function columnsOf(kept: KeptCustomer) {
  const { customer, share } = kept
  const { key, name, customerNumber, registrationNumber, cover, reporting, candidates } = customer
  const { not_due: notDue } = share.ages
  const overdue =
    share.owed === null || notDue === null ? null : numberOf(share.owed) - numberOf(notDue)
  const search = searchTextOf({ id: customerNumber ?? '', name, registrationNumber })
  return [
    key,
    nameKeyOf(name),
    search,
    cover,
    reporting,
    candidates > 0 ? 1 : 0,
    share.owed === null ? null : numberOf(share.owed),
    share.over === null ? null : numberOf(share.over),
    overdue,
    customer.reportBy,
    JSON.stringify(kept),
  ]
}

const numberOf = ({ amount }: { readonly amount: string }) => Number(amount)

const orders: Readonly<Record<string, RawBuilder<unknown>>> = {
  name: sql`name_key`,
  owed: sql`owed`,
  over: sql`over`,
  overdue: sql`overdue`,
  report_by: sql`report_by`,
}

/** The rows of a window, and how many there are of all. */
export async function readCustomers(
  db: Db,
  generation: number,
  { q, cover, reporting, toMatch, sort }: CustomerFilters,
  { offset, limit }: RowRange,
): Promise<{ items: LedgerCustomer[]; total: number; kept: number }> {
  const isDown = sort.startsWith('-')
  const column = orders[isDown ? sort.slice(1) : sort] ?? sql`name_key`
  const direction = sql.raw(isDown ? 'desc' : 'asc')
  const conditions = [
    sql`generation = ${generation}`,
    ...(cover === undefined ? [] : [sql`cover = ${cover}`]),
    ...(reporting === undefined ? [] : [sql`reporting = ${reporting}`]),
    ...(toMatch === undefined ? [] : [sql`to_match = ${toMatch ? 1 : 0}`]),
    ...(q === undefined ? [] : [searched(q)]),
  ]
  const where = sql.join(conditions, sql` and `)
  const from = sql`from ledger_customers indexed by ledger_customers_narrow where ${where}`
  const counted = await sql<{ total: number }>`select count(*) as total ${from}`.execute(db)
  const all = await sql<{ kept: number }>`select count(*) as kept from ledger_customers
    indexed by ledger_customers_narrow where generation = ${generation}`.execute(db)
  const { rows } = await sql<{ content: string }>`select content from ledger_customers
    join (select key as found, row_number() over (
        order by ${column} is null, ${column} ${direction}, key) as place
      ${from} order by place limit ${limit} offset ${offset})
    on generation = ${generation} and key = found order by place`.execute(db)
  return {
    items: rows.flatMap(({ content }) => keptOf(content)).map(({ customer }) => customer),
    total: counted.rows[0]?.total ?? 0,
    kept: all.rows[0]?.kept ?? 0,
  }
}

/** As `answersSearch` asks a text. */
function searched(typed: string): RawBuilder<unknown> {
  const { words, numbers } = searchQuestionOf(typed)
  const named = allOf(
    words.map((readings) => oneOf(readings.map((parts) => allOf(parts.map(hasWord))))),
  )
  return oneOf([named, ...numbers.map(hasWord)])
}

type Condition = RawBuilder<unknown>

const hasWord = (word: string): Condition => sql`instr(search, ${` ${word}`}) > 0`

function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`
}

function oneOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`
}

/** Null where there is none of that key. */
export async function readCustomer(
  db: Db,
  generation: number,
  key: string,
): Promise<KeptCustomer | null> {
  const row = await db
    .selectFrom('ledger_customers')
    .select('content')
    .where('generation', '=', generation)
    .where('key', '=', key)
    .executeTakeFirst()
  const [kept = null] = row === undefined ? [] : keptOf(row.content)
  return kept
}

function keptOf(content: string): KeptCustomer[] {
  const parsed = keptSchema.safeParse(parseJson(content))
  return parsed.success ? [parsed.data] : []
}
