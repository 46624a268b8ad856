/** Who a broker's clients are, and that their figures are those of the dashboard of their policies alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withdrawPolicies } from '../../../src/portal/identity/access/policy-grants.ts'
import { keepScopes } from '../../../src/portal/credit/scope-counting.ts'
import { writeRates } from '../../../src/portal/credit/import-rates.ts'
import type { Client } from '../../../src/shared/contract/partners/clients.ts'
import type { Dashboard } from '../../../src/shared/contract/credit/dashboard.ts'
import { databaseKinds } from '../support/databases.ts'
import { handPortfolio } from '../support/hand-portfolio.ts'
import { addReader, addTestPolicies, write, type TestPerson } from '../support/portfolio.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const today = Date.UTC(2026, 10, 15, 12)

const nameClient = (it: TestPortal, policy: string, name: string) =>
  it.portal.context.db
    .updateTable('organisations')
    .set({ name })
    .where('id', 'in', (of) =>
      of.selectFrom('policies').select('organisation_id').where('id', '=', policy),
    )
    .execute()

const namesOf = (clients: readonly Client[]) => clients.map(({ name }) => name)

describe.each(databaseKinds)('clients of a broker, on %s', (kind) => {
  let it: TestPortal
  let broker: TestPerson
  let policies: { readonly home: string; readonly abroad: string; readonly other: string }
  beforeAll(async () => {
    it = await startPortal(kind, { clock: () => today })
    const { db } = it.portal.context
    await writeRates(db, [{ currency: 'USD', rate_on: '2026-11-13', rate: '1.25', source: 'test' }])
    const [home = '', abroad = ''] = await addTestPolicies(it, ['EUR', 'USD'])
    const [other = ''] = await addTestPolicies(it, ['EUR', 'EUR'])
    policies = { home, abroad, other }
    await nameClient(it, home, 'Ørsted & L’Oréal A/S')
    await nameClient(it, other, 'Zwart NV')
    await write(it, handPortfolio({ home, abroad }))
    const others = { policy_id: other, buyer_id: 'elm', currency: 'EUR', ends_on: null }
    await write(it, {
      decisions: [
        {
          ...others,
          id: 'of another client',
          application_id: null,
          initiated_by: 'customer',
          applied: 9_007_199_254_740_991,
          granted: 9_007_199_254_740_991,
          decided_at: today - 1,
          effective_on: '2026-11-15',
        },
      ],
    })
    broker = await addReader(it, [home, abroad, other], ['partners', 'insights'])
  })
  afterAll(() => it.stop())

  const dashboardOf = (query: Record<string, string>) =>
    it.client.succeed('insightsDashboard', { token: broker.token, query })
  const listed = async (query: Record<string, string> = {}, { token } = broker) =>
    (await it.client.succeed('partnersClients', { token, query })).items

  test('are the organisations of the policies that are granted, by name, with these policies', async () => {
    const [first, second, ...more] = await listed()
    expect(more).toEqual([])
    expect(first).toMatchObject({ name: 'Ørsted & L’Oréal A/S', country: 'BE' })
    expect(first?.policies.map(({ id }) => id).toSorted()).toEqual(
      [policies.home, policies.abroad].toSorted(),
    )
    expect(second?.policies).toEqual([
      expect.objectContaining({ id: policies.other, mepDays: 60, graceDays: 30 }),
    ])
  })

  test.each(['EUR', 'USD'])(
    'have the figures of their policies’ dashboard in %s',
    async (currency) => {
      const { home, abroad, other } = policies
      for (const [place, own] of [[home, abroad], [other]].entries()) {
        // oxlint-disable-next-line no-await-in-loop -- one person after the other
        const reader = await addReader(it, own, ['insights'])
        // oxlint-disable-next-line no-await-in-loop
        const dashboard: Dashboard = await it.client.succeed('insightsDashboard', {
          token: reader.token,
          query: { currency },
        })
        const { position, change } = dashboard
        // oxlint-disable-next-line no-await-in-loop
        const client = (await listed({ currency }))[place]
        expect(client?.figures).toEqual({
          asOf: '2026-11-15',
          currency,
          buyers: position.buyers,
          totalCld: position.totalCld,
          riskAcceptance: position.riskAcceptance.percent,
          abr: position.abr.value,
          pending: change.pendingApplications,
        })
        // oxlint-disable-next-line no-await-in-loop
        expect(await dashboardOf({ currency, client: client?.id ?? '' })).toEqual(dashboard)
      }
    },
  )

  test('count a buyer under two policies once, whether or not their scope is kept', async () => {
    const before = await listed()
    await keepScopes(it.portal.context)
    const kept = await it.portal.context.db.selectFrom('figure_scopes').selectAll().execute()
    expect(kept).not.toEqual([])
    expect(await listed()).toEqual(before)
    // alder, birch, doum, elm, fir, hazel.
    expect(before[0]?.figures.buyers).toBe(6)
  })

  test('stay exact beyond what a binary fraction holds', async () => {
    const [, second] = await listed()
    expect(second?.figures.totalCld).toEqual({ amount: '90071992547409.91', currency: 'EUR' })
  })

  test.each([
    ['oreal', ['Ørsted & L’Oréal A/S']],
    ["l'oréal ORSTED", ['Ørsted & L’Oréal A/S']],
    ['zwa', ['Zwart NV']],
    ['orsted zwart', []],
    ['', ['Ørsted & L’Oréal A/S', 'Zwart NV']],
  ])('are found by %j', async (q, names) => {
    expect(namesOf(await listed({ q }))).toEqual(names)
  })

  test('are found by the number of a policy', async () => {
    expect(namesOf(await listed({ q: policies.other }))).toEqual(['Zwart NV'])
  })

  test('come in pages that leave nobody out', async () => {
    const { token } = broker
    const page = await it.client.succeed('partnersClients', { token, query: { limit: '1' } })
    const next = await it.client.succeed('partnersClients', {
      token,
      query: { limit: '1', cursor: page.nextCursor ?? '' },
    })
    expect([...page.items, ...next.items]).toEqual(await listed())
    expect(next.nextCursor).toBeNull()
  })

  test('are not there for another broker, nor by their id', async () => {
    const stranger = await addReader(it, [policies.other], ['partners'])
    expect(namesOf(await listed({}, stranger))).toEqual(['Zwart NV'])
    const [first] = await listed()
    const { token } = stranger
    const params = { id: first?.id ?? '' }
    await it.client.fail('partnersClient', 'not_found', { token, params })
    expect(await it.client.succeed('partnersClient', { token: broker.token, params })).toEqual(
      first,
    )
  })

  test('have no report with a policy of another client, nor for who does not see them', async () => {
    const [first, second] = await listed()
    const query = { client: first?.id ?? '' }
    const { token } = await addReader(it, [policies.other], ['insights'])
    await it.client.fail('insightsDashboard', 'not_found', { token, query })
    const narrowed = await dashboardOf({ ...query, policy: policies.home })
    expect(narrowed.position.largestPolicies.map(({ id }) => id)).toEqual([policies.home])
    await it.client.fail('insightsDashboard', 'not_found', {
      token: broker.token,
      query: { client: second?.id ?? '', policy: policies.home },
    })
  })

  test('are gone with their last grant, and so are their rows and figures', async () => {
    const services = ['partners', 'insights'] as const
    const leaving = await addReader(it, [policies.home, policies.other], services)
    const [first] = await listed({}, leaving)
    const { token } = leaving
    const query = { client: first?.id ?? '' }
    await it.client.succeed('insightsDashboard', { token, query })
    await withdrawPolicies(it.portal.context.db, leaving.id, [policies.home])
    expect(namesOf(await listed({}, leaving))).toEqual(['Zwart NV'])
    await it.client.fail('insightsDashboard', 'not_found', { token, query })
    const params = { figure: 'abr' }
    await it.client.fail('insightsFigureRows', 'not_found', { token, params, query })
  })

  test('cannot be asked for in what is no currency', async () => {
    const query = { currency: 'QQQ' }
    await it.client.fail('partnersClients', 'invalid_request', { token: broker.token, query })
  })

  test('are three of the demonstration’s broker, each with a portfolio', async () => {
    const { accessToken: token } = await it.signIn('luc.courtier')
    const { items } = await it.client.succeed('partnersClients', { token })
    expect(namesOf(items)).toEqual([
      'Brasserie du Hoyoux SA',
      'DEDERT ICESTICKS B.V.',
      'L’Atelier de la Vesdre SRL',
    ])
    for (const { figures } of items) {
      expect(figures.buyers).toBeGreaterThan(5)
      expect(figures.riskAcceptance).toBeGreaterThan(20)
      expect(figures.abr).not.toBeNull()
    }
  })
})
