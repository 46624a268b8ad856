/**
 * The tables of the credit ledger. Amounts are whole numbers of their currency's smallest unit
 * (`shared/credit/minor-units.ts`), each below 2^53; sums of them may not be, and leave the database as
 * text. Days are UTC days as ISO 8601 writes them, so that they compare as text.
 */
import type { ColumnType, Generated } from 'kysely'

/** An amount: a bigint may be written, a number is read. */
type Amount = ColumnType<number, bigint | number, bigint | number>
type NullableAmount = ColumnType<number | null, bigint | number | null, bigint | number | null>

/** Stands where no day is: later than any. */
export const noDay = '9999-12-31'

/** What the insurer knows of a company that customers sell to; whoever's customer it is. */
export type BuyerTable = {
  id: string
  name: string
  /** What names are ordered by: without case, accents and punctuation. */
  name_key: string
  /** Name and town, folded like `name_key`, for what is looked for in them. */
  search_text: string
  /** ISO 3166-1 alpha-2. */
  country: string
  town: string | null
  registration_number: string | null
  /** Letters and digits of it alone, in capitals. */
  registration_key: string | null
  trade: string | null
  created_at: number
}

/** Each holds until the next of its buyer; 1 to 100, higher is riskier. */
export type BuyerRatingTable = {
  id: string
  buyer_id: string
  rating: number
  rated_at: number
  /** The day of `rated_at`. */
  rated_on: string
}

export type ApplicationTable = {
  id: string
  policy_id: string
  buyer_id: string
  /** `new`, `increase`, `decrease` or `cancellation`. */
  kind: string
  amount: Amount
  currency: string
  payment_terms_days: number
  starts_on: string | null
  /** The last day of a temporary limit. */
  ends_on: string | null
  applied_at: number
  /** The day of `applied_at`. */
  applied_on: string
  /** The day of the first decision of it; `noDay` while it is pending. */
  decided_on: Generated<string>
  /** Who applied; null where that is not known. */
  user_id: string | null
}

export type DecisionTable = {
  id: string
  policy_id: string
  buyer_id: string
  /** Null where nobody applied for it. */
  application_id: string | null
  /** `customer` or `insurer`. */
  initiated_by: string
  /** What was applied for last, also where the insurer decided by itself. */
  applied: Amount
  granted: Amount
  currency: string
  decided_at: number
  /** The day of `decided_at`. */
  decided_on: string
  effective_on: string
  /** The last day of a temporary limit. */
  ends_on: string | null
  payment_terms_days: number | null
  reason: string | null
  conditions: string | null
}

/** How a buyer stands under a policy today: derived from all the facts of the two. */
export type PositionTable = {
  policy_id: string
  buyer_id: string
  /** Of the limit; the same for ever, whatever is decided. */
  id: string
  /** As in `buyers`. */
  name_key: string
  country: string
  /** The latest decision; null while nothing is decided. */
  decision_id: string | null
  /** One of `limitStatuses` of the contract. */
  status: string
  initiated_by: string
  /** Of the latest decision; of the application while nothing is decided. */
  applied: Amount
  granted: NullableAmount
  currency: string
  /** When the latest application was made; when it was decided where there is none. */
  applied_at: number
  decided_at: number | null
  effective_on: string | null
  ends_on: string | null
  payment_terms_days: number | null
  reason: string | null
  conditions: string | null
  /** What covers a delivery today, in `in_force_currency`; null where nothing was ever granted. */
  in_force: NullableAmount
  in_force_currency: string | null
  /** The latest application that is not decided; null where there is none. */
  pending_id: string | null
  pending_amount: NullableAmount
  pending_currency: string | null
  pending_at: number | null
  pending_count: number
  /** The last day of what is in force today; `noDay` where nothing that is known of ends it. */
  in_force_until: string
  /** The next day on which time alone makes this another row; `noDay` where there is none. */
  next_change_on: string
}

/** Several of a period may stand; the latest counts. */
export type TurnoverDeclarationTable = {
  id: string
  policy_id: string
  user_id: string
  period: string
  amount: Amount
  currency: string
  declared_at: number
}

/** Units of `currency` for one euro, on a day. */
export type CurrencyRateTable = {
  currency: string
  rate_on: string
  /** A decimal, as its source writes it. */
  rate: string
  source: string
}

/** What ranges of ratings are called; `names` is an object of languages. */
export type RatingBandTable = { id: string; from_rating: number; to_rating: number; names: string }

/** What figures are sums of; money in minor units of the row's currency. */
export type FigureColumns = {
  /** Of latest decisions: what was applied for, and what of that was granted. */
  applied: Amount
  accepted: Amount
  /** Latest decisions that are neither cancelled nor ended. */
  decisions: number
  pending_applications: number
  pending: Amount
  /** In force; of rated buyers; the latter times the rating. */
  cld: Amount
  rated_cld: Amount
  weighted_cld: Amount
  future_deductions: Amount
  decided_zero: Amount
  decided_not_covered: Amount
  decided_covered: Amount
  decided_full: Amount
  deductions: Amount
  customer_cuts: Amount
  ended_temporary: Amount
}

/** By how much each figure changes in a period: what it is on a day is the sum of all up to then. */
export type FigureTable = FigureColumns & {
  scope_id: string
  currency: string
  /** A day, or what several are called by (`credit/figure-periods.ts`). */
  period: string
}

/** By how much the number of buyers with a limit in force changes on a day; and when facts were written. */
export type ScopeDayTable = {
  scope_id: string
  day: string
  buyers: number
  /** The latest time of a fact of that day; 0 where there is none. */
  latest_fact_at: number
}

/** Sets of several policies that somebody sees together; a policy alone is a scope by its id. */
export type FigureScopeTable = {
  id: string
  /** Its buyers up to this id are counted; all are where it is null. */
  counted_to: string | null
}
export type FigureScopePolicyTable = { policy_id: string; scope_id: string }

/**
 * The greatest rise of a buyer's rating within a span of months (`credit/rating-rises.ts`); a row for each
 * policy that it is under.
 */
export type RatingRiseTable = { policy_id: string; span: string; rise: number; buyer_id: string }

export type CreditTables = {
  buyers: BuyerTable
  buyer_ratings: BuyerRatingTable
  applications: ApplicationTable
  decisions: DecisionTable
  positions: PositionTable
  turnover_declarations: TurnoverDeclarationTable
  currency_rates: CurrencyRateTable
  rating_bands: RatingBandTable
  figure_days: FigureTable
  figure_tens: FigureTable
  figure_months: FigureTable
  figure_years: FigureTable
  scope_days: ScopeDayTable
  figure_scopes: FigureScopeTable
  figure_scope_policies: FigureScopePolicyTable
  rating_rises: RatingRiseTable
}
