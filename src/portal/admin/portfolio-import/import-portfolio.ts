/** Taking over a portfolio from a file: all of it or nothing. */
import { isolate } from '../../../shared/rules/isolate.ts'
import { noteWholePortfolios } from '../../credit/concerned.ts'
import { lockNewBuyers } from '../../credit/described-buyers.ts'
import { recordFacts } from '../../credit/facts.ts'
import type {
  Facts,
  NewApplication,
  NewBuyer,
  NewDecision,
  NewRating,
} from '../../credit/new-facts.ts'
import type { Context } from '../../identity/context.ts'
import { inTransaction } from '../../platform/changes/log.ts'
import type { Db } from '../../platform/db/open.ts'
import { CommandError } from '../../platform/problem-error.ts'
import { resolveBuyers, type ResolvedBuyers } from './buyers.ts'
import { contradictionsIn, knownFacts, pairKey, type KnownFacts } from './contradictions.ts'
import { readCsv, type Table } from './csv-table.ts'
import { decodeText } from '../../../shared/tables/decode-text.ts'
import { factsOf, type RowFacts } from './facts.ts'
import {
  readRows,
  type Answers,
  type PortfolioRow,
  type ReadRows,
  type RowProblem,
} from './rows.ts'
import { isSpreadsheet, readXlsxTable } from './xlsx-table.ts'

/** What an import wrote, or would have written. */
export type Imported = {
  readonly rows: number
  readonly buyers: number
  readonly ratings: number
  readonly applications: number
  readonly decisions: number
  /** Columns of the file that mean nothing here. */
  readonly ignored: readonly string[]
}

/** The table in a file. @throws CommandError where there is none that can be read */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  return isSpreadsheet(bytes) ? readXlsxTable(bytes) : readCsv(decodeText(bytes))
}

/**
 * Writes what `table` tells, in one transaction; what is there already stays as it is.
 * @param isTrial only looks whether it could
 * @throws CommandError which names each wrong row with its reason, and where there is no row; nothing is
 * written then
 */
export async function importPortfolio(
  context: Context,
  table: Table,
  { isTrial, ...answers }: Answers & { readonly isTrial: boolean },
): Promise<Imported> {
  const read = readRows(table, answers)
  if (table.rows.length + table.broken.length === 0) {
    throw new CommandError('Below the names of its columns the file is empty: nothing was written.')
  }
  return inTransaction(context, async (transaction) => {
    // A trial adds nobody, and keeps nobody waiting.
    if (!isTrial) await lockNewBuyers(transaction, 'alone')
    const { rows, problems, buyers } = await factsOfRows(context, transaction, read.rows)
    const known = await knownFacts(transaction, [...new Set(buyers.idOf.values())])
    const all = [...read.problems, ...problems, ...contradictionsIn(rows, known)]
    if (all.length > 0) throw refusal(table, read, all)
    const facts = newFacts(rows, buyers.toWrite, known)
    if (!isTrial) {
      await write(context, transaction, facts)
      await noteWholePortfolios(transaction, context, policiesOf(rows, facts))
    }
    const { length } = read.rows
    return {
      rows: length,
      buyers: facts.buyers.length,
      ratings: facts.ratings.length,
      applications: facts.applications.length,
      decisions: facts.decisions.length,
      ignored: read.ignored,
    }
  })
}

type Told = {
  readonly rows: readonly RowFacts[]
  readonly problems: readonly RowProblem[]
  readonly buyers: ResolvedBuyers
}

async function factsOfRows(
  { now }: Pick<Context, 'now'>,
  db: Db,
  rows: readonly PortfolioRow[],
): Promise<Told> {
  const policies = await db
    .selectFrom('policies')
    .select(['id', 'currency', 'maximum_terms_days'])
    .execute()
  const buyers = await resolveBuyers(db, rows)
  const byId = new Map(policies.map((policy) => [policy.id, policy]))
  const context = { policies: byId, idOf: buyers.idOf, now: now() }
  const problems = [...buyers.problems]
  const facts = rows.flatMap((row) => {
    const told = factsOf(row, context)
    if (!Array.isArray(told)) return [told]
    problems.push(...told)
    return []
  })
  return { rows: facts, problems, buyers }
}

/** What of the rows is not there yet, each fact once. */
function newFacts(
  rows: readonly RowFacts[],
  buyers: readonly NewBuyer[],
  known: KnownFacts,
): Required<Facts> {
  const ratings = unknown(
    rows.map(({ rating }) => rating),
    known.ratings,
  )
  const decisions = unknown(
    rows.map(({ decision }) => decision),
    known.decisions,
  )
  const applications = unknown(
    rows.map(({ application }) => application),
    known.applications,
  )
  const course = courseOf([...known.decisions, ...decisions])
  return {
    buyers,
    ratings,
    applications: applications.map((one) => ({ ...one, kind: kindOf(one, course) })),
    decisions,
  }
}

function unknown<Fact extends { readonly id: string }>(
  told: readonly (Fact | null)[],
  known: readonly { readonly id: string }[],
): Fact[] {
  const there = new Set(known.map(({ id }) => id))
  const facts = told.filter((fact) => fact !== null).filter(({ id }) => !there.has(id))
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()]
}

type Decided = KnownFacts['decisions'][number]
type Course = ReadonlyMap<string, readonly Decided[]>

/** The decisions of each buyer and policy, oldest first. */
function courseOf(decisions: readonly Decided[]): Course {
  const ordered = decisions.toSorted((one, other) => one.decided_at - other.decided_at)
  return Map.groupBy(ordered, pairKey)
}

/** What an application asked for, seen from what had been granted by then. */
function kindOf(application: NewApplication, course: Course): string {
  const amount = BigInt(application.amount)
  if (amount === 0n) return 'cancellation'
  const before = course
    .get(pairKey(application))
    ?.findLast(({ decided_at }) => decided_at < application.applied_at)
  const granted = BigInt(before?.granted ?? 0)
  if (granted === 0n) return 'new'
  return amount < granted ? 'decrease' : 'increase'
}

/** The policies under which anything is other than it was. */
function policiesOf(rows: readonly RowFacts[], facts: Required<Facts>): string[] {
  const buyers = new Set([
    ...facts.buyers.map(({ id }) => id),
    ...facts.ratings.map(({ buyer_id }) => buyer_id),
  ])
  const ofBuyers = rows
    .flatMap(({ application, decision }) => application ?? decision ?? [])
    .filter(({ buyer_id }) => buyers.has(buyer_id))
  const told = [...ofBuyers, ...facts.applications, ...facts.decisions]
  return [...new Set(told.map(({ policy_id }) => policy_id))]
}

/** As many buyers as are written at once. */
const batch = 500

async function write(context: Context, db: Db, facts: Required<Facts>): Promise<void> {
  const ids = [
    ...facts.buyers.map(({ id }) => id),
    ...[facts.ratings, facts.applications, facts.decisions].flat().map(({ buyer_id }) => buyer_id),
  ]
  const buyerIds = [...new Set(ids)]
  const byBuyer = {
    buyers: Map.groupBy(facts.buyers, ({ id }) => id),
    ratings: Map.groupBy(facts.ratings, ofBuyer),
    applications: Map.groupBy(facts.applications, ofBuyer),
    decisions: Map.groupBy(facts.decisions, ofBuyer),
  }
  for (let first = 0; first < buyerIds.length; first += batch) {
    const some = buyerIds.slice(first, first + batch)
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await recordFacts(db, context, {
      buyers: some.flatMap((id) => byBuyer.buyers.get(id) ?? []),
      ratings: some.flatMap((id) => byBuyer.ratings.get(id) ?? []),
      applications: some.flatMap((id) => byBuyer.applications.get(id) ?? []),
      decisions: some.flatMap((id) => byBuyer.decisions.get(id) ?? []),
    })
  }
}

const ofBuyer = ({ buyer_id }: NewRating | NewApplication | NewDecision) => buyer_id

function refusal(table: Table, read: ReadRows, problems: readonly RowProblem[]): CommandError {
  const ordered = problems.toSorted((one, other) => one.place - other.place)
  const lines = ordered.map(({ place, column, reason }) => {
    const where = column === null ? '' : `, ${isolate(read.names.get(column) ?? column)}`
    return `${table.placeName === 'line' ? 'Line' : 'Row'} ${place}${where}: ${reason}`
  })
  const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`
  return new CommandError(
    [`${count} wrong with the file, and nothing was written:`, ...lines, ...questions(read)].join(
      '\n',
    ),
  )
}

/** What whoever imports the file has to say. */
function questions({ undecided }: ReadRows): string[] {
  return [
    ...(undecided.has('dates')
      ? ['Is 03/04/2026 in April or in March? Say --dates day-first or --dates month-first.']
      : []),
    ...(undecided.has('decimals')
      ? [
          'Is 1.234 more than a thousand? Say which sign stands before decimals: --decimals comma or --decimals point.',
        ]
      : []),
  ]
}
