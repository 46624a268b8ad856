/**
 * Where the rows behind a figure are looked for, in their order: buyers by policy and name for what is a
 * state, decisions and applications by their day for what happened.
 */
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import { assertNever } from '../../shared/assert-never.ts'
import { addDays } from '../../shared/credit/days.ts'
import { noDay } from '../platform/db/credit-schema.ts'
import type { Db } from '../platform/db/open.ts'
import type { PairFigure } from './pair-rows.ts'
import type { Report } from './report.ts'

/** A place in the order: a policy, a name and a buyer; or a day, an id and nothing. */
export type Place = readonly [first: string, second: string, third: string]

export type Candidate = {
  readonly place: Place
  readonly policyId: string
  readonly buyerId: string
  /** The decision or application whose rows are meant; null for all of the pair. */
  readonly sourceId: string | null
}

/** Candidates behind a place, at most `limit`; fewer where there are no more. */
export type FindCandidates = (
  db: Db,
  after: Place | null,
  limit: number,
) => Promise<readonly Candidate[]>

/** Where rows of `figure` may be; whether each has some is known from its facts. */
export function candidatesOf(figure: PairFigure, report: Report): FindCandidates {
  const { from, to } = report
  switch (figure) {
    case 'risk-acceptance':
    case 'decisions':
    case 'applications':
    case 'abr':
      return pairsByName(report)
    case 'new-decisions-zero':
    case 'new-decisions-partial':
    case 'new-decisions-full':
      return decisionsByDay(report, { column: 'decided_on', from, to, where: mayBe[figure] })
    case 'deductions':
    case 'customer-cuts':
      return decisionsByDay(report, { column: 'effective_on', from, to, where: mayBe[figure] })
    case 'ended-temporary':
      // What ended shows on the day after its last.
      return decisionsByDay(report, {
        column: 'ends_on',
        from: addDays(from, -1),
        to: addDays(to, -1),
        where: mayBe[figure],
      })
    case 'future-deductions':
      return decisionsByDay(report, {
        column: 'effective_on',
        from: addDays(to, 1),
        to: noDay,
        where: mayBe[figure],
      })
    case 'pending-applications':
      return pendingByDay(report)
    default:
      return assertNever(figure)
  }
}

function pairsByName({ policies, to }: Report): FindCandidates {
  const ids = policies.map(({ id }) => id)
  return async (db, after, limit) => {
    const found: Candidate[] = []
    const start = after === null ? 0 : ids.indexOf(after[0])
    // Policy by policy, so that each is read in the order of an index.
    for (const id of start < 0 ? [] : ids.slice(start)) {
      const behind = after !== null && after[0] === id ? after : null
      // oxlint-disable-next-line no-await-in-loop -- the next one only where this one has too few
      const rows = await findPairs(db, { policyId: id, behind, to, limit: limit - found.length })
      for (const { buyer_id: buyerId, name_key: name } of rows) {
        found.push({ place: [id, name, buyerId], policyId: id, buyerId, sourceId: null })
      }
      if (found.length === limit) break
    }
    return found
  }
}

type PairQuestion = {
  readonly policyId: string
  readonly behind: Place | null
  readonly to: string
  readonly limit: number
}

/** Pairs of which something was known by `to`. */
function findPairs(db: Db, { policyId, behind, to, limit }: PairQuestion) {
  let query = db
    .selectFrom('positions')
    .select(['positions.buyer_id', 'positions.name_key'])
    .where('positions.policy_id', '=', policyId)
    .where((row) =>
      row.or(
        (['decisions', 'applications'] as const).map((table) => {
          const day = table === 'decisions' ? 'decisions.decided_on' : 'applications.applied_on'
          return row.exists(
            row
              .selectFrom(table)
              .select(`${table}.id`)
              .whereRef(`${table}.buyer_id`, '=', 'positions.buyer_id')
              .whereRef(`${table}.policy_id`, '=', 'positions.policy_id')
              .where(day, '<=', to),
          )
        }),
      ),
    )
    .orderBy('positions.name_key')
    .orderBy('positions.buyer_id')
    .limit(limit)
  if (behind !== null) {
    const [, name, buyer] = behind
    query = query.where((row) =>
      row.or([
        row('positions.name_key', '>', name),
        row.and([row('positions.name_key', '=', name), row('positions.buyer_id', '>', buyer)]),
      ]),
    )
  }
  return query.execute()
}

/** Where a decision gives a cut, something else was granted to the same before, or its own end has passed. */
const mayCut = sql<SqlBool>`(ends_on < effective_on or exists (select 1 from decisions as former
  where former.buyer_id = decisions.buyer_id and (former.policy_id || '') = decisions.policy_id
    and former.granted > decisions.granted))`

/** Which decisions can be among a figure's rows, so that the database passes over all others. */
const mayBe = {
  'new-decisions-zero': sql<SqlBool>`granted = 0`,
  'new-decisions-partial': sql<SqlBool>`granted > 0 and granted < applied`,
  'new-decisions-full': sql<SqlBool>`granted > 0 and granted >= applied`,
  deductions: sql<SqlBool>`initiated_by = 'insurer' and ${mayCut}`,
  'customer-cuts': sql<SqlBool>`initiated_by = 'customer' and ${mayCut}`,
  'ended-temporary': sql<SqlBool>`granted > 0`,
  'future-deductions': sql<SqlBool>`initiated_by = 'insurer' and ${mayCut}`,
} as const

type DecisionDays = {
  readonly column: 'decided_on' | 'effective_on' | 'ends_on'
  readonly from: string
  readonly to: string
  readonly where: RawBuilder<SqlBool>
}

function decisionsByDay(
  { policies, to: asOf }: Report,
  { column, from, to, where }: DecisionDays,
): FindCandidates {
  const ids = policies.map(({ id }) => id)
  const isAhead = from > asOf
  return async (db, after, limit) => {
    if (ids.length === 0) return []
    const order = isAhead ? 'asc' : 'desc'
    let query = db
      .selectFrom('decisions')
      .select(['id', 'policy_id', 'buyer_id', column])
      .where('policy_id', 'in', ids)
      .where(column, '>=', from)
      .where(column, '<=', to)
      .where(where)
      .orderBy(column, order)
      .orderBy('id', order)
      .limit(limit)
    if (isAhead) query = query.where('decided_on', '<=', asOf)
    if (after !== null) {
      const [day, id] = after
      const behind = isAhead ? '>' : '<'
      query = query.where((row): Expression<SqlBool> =>
        row.or([row(column, behind, day), row.and([row(column, '=', day), row('id', behind, id)])]),
      )
    }
    const rows = await query.execute()
    return rows.map((row) => ({
      place: [row[column] ?? '', row.id, ''],
      policyId: row.policy_id,
      buyerId: row.buyer_id,
      sourceId: row.id,
    }))
  }
}

function pendingByDay({ policies, to }: Report): FindCandidates {
  const ids = policies.map(({ id }) => id)
  return async (db, after, limit) => {
    if (ids.length === 0) return []
    let query = db
      .selectFrom('applications')
      .select(['id', 'policy_id', 'buyer_id', 'applied_on'])
      .where('policy_id', 'in', ids)
      .where('decided_on', '>', to)
      .where('applied_on', '<=', to)
      .orderBy('applied_on', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
    if (after !== null) {
      const [day, id] = after
      query = query.where((row) =>
        row.or([
          row('applied_on', '<', day),
          row.and([row('applied_on', '=', day), row('id', '<', id)]),
        ]),
      )
    }
    const rows = await query.execute()
    return rows.map((row) => ({
      place: [row.applied_on, row.id, ''],
      policyId: row.policy_id,
      buyerId: row.buyer_id,
      sourceId: row.id,
    }))
  }
}
