/** What a broker sees of one client: what somebody sees who has that client's policies and no others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepPortfolioOf } from '../../../src/portal/credit/portfolios.ts'
import { writeRates } from '../../../src/portal/credit/import-rates.ts'
import { withdrawPolicies } from '../../../src/portal/identity/access/policy-grants.ts'
import type { ServiceId } from '../../../src/shared/services.ts'
import { openTestCase } from '../support/cases.ts'
import { databaseKinds } from '../support/databases.ts'
import { handPortfolio } from '../support/hand-portfolio.ts'
import { addReader, addTestPolicies, applicationOf, write } from '../support/portfolio.ts'
import type { TestPerson } from '../support/portfolio.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const today = Date.UTC(2026, 10, 15, 12)

/** All services whose lists a client's view narrows. */
const services: readonly ServiceId[] = ['servnet', 'insights', 'collectnet', 'partners']

const lists = [
  'insightsPolicies',
  'insightsBuyers',
  'servnetPolicies',
  'servnetBuyers',
  'servnetCreditLimits',
  'servnetApplications',
  'servnetAlerts',
  'collectnetPolicies',
  'collectnetCases',
] as const
type List = (typeof lists)[number]

describe.each(databaseKinds)('a client’s view, on %s', (kind) => {
  let it: TestPortal
  let policies: readonly string[]
  let other: string
  let broker: TestPerson
  let client: string
  beforeAll(async () => {
    it = await startPortal(kind, { clock: () => today })
    const { db } = it.portal.context
    await writeRates(db, [{ currency: 'USD', rate_on: '2026-11-13', rate: '1.25', source: 'test' }])
    const [home = '', abroad = ''] = await addTestPolicies(it, ['EUR', 'USD'])
    policies = [home, abroad]
    ;[other = ''] = await addTestPolicies(it, ['EUR'])
    await write(it, handPortfolio({ home, abroad }))
    // A buyer of both clients, and one of the other alone.
    const pair = { policy_id: other, buyer_id: 'elm' }
    await write(it, {
      applications: [applicationOf('of another', pair, today - 2)],
      decisions: [
        {
          ...pair,
          id: 'of another',
          application_id: null,
          initiated_by: 'customer',
          applied: 70_000_000,
          granted: 10_000_000,
          currency: 'EUR',
          decided_at: today - 1,
          effective_on: '2026-11-15',
          ends_on: null,
        },
      ],
    })
    await openTestCase(it, { policyId: home, buyerId: 'alder' })
    await openTestCase(it, { policyId: other, buyerId: 'elm' })
    broker = await addReader(it, [...policies, other], services)
    const { organisation_id: id } = await db
      .selectFrom('policies')
      .select('organisation_id')
      .where('id', '=', home)
      .executeTakeFirstOrThrow()
    client = id
  })
  afterAll(() => it.stop())

  const alertsFor = async ({ id }: TestPerson, under: readonly string[]) => {
    const rows = under.map((policy_id, place) => ({
      id: `${id} ${policy_id}`,
      user_id: id,
      policy_id,
      buyer: 'elm',
      buyer_id: 'elm',
      kind: 'limit_reduced',
      at: today - place,
    }))
    await it.portal.context.db.insertInto('alerts').values(rows).execute()
  }
  const listed = async (list: List, { token }: TestPerson, query: Record<string, string> = {}) =>
    (await it.client.succeed(list, { token, query })).items

  test('has what who has its policies alone has, in every list', async () => {
    const holder = await addReader(it, policies, services)
    const known = await addReader(it, [...policies, other], services)
    await alertsFor(holder, policies)
    await alertsFor(known, [...policies, other])
    for (const list of lists) {
      // oxlint-disable-next-line no-await-in-loop -- one list after the other
      const own = (await listed(list, holder)).map((one) => ({ ...one, id: idOf(one, holder) }))
      // oxlint-disable-next-line no-await-in-loop
      const seen = (await listed(list, known, { client })).map((one) => ({
        ...one,
        id: idOf(one, known),
      }))
      expect(own.length, list).toBeGreaterThan(0)
      expect(seen, list).toEqual(own)
      // oxlint-disable-next-line no-await-in-loop
      expect(await listed(list, known), list).not.toEqual(seen)
    }
  })

  test('is the same where the rows of all that the broker sees are kept', async () => {
    const before = await listed('insightsBuyers', broker, { client, sort: '-total_cld' })
    await keepPortfolioOf(it.portal.context, broker.id)
    expect(await listed('insightsBuyers', broker, { client, sort: '-total_cld' })).toEqual(before)
    expect(before.map(({ id }) => id).slice(0, 2)).toEqual(['elm', 'alder'])
  })

  test('tells of a buyer of two clients what is of the one', async () => {
    const { token } = broker
    const params = { id: 'elm' }
    const all = await it.client.succeed('insightsBuyer', { token, params })
    const one = await it.client.succeed('insightsBuyer', { token, params, query: { client } })
    expect(all.limits).toHaveLength(2)
    expect(one.limits.map(({ policyId }) => policyId)).toEqual([policies[0]])
    expect(one.decisions.every(({ policyId }) => policyId === policies[0])).toBe(true)
    expect(one.buyer).toMatchObject({ policyIds: [policies[0]], pendingApplications: 0 })
    expect(one.buyer.totalCld?.amount).toBe('150000.00')
    expect(await it.client.succeed('servnetBuyer', { token, params, query: { client } })).toEqual(
      one.buyer,
    )
  })

  test('comes in pages that leave nothing out', async () => {
    const { token } = broker
    for (const list of ['insightsBuyers', 'servnetCreditLimits', 'servnetApplications'] as const) {
      const found: unknown[] = []
      let cursor: string | null = null
      do {
        const query: Record<string, string> = { client, limit: '1' }
        // oxlint-disable-next-line no-await-in-loop -- each page names the next
        const page: { items: unknown[]; nextCursor: string | null } = await it.client.succeed(
          list,
          { token, query: cursor === null ? query : { ...query, cursor } },
        )
        found.push(...page.items)
        cursor = page.nextCursor
      } while (cursor !== null)
      // oxlint-disable-next-line no-await-in-loop
      expect(found, list).toEqual(await listed(list, broker, { client }))
    }
  })

  test.each(lists)('is not there for who has none of its policies: %s', async (list) => {
    const { token } = await addReader(it, [other], services)
    await it.client.fail(list, 'not_found', { token, query: { client } })
  })

  test('has no policy of another client', async () => {
    const { token } = broker
    const query = { client, policy: other }
    await it.client.fail('insightsBuyers', 'not_found', { token, query })
    await it.client.fail('insightsBuyersExport', 'not_found', { token, query })
    await it.client.fail('servnetCreditLimits', 'not_found', { token, query })
    await it.client.fail('collectnetCases', 'not_found', { token, query })
  })

  test('is gone from the call after its last grant ended', async () => {
    const leaving = await addReader(it, [...policies, other], services)
    await listed('insightsBuyers', leaving, { client })
    await withdrawPolicies(it.portal.context.db, leaving.id, policies)
    const { token } = leaving
    for (const list of lists) {
      // oxlint-disable-next-line no-await-in-loop -- one list after the other
      await it.client.fail(list, 'not_found', { token, query: { client } })
    }
    const params = { id: 'elm' }
    await it.client.fail('insightsBuyer', 'not_found', { token, params, query: { client } })
    await it.client.succeed('insightsBuyer', { token, params })
  })
})

/** Alerts are each person's own. */
const idOf = ({ id }: { readonly id: string }, person: TestPerson) => id.replace(person.id, '')
