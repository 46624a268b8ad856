/** What changed since the person was last here, and what is due: by what the portal told, and the clock. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ServnetAlert } from '../../../../src/shared/contract/credit/alerts.ts'
import type { TestMain } from '../../support/main.ts'
import { followed, openPortfolioBench, type PortfolioBench } from '../../support/portfolio-bench.ts'
import { application, limit } from '../../support/portfolio-rows.ts'

const noon = Date.parse('2026-11-29T12:00:00Z')
const dayMs = 86_400_000

let stack: AsyncDisposableStack
let bench: PortfolioBench
let network: PortfolioBench['network']

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  bench = await openPortfolioBench(stack, noon)
  network = bench.network
})
afterEach(() => stack.disposeAsync())

const alert = (id: string, some: Partial<ServnetAlert> = {}): ServnetAlert => ({
  id,
  kind: 'limit_reduced',
  buyer: `Buyer ${id}`,
  buyerId: null,
  policyId: 'p1',
  at: '2026-11-28T08:00:00.000Z',
  from: null,
  to: null,
  effectiveOn: null,
  reason: null,
  handled: false,
  ...some,
})

const news = async (main: TestMain) => (await main.ask('credit.news', {})).items
const due = async (main: TestMain) => (await main.ask('credit.due', {})).items

it('the first time nothing is new; then what changed is, once, until it is ticked off', async () => {
  network.alerts = [alert('old')]
  network.applications = [application('a1')]
  network.messages = [
    { id: 'm1', title: 'Old', body: '', publishedAt: '2026-11-01T08:00:00.000Z', read: false },
  ]
  const main = await bench.signedIn()
  expect(await news(main)).toEqual([])
  network.alerts = [
    alert('new', { at: '2026-11-29T08:00:00.000Z' }),
    alert('old', { handled: true }),
  ]
  const decidedAt = '2026-11-29T09:00:00.000Z'
  network.applications = [
    application('a1', {
      status: 'accepted',
      decision: {
        granted: { amount: '2000.00', currency: 'EUR' },
        decidedAt,
        effectiveOn: '2026-11-29',
        endsOn: null,
        reason: null,
        conditions: null,
      },
    }),
  ]
  network.messages = [
    { id: 'm2', title: 'New', body: '', publishedAt: '2026-11-29T07:00:00.000Z', read: false },
    ...network.messages,
  ]
  network.tell('alerts', 'new')
  network.tell('alerts', 'old')
  network.tell('applications', 'a1')
  network.tell('messages', 'm2')
  await followed(main)
  const told = await news(main)
  expect(told).toMatchObject([
    { kind: 'decision', applicationId: 'a1', at: decidedAt, status: 'accepted', isTicked: false },
    { kind: 'alert', alertId: 'new', isTicked: false },
    { kind: 'message', messageId: 'm2', title: 'New', isTicked: false },
  ])
  await main.ask('credit.tickNews', { ids: [told[1]?.id ?? ''] })
  expect((await news(main)).map(({ isTicked }) => isTicked)).toEqual([false, true, false])
  // The same told again is not new again, also not after a restart.
  network.tell('alerts', 'new')
  await followed(main)
  await main.services.close()
  const again = await bench.started()
  await followed(again)
  expect((await news(again)).map(({ isTicked }) => isTicked)).toEqual([false, true, false])
  await again.ask('credit.tickNews', { ids: null })
  expect((await news(again)).every(({ isTicked }) => isTicked)).toBe(true)
})

it('a decision on an application is told once, and ticked off with the alert that it raised', async () => {
  network.applications = [application('a1', { buyerName: 'Delta NV' })]
  const main = await bench.signedIn()
  const granted = { amount: '2000.00', currency: 'EUR' }
  const decision = {
    granted,
    decidedAt: '2026-11-29T09:00:00.000Z',
    effectiveOn: '2026-11-29',
    endsOn: null,
    reason: null,
    conditions: null,
  }
  network.applications = [
    application('a1', { buyerName: 'Delta NV', status: 'accepted', decision }),
  ]
  const raised = { buyer: 'Delta NV', kind: 'limit_granted', to: granted } as const
  network.alerts = [
    alert('same', { ...raised, at: '2026-11-29T09:00:00.020Z' }),
    alert('another-day', { ...raised, at: '2026-11-28T09:00:00.000Z' }),
    alert('another-buyer', { ...raised, buyer: 'Echo SA', at: '2026-11-29T09:00:00.020Z' }),
    alert('another-amount', { ...raised, to: null, at: '2026-11-29T09:00:00.020Z' }),
  ]
  for (const { id } of network.alerts) network.tell('alerts', id)
  network.tell('applications', 'a1')
  await followed(main)
  const subjects = async () =>
    (await news(main)).map((item) => (item.kind === 'alert' ? item.alertId : item.kind)).toSorted()
  expect(await subjects()).toEqual(['another-amount', 'another-buyer', 'another-day', 'decision'])
  const told = (await news(main)).find(({ kind }) => kind === 'decision')
  await main.ask('credit.tickNews', { ids: [told?.id ?? ''] })
  // With the application gone, the alert would be told for itself: it is ticked off, as the decision was.
  network.applications = []
  network.tell('applications', 'a1')
  await followed(main)
  const alone = (await news(main)).find((item) => item.kind === 'alert' && item.alertId === 'same')
  expect(alone?.isTicked).toBe(true)
})

it('what changed while one was away for too long is new all the same; what is gone is not', async () => {
  network.alerts = [alert('a1'), alert('a2')]
  const main = await bench.signedIn()
  await main.ask('servnet.alerts', { cursor: null })
  network.alerts = [alert('a3', { at: '2026-11-29T08:00:00.000Z' }), alert('a2')]
  network.tell('alerts', 'a3')
  await followed(main)
  expect(await news(main)).toMatchObject([{ alertId: 'a3' }])
  network.alerts = [alert('a4', { at: '2026-11-29T09:00:00.000Z' }), alert('a2')]
  network.expired = '1'
  await followed(main)
  expect(await news(main)).toMatchObject([{ alertId: 'a4' }])
})

it('a decision is told through the system once, and a click on it opens the application', async () => {
  network.applications = [application('a1'), application('a2')]
  const main = await bench.signedIn()
  expect(bench.notified).toEqual([])
  const decision = {
    granted: { amount: '2000.00', currency: 'EUR' },
    decidedAt: '2026-11-29T09:00:00.000Z',
    effectiveOn: '2026-11-29',
    endsOn: null,
    reason: null,
    conditions: null,
  }
  network.applications = [application('a1', { status: 'accepted', decision }), application('a2')]
  network.tell('applications', 'a1')
  await followed(main)
  await vi.waitFor(() => expect(bench.notified).toHaveLength(1), { timeout: 30_000 })
  expect(bench.notified[0]?.title).toContain('Buyer a1')
  bench.notified[0]?.onClick()
  expect(main.commands).toEqual([{ kind: 'application', id: 'a1' }])
  // Told of again, or after another start: it was said.
  network.tell('applications', 'a1')
  await followed(main)
  await main.services.close()
  const again = await bench.started()
  network.tell('applications', null)
  await followed(again)
  await news(again)
  await again.services.close()
  expect(bench.notified).toHaveLength(1)
})

it('goes with Serv@Net: what is new and what is due is told nobody to whom it is not open', async () => {
  network.alerts = [alert('a1')]
  network.limits = [limit('ends', { endsOn: '2026-12-20' })]
  const main = await bench.signedIn()
  network.alerts = [alert('a2', { at: '2026-11-29T08:00:00.000Z' }), ...network.alerts]
  network.tell('alerts', 'a2')
  await followed(main)
  expect(await news(main)).toMatchObject([{ alertId: 'a2' }])
  expect(await due(main)).toMatchObject([{ kind: 'limit_ends' }])

  network.isServnetGranted = false
  network.tell('alerts', 'a2')
  await main.services.session.refresh()
  await followed(main)
  expect(await news(main)).toEqual([])
  expect(await due(main)).toEqual([])
  // Nor from what was kept, without a network.
  await main.services.close()
  network.isAway = true
  const again = await bench.started()
  expect(await news(again)).toEqual([])
  expect(await due(again)).toEqual([])
  await again.services.close()
  // Granted again, what was told before is not told once more.
  network.isAway = false
  network.isServnetGranted = true
  const later = await bench.started()
  await later.services.session.refresh()
  await followed(later)
  expect(await news(later)).toEqual([])
  expect(await due(later)).toMatchObject([{ kind: 'limit_ends' }])
})

it('what ends, what is cut and what is pending is due, as the days pass', async () => {
  network.limits = [
    limit('ends', { endsOn: '2026-12-20' }),
    limit('later', { endsOn: '2027-01-15' }),
    limit('over', { endsOn: '2026-11-01', status: 'expired', inForce: null }),
    limit('cut', {
      initiatedBy: 'insurer',
      status: 'reduced',
      granted: { amount: '0.00', currency: 'EUR' },
      effectiveOn: '2026-12-05',
    }),
    limit('done', { initiatedBy: 'insurer', status: 'reduced', effectiveOn: '2026-11-20' }),
    limit('asked', {
      pending: {
        applicationId: 'a1',
        amount: { amount: '5000.00', currency: 'EUR' },
        appliedAt: '2026-11-10T08:00:00.000Z',
      },
    }),
  ]
  const main = await bench.signedIn()
  expect(await due(main)).toMatchObject([
    { kind: 'cut_takes_effect', limitId: 'cut', on: '2026-12-05', from: { amount: '1000.00' } },
    { kind: 'limit_ends', limitId: 'ends', on: '2026-12-20' },
    { kind: 'pending_since', applicationId: 'a1', since: '2026-11-10T08:00:00.000Z' },
  ])
  network.isAway = true
  bench.setNow(noon + 18 * dayMs)
  expect(await due(main)).toMatchObject([
    { kind: 'limit_ends', limitId: 'ends' },
    { kind: 'limit_ends', limitId: 'later' },
    { kind: 'pending_since' },
  ])
})
