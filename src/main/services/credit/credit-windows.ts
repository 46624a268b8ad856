/** How buyers and limits are ordered, searched and filtered on this computer, as the portal does it. */
import type { Buyer, BuyerFilters } from '../../../shared/contract/credit/buyers.ts'
import type { CreditLimit, LimitFilters } from '../../../shared/contract/credit/credit-limits.ts'
import type { Scope } from './client-scope.ts'
import { plainNumber } from '../../../shared/credit/plain-number.ts'
import { nameKeyOf, searchQuestionOf, searchTextOf } from '../../../shared/credit/search-text.ts'
import type { ColumnKind, KeyQuery } from '../../resources/windows/list-keys.ts'
import type { RowIndex } from '../../store/lists.ts'

type Columns = Readonly<Record<string, ColumnKind>>

/** Behind the text that is searched, in the order of `indexOfBuyer`. */
export const buyerColumns = {
  country: 'codes',
  band: 'codes',
  decision: 'codes',
  policy: 'codes',
  rating: 'number',
  total_cld: 'number',
  risk_acceptance: 'number',
} as const satisfies Columns

/** By what a buyer is found among the rows of its list. */
export function indexOfBuyer(buyer: Buyer): RowIndex {
  const { country, band, decision, policyIds, rating, totalCld, riskAcceptance } = buyer
  const { registrationNumber } = buyer
  const number = registrationNumber === null ? '' : plainNumber(registrationNumber, country)
  const total = totalCld === null ? null : Number(totalCld.amount)
  return {
    nameKey: nameKeyOf(buyer.name),
    keys: [searchTextOf(buyer), country, band, decision, policyIds, rating, total, riskAcceptance],
    // What ledgers and tables name it by.
    subject: number === '' ? null : number,
    due: null,
  }
}

/** The query that a person's filters ask of what `scope` has. */
export function buyerQueryOf(
  { q, sort, client: _client, ...equals }: BuyerFilters,
  scope: Scope = null,
): KeyQuery {
  return { ...queryOf(q, equals, sort, 'name'), within: withinOf(scope) }
}

/** Behind the text that is searched, in the order of `indexOfLimit`. */
export const limitColumns = {
  country: 'codes',
  status: 'codes',
  policy: 'codes',
  granted: 'number',
  decided: 'number',
  ends: 'number',
} as const satisfies Columns

/** By what a limit is found among the rows of its list. */
export function indexOfLimit(limit: CreditLimit): RowIndex {
  const { buyerId, buyerName, country, status, policyId, decidedAt, endsOn } = limit
  return {
    nameKey: nameKeyOf(buyerName),
    keys: [
      searchTextOf({ id: buyerId, name: buyerName, registrationNumber: null }),
      country,
      status,
      policyId,
      worthOf(limit),
      timeOf(decidedAt),
      timeOf(endsOn),
    ],
    subject: buyerId,
    due: dueOf(limit),
  }
}

/** What was granted in euro: amounts of several currencies are in no order by their numbers. */
function worthOf({ granted, grantedInEuro = null }: CreditLimit): number | null {
  const inEuro = granted?.currency === 'EUR' ? granted : grantedInEuro
  return granted === null || inEuro === null ? null : Number(inEuro.amount)
}

/** The query that a person's filters ask of what `scope` has. */
export function limitQueryOf(
  { q, sort, client: _client, ...equals }: LimitFilters,
  scope: Scope = null,
): KeyQuery {
  return { ...queryOf(q, equals, sort, 'buyer'), within: withinOf(scope) }
}

/** Only what is under the policies of `scope`, of a list that has them in a column. */
export function withinOf(scope: Scope): KeyQuery['within'] {
  return scope === null ? undefined : { column: 'policy', values: [...scope] }
}

/**
 * The first day on which something is to be done about a limit; empty: now. By what is in force, a cut
 * that has taken effect is none any more.
 */
function dueOf({ pending, status, granted, inForce, effectiveOn, endsOn }: CreditLimit) {
  if (pending !== null) return ''
  const isCut = isMore(inForce, granted)
  const days = [isCut ? effectiveOn : null, status === 'expired' ? null : endsOn]
  const [first = null] = days.filter((day) => day !== null).toSorted()
  return first
}

type Amount = CreditLimit['granted']

function isMore(one: Amount, other: Amount): boolean {
  return one !== null && Number(one.amount) > Number(other?.amount ?? 0)
}

function timeOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text)
}

function queryOf(
  typed: string | undefined,
  equals: Readonly<Record<string, string | undefined>>,
  sort: string,
  byName: string,
): KeyQuery {
  const descending = sort.startsWith('-')
  const column = descending ? sort.slice(1) : sort
  return {
    search: searchQuestionOf(typed ?? ''),
    equals: Object.entries(equals).flatMap(([name, value]) =>
      value === undefined ? [] : [{ column: name, value }],
    ),
    sort: column === byName ? null : column,
    descending,
  }
}
