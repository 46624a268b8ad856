/** The list of buyers that somebody sees: which are on a page, and in which order. */
import { sql, type RawBuilder } from 'kysely'
import { assertNever } from '../../shared/assert-never.ts'
import { searchQuestionOf } from '../../shared/credit/search-text.ts'
import type {
  Buyer,
  BuyerFilters,
  BuyerQuery,
  BuyerSort,
} from '../../shared/contract/credit/buyers.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Page } from '../platform/paging.ts'
import { answersInSql, candidatesOf } from './buyer-words.ts'
import { buyersByIds, type Viewer } from './buyers.ts'
import {
  listIds,
  shielded,
  type Filter,
  type ListQuestion,
  type Sizes,
  type Sort,
} from './list-query.ts'
import { assertGranted } from './policies.ts'
import { buyerRows, ofGrants } from './portfolio-rows.ts'
import { keptPortfolioOf } from './portfolios.ts'
import { readRatingBands, type RatingBand } from './rating-bands.ts'

/**
 * A page of the buyers under the policies that are granted to `viewer`; of a client's policies alone, where
 * the query names one.
 * @param sizes the usual ones unless told otherwise: they make no difference to what is found
 * @throws ProblemError `not_found` for a policy or a client that is not granted, `invalid_request` for a cursor that
 * no such list bore
 */
export async function listBuyers(
  context: PlatformContext,
  { userId, currency }: Viewer,
  query: BuyerQuery,
  sizes?: Sizes,
): Promise<Page<Buyer>> {
  const { db } = context
  await assertGranted(db, userId, query)
  // What is kept is kept of all that somebody sees together.
  const portfolioId = query.client === undefined ? await keptPortfolioOf(db, userId) : null
  const bands = query.band === undefined ? [] : await readRatingBands(db)
  const { items, nextCursor } = await listIds(
    db,
    questionOf(userId, portfolioId, query, bands),
    query,
    sizes,
  )
  return {
    items: await buyersByIds(context, { userId, currency, client: query.client }, items),
    nextCursor,
  }
}

function questionOf(
  userId: string,
  portfolioId: string | null,
  filters: BuyerFilters,
  bands: readonly RatingBand[],
): ListQuestion {
  const rows =
    portfolioId === null
      ? sql`(${buyerRows(ofGrants(userId, filters.client))}) as rows`
      : sql`portfolio_buyers as rows`
  return {
    source: filters.q === undefined ? rows : sql`${rows} join buyers as b on b.id = rows.buyer_id`,
    isIndexed: portfolioId !== null,
    within: portfolioId === null ? sql`1 = 1` : sql`rows.portfolio_id = ${portfolioId}`,
    id: 'buyer_id',
    sort: sortOf(filters.sort),
    filters: filtersOf(filters, portfolioId, bands),
  }
}

function sortOf(sort: BuyerSort): Sort {
  const isDescending = sort.startsWith('-')
  switch (sort) {
    case 'name':
    case '-name':
      return { column: null, isDescending }
    case 'country':
    case '-country':
      return { column: { name: 'country', kind: 'text' }, isDescending }
    case 'rating':
    case '-rating':
      return { column: { name: 'rating', kind: 'integer' }, isDescending }
    case 'total_cld':
    case '-total_cld':
      return { column: { name: 'total', kind: 'decimal' }, isDescending }
    case 'risk_acceptance':
    case '-risk_acceptance':
      return { column: { name: 'acceptance', kind: 'decimal' }, isDescending }
    default:
      return assertNever(sort)
  }
}

function filtersOf(
  { q, country, band, decision, policy }: BuyerFilters,
  portfolioId: string | null,
  bands: readonly RatingBand[],
): Filter[] {
  const where = (condition: RawBuilder<unknown>) => [
    sql`select c.buyer_id from portfolio_buyers as c
      where c.portfolio_id = ${portfolioId} and ${condition}`,
  ]
  const filters: Filter[] = []
  if (q !== undefined) filters.push(...searchFilters(q))
  if (country !== undefined) {
    filters.push({
      condition: sql`${shielded('country', 'text')} = ${country}`,
      candidates: where(sql`c.country = ${country}`),
    })
  }
  if (band !== undefined) {
    const { from, to } = bands.find(({ id }) => id === band) ?? { from: 1, to: 0 }
    filters.push({
      condition: sql`${shielded('rating', 'integer')} between ${from} and ${to}`,
      candidates: where(sql`c.rating between ${from} and ${to}`),
    })
  }
  if (decision !== undefined) {
    filters.push({
      condition: sql`${shielded('decision', 'text')} = ${decision}`,
      candidates: where(sql`c.decision = ${decision}`),
    })
  }
  if (policy !== undefined) filters.push(underPolicy(policy))
  return filters
}

/** A filter by what was typed, none where that says nothing; `b` is the buyer of `rows`. */
export function searchFilters(typed: string): Filter[] {
  const question = searchQuestionOf(typed)
  if (question.words.length === 0) return []
  return [
    {
      condition: answersInSql(sql`b.search_text`, question),
      candidates: candidatesOf(question),
    },
  ]
}

function underPolicy(policyId: string): Filter {
  return {
    condition: sql`exists (select 1 from positions as under
      where under.buyer_id = rows.buyer_id and under.policy_id = ${policyId})`,
    candidates: [sql`select c.buyer_id from positions as c where c.policy_id = ${policyId}`],
  }
}
