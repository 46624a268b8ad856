/** Cases of collection from this computer's store, on the real portal: here without a network, too. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import type { CaseFilters } from '../../../../src/shared/contract/credit/case-filters.ts'
import { hostFetch, startMain, type TestMain } from '../../support/main.ts'
import { createMemoryKeychain } from '../../support/memory-keychain.ts'
import { jan, marie } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal
let isIn = true
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
  isIn = true
})
afterEach(() => stack.disposeAsync())

const fetch: Fetch = async (url, init) => {
  if (!isIn) throw new Error('net::ERR_INTERNET_DISCONNECTED')
  return hostFetch(url, init)
}

async function start(who: { readonly username: string; readonly password: string }) {
  const app = { folder: temporaryFolder(stack), keychain: createMemoryKeychain() }
  const main = startMain({ ...app, portalUrl: portal.url, fetch })
  stack.defer(main.services.close)
  await main.ask('app.state', {})
  await main.ask('session.signIn', { ...who, staySignedIn: true })
  return main
}

const cases = async (main: TestMain, filters: Partial<CaseFilters> = {}) =>
  (await main.ask('collectnet.cases', { filters, offset: 0, limit: 200 })).window

it('are listed, searched, filtered and ordered here, also where the portal is away', async () => {
  const main = await start(jan)
  await expect.poll(async () => (await cases(main)).isWhole).toBe(true)
  const all = await cases(main)
  isIn = false
  const newest = all.items.toSorted((one, other) => (one.openedAt < other.openedAt ? 1 : -1))
  expect((await cases(main)).items.map(({ openedAt }) => openedAt)).toEqual(
    newest.map(({ openedAt }) => openedAt),
  )
  const [first] = all.items
  if (first === undefined) throw new Error('no case')
  const [number = ''] = first.invoiceNumbers
  const found = await cases(main, { q: number.toLowerCase() })
  expect(found.items.map(({ id }) => id)).toContain(first.id)
  for (const status of ['open', 'legal', 'recovered'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    const some = (await cases(main, { status })).items
    expect(some).toHaveLength(all.items.filter((one) => one.status === status).length)
    expect(some).not.toEqual([])
  }
  const ofPolicy = await cases(main, { policy: first.policyId })
  expect(new Set(ofPolicy.items.map(({ policyId }) => policyId))).toEqual(new Set([first.policyId]))
  expect((await cases(main, { q: '株式' })).total).toBe(0)
})

it('one that was opened is whole without a network; of another, what the list holds', async () => {
  const main = await start(marie)
  await expect.poll(async () => (await cases(main)).isWhole).toBe(true)
  const [one, other] = (await cases(main)).items
  if (one === undefined || other === undefined) throw new Error('no two cases')
  const online = await main.ask('collectnet.case', { id: one.id })
  expect(online.detail.invoices).not.toEqual([])
  isIn = false
  const kept = await main.ask('collectnet.case', { id: one.id })
  expect(kept).toMatchObject({ isWhole: true, detail: online.detail })
  const row = await main.ask('collectnet.case', { id: other.id })
  expect(row).toMatchObject({
    isWhole: false,
    detail: { outstanding: other.outstanding, invoices: [] },
    freshness: { stale: true },
  })
  const nowhere = await main.call('collectnet.case', { id: '../../nobody' })
  expect(nowhere.ok).toBe(false)
})

it('one that is not granted is not found', async () => {
  const main = await start(marie)
  const result = await main.call('collectnet.case', { id: '../cases/%2e%2e' })
  expect(result).toMatchObject({ ok: false, error: { code: 'not_found' } })
})
