/** Lists of buyers and limits: every order and filter against a plain sort of all, in pages of any size. */
/* oxlint-disable no-await-in-loop -- pages follow one another */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../../src/portal/credit/new-facts.ts'
import { refreshOrderRates } from '../../../src/portal/credit/order-rates.ts'
import { keepPortfolioOf, keptPortfolioOf } from '../../../src/portal/credit/portfolios.ts'
import { buyerSorts, type Buyer } from '../../../src/shared/contract/credit/buyers.ts'
import { limitSorts, type CreditLimit } from '../../../src/shared/contract/credit/credit-limits.ts'
import { nameKeyOf } from '../../../src/shared/credit/search-text.ts'
import { databaseKinds } from '../support/databases.ts'
import {
  addReader,
  addTestPolicies,
  testBuyer,
  write,
  type TestPerson,
} from '../support/portfolio.ts'
import { day, startPortal, type TestPortal } from '../support/portal.ts'

const names = [
  'L’Oréal',
  "O'Brien Ltd",
  'Ørsted A/S',
  'Škoda Auto',
  'İstanbul Çelik',
  'Straße GmbH',
  'Cafe\u0301 de la Gare',
  'Deux\u00a0Mots',
  'Zero\u200bwidth',
  '株式会社テスト',
  'ООО «Ромашка»',
  'شركة الاختبار',
  '=HYPERLINK("http://x")',
  '+32 Logistics',
  '-5 Degrees',
  '@Home NV',
  'NULL',
  'True Food',
  '1E10 Ltd',
  'March1',
  'Two\nLines',
  'Dupont',
  'DUPONT',
  'x'.repeat(250),
]
const countries = ['BE', 'NL', 'FR']
const currencies = ['EUR', 'USD', 'EUR'] as const

/** Buyers of all kinds under three policies, one of which the reader does not see. */
function someFacts(policies: readonly string[], now: number): Facts {
  const facts = { buyers: [], ratings: [], applications: [], decisions: [] } as {
    [Name in keyof Required<Facts>]: Required<Facts>[Name][number][]
  }
  for (let index = 0; index < 72; index += 1) {
    const id = `buyer-${String(index).padStart(3, '0')}`
    const name = `${names[index % names.length] ?? ''}${index < names.length ? '' : ` ${index}`}`
    const country = countries[index % countries.length] ?? 'BE'
    const registration_number = index % 4 === 0 ? `0${202_239_000 + index}` : null
    facts.buyers.push(testBuyer(id, { name, country, registration_number }))
    if (index % 5 !== 0) {
      const rating = 1 + ((index * 37) % 100)
      facts.ratings.push({ id: `r-${id}`, buyer_id: id, rating, rated_at: now - 40 * day })
    }
    const under = policies.filter((_, place) => (index >> place) % 2 === 0 || place === index % 2)
    for (const [place, policy_id] of under.entries()) {
      const currency = currencies[policies.indexOf(policy_id)] ?? 'EUR'
      const amount = 1_000_000 + index * 10_008 + place * 500
      const pair = { policy_id, buyer_id: id, currency }
      const application = `a-${id}-${policy_id}`
      facts.applications.push({
        ...pair,
        id: application,
        kind: 'new',
        amount,
        payment_terms_days: 30,
        starts_on: null,
        ends_on: null,
        applied_at: now - (30 - (index % 20)) * day,
        user_id: null,
      })
      // Some wait to be decided.
      if ((index + place) % 7 === 0) continue
      const temporary = index % 6 === 0 ? (index % 12 === 0 ? -2 : 20) : null
      facts.decisions.push({
        ...pair,
        id: `d-${id}-${policy_id}`,
        application_id: application,
        initiated_by: 'insurer',
        applied: amount,
        granted: [0, amount / 2, amount][index % 3] ?? 0,
        decided_at: now - (10 - (index % 9)) * day - place,
        effective_on: isoDay(now - 10 * day),
        ends_on: temporary === null ? null : isoDay(now + temporary * day),
        payment_terms_days: 30,
        reason: null,
        conditions: null,
      })
    }
  }
  return facts
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

const compare = (one: string | number, other: string | number) =>
  one < other ? -1 : Number(one > other)

/** In an order; what has no value last, in either direction, by name. */
function sorted<Item>(
  items: readonly Item[],
  sort: string,
  valueOf: (item: Item) => string | number | null,
  tieOf: (item: Item) => readonly [string, string],
): Item[] {
  const sign = sort.startsWith('-') ? -1 : 1
  return items.toSorted((one, other) => {
    const [value, next] = [valueOf(one), valueOf(other)]
    const [[name, id], [otherName, otherId]] = [tieOf(one), tieOf(other)]
    const tie = compare(name, otherName) || compare(id, otherId)
    if (value === null || next === null) {
      return value === next ? tie : value === null ? 1 : -1
    }
    return sign * (compare(value, next) || tie)
  })
}

describe.each(databaseKinds)('lists, on %s', (kind) => {
  let it: TestPortal
  let reader: TestPerson
  let policies: string[]
  beforeAll(async () => {
    it = await startPortal(kind)
    policies = await addTestPolicies(it, currencies)
    const { db, now } = it.portal.context
    const usd = { currency: 'USD', rate_on: isoDay(now()), rate: '1.25', source: 'test' }
    await db.deleteFrom('currency_rates').where('currency', '=', 'USD').execute()
    await db.insertInto('currency_rates').values(usd).execute()
    await write(it, someFacts(policies, now()))
    await refreshOrderRates(it.portal.context)
    reader = await addReader(it, policies.slice(0, 2))
  })
  afterAll(() => it.stop())

  type Query = Readonly<Record<string, string>>
  type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null }

  /** Follows the pages to the end. */
  async function all<Item>(
    read: (query: Query) => Promise<Page<Item>>,
    query: Query,
    limit: number,
  ): Promise<Item[]> {
    const items: Item[] = []
    let cursor: string | null = null
    do {
      const page: Page<Item> = await read({
        ...query,
        limit: String(limit),
        ...(cursor === null ? {} : { cursor }),
      })
      expect(page.items.length).toBeLessThanOrEqual(limit)
      items.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== null)
    return items
  }
  const buyers = (query: Query, limit = 200): Promise<Buyer[]> => {
    const { token } = reader
    const read = (of: Query) => it.client.succeed('insightsBuyers', { token, query: of })
    return all(read, { currency: 'EUR', ...query }, limit)
  }
  const limits = (query: Query, limit = 200): Promise<CreditLimit[]> => {
    const { token } = reader
    return all((of) => it.client.succeed('servnetCreditLimits', { token, query: of }), query, limit)
  }

  describe.each(['made from the ledger', 'kept'])('that are %s', (how) => {
    beforeAll(async () => {
      if (how === 'kept') await keepPortfolioOf(it.portal.context, reader.id)
      const kept = await keptPortfolioOf(it.portal.context.db, reader.id)
      expect(kept !== null).toBe(how === 'kept')
    })

    test.each(buyerSorts)('buyers come by %s', async (sort) => {
      const expected = sorted(
        await buyers({}),
        sort,
        (buyer) =>
          ({
            name: '',
            country: buyer.country,
            rating: buyer.rating,
            total_cld: buyer.totalCld === null ? null : Number(buyer.totalCld.amount),
            risk_acceptance: buyer.riskAcceptance,
          })[sort.replace('-', '')] ?? null,
        ({ name, id }) => [nameKeyOf(name), id],
      )
      expect(expected.length).toBeGreaterThan(60)
      expect((await buyers({ sort }, 23)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    })

    test.each(limitSorts)('limits come by %s', async (sort) => {
      const rate = { EUR: 1, USD: 1.25 }
      const expected = sorted(
        await limits({}),
        sort,
        (limit) =>
          ({
            buyer: '',
            granted:
              limit.granted === null
                ? null
                : Number(limit.granted.amount) / (limit.granted.currency === 'USD' ? rate.USD : 1),
            decided: limit.decidedAt,
            ends: limit.endsOn,
          })[sort.replace('-', '')] ?? null,
        ({ buyerName, id }) => [nameKeyOf(buyerName), id],
      )
      expect((await limits({ sort }, 31)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    })

    test('each filter leaves what it says, in any order', async () => {
      const everyone = await buyers({})
      const filters: [Record<string, string>, (buyer: Buyer) => boolean][] = [
        [{ country: 'NL' }, ({ country }) => country === 'NL'],
        [{ country: 'ZZ' }, () => false],
        [{ band: 'low' }, ({ band }) => band === 'low'],
        [{ band: 'nothing' }, () => false],
        [{ decision: 'pending' }, ({ decision }) => decision === 'pending'],
        [{ decision: 'expired' }, ({ decision }) => decision === 'expired'],
        [{ policy: policies[0] ?? '' }, ({ policyIds }) => policyIds.includes(policies[0] ?? '')],
        [
          { country: 'BE', decision: 'refused', policy: policies[1] ?? '' },
          (buyer) =>
            buyer.country === 'BE' &&
            buyer.decision === 'refused' &&
            buyer.policyIds.includes(policies[1] ?? ''),
        ],
      ]
      for (const [query, holds] of filters) {
        for (const sort of ['name', '-total_cld'] as const) {
          const found = await buyers({ ...query, sort }, 17)
          const ids = found.map(({ id }) => id).toSorted()
          const expected = everyone.filter(holds).map(({ id }) => id)
          expect(ids, JSON.stringify(query)).toEqual(expected.toSorted())
        }
      }
      for (const status of ['accepted', 'pending', 'refused'] as const) {
        const expected = (await limits({})).filter((limit) => limit.status === status)
        expect(await limits({ status, sort: '-granted' }, 9)).toHaveLength(expected.length)
      }
    })

    test.each([
      ['loreal', 'L’Oréal'],
      ['obrien', "O'Brien Ltd"],
      ['orsted as', 'Ørsted A/S'],
      ['skoda', 'Škoda Auto'],
      ['istanbul', 'İstanbul Çelik'],
      ['strasse', 'Straße GmbH'],
      ['café', 'Cafe\u0301 de la Gare'],
      ['deux mots', 'Deux\u00a0Mots'],
      ['zerowidth', 'Zero\u200bwidth'],
      ['テスト', '株式会社テスト'],
      ['ромашка', 'ООО «Ромашка»'],
      ['شركة', 'شركة الاختبار'],
      ['hyperlink', '=HYPERLINK("http://x")'],
      ['+32', '+32 Logistics'],
      ['@home', '@Home NV'],
      ['two lines', 'Two\nLines'],
      ['dupont', 'DUPONT'],
      ['BE 0202.239.000', 'L’Oréal'],
      ['buyer-000', 'L’Oréal'],
    ])('%s finds %s', async (q, name) => {
      const found = await buyers({ q }, 3)
      expect(found.map((buyer) => buyer.name)).toContain(name)
      expect(found.length).toBeLessThan(8)
      const named = await limits({ q })
      expect(named.map(({ buyerName }) => buyerName)).toContain(name)
    })

    test('what is typed of nobody finds nobody', async () => {
      expect(await buyers({ q: 'nobody at all' })).toEqual([])
      expect(await buyers({ q: '%' })).toHaveLength((await buyers({})).length)
    })
  })
})
