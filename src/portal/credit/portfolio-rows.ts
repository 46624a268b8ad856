/**
 * The rows that lists are sorted and filtered by, made from the ledger: the same whether they are kept
 * (`portfolio_buyers`, `portfolio_limits`) or made for one question.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../platform/db/open.ts'
import { prepare } from '../platform/db/prepare.ts'

/** Of which policies rows are made, and into which portfolio. */
export type RowsOf = {
  readonly portfolio: RawBuilder<unknown>
  /** Positions as `p`, with what names their policies. */
  readonly from: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
}

/** Of every portfolio that is kept; `where` narrows positions `p` and portfolios `pp`. */
export function ofPortfolios(where: RawBuilder<unknown>): RowsOf {
  return {
    portfolio: sql`pp.portfolio_id`,
    // In this order on SQLite too, which would begin with the policies and go through all under them.
    from: sql`positions as p cross join portfolio_policies as pp`,
    where: sql`pp.policy_id = p.policy_id and ${where}`,
  }
}

/** Of the policies that are granted to `userId` now, or of those of a client; in no portfolio. */
export function ofGrants(userId: string, client?: string): RowsOf {
  return {
    portfolio: sql`g.user_id`,
    from: sql`policy_grants as g join positions as p on p.policy_id = g.policy_id`,
    where:
      client === undefined
        ? sql`g.user_id = ${userId}`
        : sql`g.user_id = ${userId} and g.policy_id in
            (select o.id from policies as o where o.organisation_id = ${client})`,
  }
}

/** What is decided last goes by its time, then by its name: all times have as many digits. */
const latestStatus = sql`
  substr(max(case when p.decided_at is not null
    then cast(p.decided_at + 100000000000000 as text) || p.status end), 16)`

/** Null where something is to be summed whose currency has no rate. */
const sumInEuro = (amount: RawBuilder<unknown>, factor: RawBuilder<unknown>) => sql`
  case when sum(case when ${amount} <> 0 and ${factor} is null then 1 else 0 end) > 0 then null
    else sum(coalesce(${amount}, 0) * coalesce(${factor}, 0)) end`

const applied = sql`case when p.decision_id is not null then p.applied end`
/** So that what is the same when shown is not told apart by what binary fractions leave. */
const rounded = (value: RawBuilder<unknown>, parts: number) =>
  sql`round(cast(${value} as double precision) * ${sql.lit(parts)}) / ${sql.lit(parts)}`

const decidedCurrency = sql`case when p.decision_id is not null then p.currency end`
const accepted = sql`
  case when p.decision_id is not null
    then case when p.granted < p.applied then p.granted else p.applied end end`

/** A row for each buyer, in the order of the columns of `portfolio_buyers`. */
export function buyerRows({ portfolio, from, where }: RowsOf): RawBuilder<unknown> {
  const decided = sumInEuro(applied, sql`d.factor`)
  // Of one currency alone no rate is needed.
  const acceptance = sql`
    case when min(${decidedCurrency}) = max(${decidedCurrency})
      then 100.0 * sum(${accepted}) / nullif(sum(${applied}), 0)
      when ${decided} > 0 then 100.0 * ${sumInEuro(accepted, sql`d.factor`)} / ${decided} end`
  return sql`
    select ${portfolio} as portfolio_id, p.buyer_id, b.name_key, b.country,
      (select r.rating from buyer_ratings as r where r.buyer_id = p.buyer_id
        order by r.rated_at desc, r.id desc limit 1) as rating,
      ${rounded(sumInEuro(sql`p.in_force`, sql`f.factor`), 100)} as total,
      ${rounded(acceptance, 1_000_000_000)} as acceptance,
      coalesce(${latestStatus}, 'pending') as decision
    from ${from}
    join buyers as b on b.id = p.buyer_id
    left join order_rates as f on f.currency = p.in_force_currency
    left join order_rates as d on d.currency = p.currency
    where ${where}
    group by ${portfolio}, p.buyer_id, b.name_key, b.country`
}

/** A row for each limit, in the order of the columns of `portfolio_limits`. */
export function limitRows({ portfolio, from, where }: RowsOf): RawBuilder<unknown> {
  return sql`
    select ${portfolio} as portfolio_id, p.id as limit_id, p.policy_id, p.buyer_id, b.name_key,
      b.country, p.status, p.granted * d.factor as granted, p.decided_at, p.ends_on
    from ${from}
    join buyers as b on b.id = p.buyer_id
    left join order_rates as d on d.currency = p.currency
    where ${where}`
}

const anyPortfolio = prepare((db) => db.selectFrom('portfolios').select('id').limit(1))

/**
 * Brings what is kept of `buyerIds` along with the ledger, in every portfolio: within the transaction that
 * wrote a fact of theirs, after it, and that holds them and scopes (`lockScopes`) until it ends. No more
 * buyers than one statement takes values.
 */
export async function refreshPortfolios(db: Db, buyerIds: readonly string[]): Promise<void> {
  if (buyerIds.length === 0) return
  const [some] = await anyPortfolio(db, {})
  if (some === undefined) return
  await db
    .deleteFrom('portfolio_buyers')
    .where('buyer_id', 'in', [...buyerIds])
    .execute()
  await db
    .deleteFrom('portfolio_limits')
    .where('buyer_id', 'in', [...buyerIds])
    .execute()
  await insertRows(db, ofPortfolios(sql`p.buyer_id in (${sql.join(buyerIds)})`))
}

/** Writes rows of buyers and limits; there must be none of them yet. */
export async function insertRows(db: Db, rows: RowsOf): Promise<void> {
  await sql`
    insert into portfolio_buyers
      (portfolio_id, buyer_id, name_key, country, rating, total, acceptance, decision)
    ${buyerRows(rows)}`.execute(db)
  await sql`
    insert into portfolio_limits
      (portfolio_id, limit_id, policy_id, buyer_id, name_key, country, status, granted, decided_at,
        ends_on)
    ${limitRows(rows)}`.execute(db)
}
