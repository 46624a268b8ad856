/**
 * The tables that lists of buyers and limits are read from: for each set of policies that somebody sees
 * together (a portfolio), a row for each buyer and each limit under them, with what they are sorted and
 * filtered by. All of it follows from the ledger and can be made again.
 */

/** A set of policies; whoever is granted exactly these has it. */
export type PortfolioTable = {
  /** Made from the numbers of its policies. */
  id: string
  /** `making`, `kept` or `leaving`; lists are read from its rows only while they are kept. */
  state: string
}

export type PortfolioPolicyTable = { policy_id: string; portfolio_id: string }

export type PortfolioBuyerTable = {
  portfolio_id: string
  buyer_id: string
  /** As in `buyers`. */
  name_key: string
  country: string
  /** Null for an unrated buyer. */
  rating: number | null
  /** What is in force, in euro by `order_rates`: for the order alone. Null where a rate is missing. */
  total: number | null
  /** Risk acceptance in percent; null where nothing is decided, or a rate is missing. */
  acceptance: number | null
  /** The status of the latest decision; `pending` where there is none. */
  decision: string
}

export type PortfolioLimitTable = {
  portfolio_id: string
  /** Of the position. */
  limit_id: string
  policy_id: string
  buyer_id: string
  name_key: string
  country: string
  status: string
  /** In euro by `order_rates`, for the order alone; null while nothing is decided. */
  granted: number | null
  decided_at: number | null
  ends_on: string | null
}

/** A word by whose beginning a buyer is found. */
export type BuyerWordTable = { word: string; buyer_id: string }

/** What one smallest unit of a currency is in euro, by the rate that lists are in order by. */
export type OrderRateTable = { currency: string; factor: number }

export type PortfolioTables = {
  portfolios: PortfolioTable
  portfolio_policies: PortfolioPolicyTable
  portfolio_buyers: PortfolioBuyerTable
  portfolio_limits: PortfolioLimitTable
  buyer_words: BuyerWordTable
  order_rates: OrderRateTable
}
