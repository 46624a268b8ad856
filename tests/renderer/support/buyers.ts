/** A list of 250,000 buyers, as main would answer windows of it; what is asked narrows it. */
import type { Buyer, BuyerFilters } from '../../../src/shared/contract/credit/buyers.ts'
import { success } from '../../../src/shared/contract/result.ts'
import type { AppState, RouteInput, RouteOutput } from '../../../src/shared/contract/routes.ts'
import {
  answersSearch,
  searchQuestionOf,
  searchTextOf,
} from '../../../src/shared/credit/search-text.ts'
import { awkwardNames, buyerAt, freshness } from '../../pages/support/portfolio.ts'
import { answerFromNowOn, signedIn } from './fake-portal.ts'
import { preferences, profileOf, scriptProfile } from './profile.ts'

export const many = 250_000

let people = 0

/** Somebody with both services, who has not been here before: what the window remembers is of others. */
export function newcomer(): AppState {
  people += 1
  return {
    ...signedIn,
    service: 'insights',
    session: {
      kind: 'ready',
      user: {
        username: `jan.peeters.${people}`,
        displayName: 'Jan Peeters',
        language: 'fr',
        services: ['servnet', 'insights'],
      },
    },
  }
}

/** Those with a name of their own: as many as a test needs to search among. */
const named = awkwardNames.map((_, index) => buyerAt(index))

function found({ q, country, decision }: BuyerFilters): readonly Buyer[] {
  const question = searchQuestionOf(q ?? '')
  return named.filter(
    (buyer) =>
      answersSearch(searchTextOf(buyer), question) &&
      (country === undefined || buyer.country === country) &&
      (decision === undefined || buyer.decision === decision),
  )
}

export function answerBuyers({ offset, limit, filters }: RouteInput<'credit.buyers'>): {
  ok: true
  data: RouteOutput<'credit.buyers'>
} {
  const { sort, ...narrowing } = filters
  const isAll = Object.values(narrowing).every((value) => value === undefined)
  const last = many - 1
  const indexes = Array.from({ length: Math.max(0, Math.min(limit, many - offset)) }, (_, index) =>
    sort?.startsWith('-') === true ? last - offset - index : offset + index,
  )
  const rows = isAll ? [] : found({ sort: 'name', ...narrowing })
  return {
    ok: true,
    data: {
      window: {
        items: isAll ? indexes.map(buyerAt) : rows.slice(offset, offset + limit),
        total: isAll ? many : rows.length,
        kept: many,
        isWhole: true,
      },
      freshness,
    },
  }
}

/** What the pages of buyers ask for, of somebody without a country of their own. */
export function scriptBuyers(changes: Parameters<typeof profileOf>[0]['preferences'] = {}): void {
  scriptProfile()
  answerFromNowOn({
    'app.chooseService': () => success({}),
    'profile.read': () =>
      success(
        profileOf({ preferences: { ...preferences, defaultSearchCountry: null, ...changes } }),
      ),
    'credit.listView': () => success({ view: { columns: null, density: 'dense' } }),
    'credit.saveListView': () => success({}),
    'credit.buyers': answerBuyers,
  })
}
