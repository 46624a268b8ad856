/** Lists are kept whole, and brought up to date by what the portal says has changed. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ServnetAlert } from '../../../src/shared/contract/credit/alerts.ts'
import { foldLetters } from '../../../src/shared/rules/typed-text.ts'
import type { Change } from '../../../src/shared/contract/portal/changes.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { alertsList } from '../../../src/main/services/servnet/servnet-resources.ts'
import { hostFetch, startMain, type TestMain } from '../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { marie } from '../support/people.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { storedFolds } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal
let folder: string
let keychain: MemoryKeychain
/** The portal's list of alerts, and what it says of changes. */
let alerts: ServnetAlert[]
let changes: Change[]
/** A cursor that the portal no longer knows. */
let expired: string | null
let asked: string[]

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
  folder = temporaryFolder(stack)
  keychain = createMemoryKeychain()
  alerts = Array.from({ length: 430 }, (_none, index) => alert(`a${index}`))
  changes = []
  expired = null
  asked = []
})
afterEach(() => stack.disposeAsync())

const alert = (id: string): ServnetAlert => ({
  id,
  kind: 'limit_reduced',
  buyer: `Buyer ${id}`,
  buyerId: null,
  policyId: 'p1',
  at: '2026-11-02T08:00:00.000Z',
  from: null,
  to: null,
  effectiveOn: null,
  reason: null,
  handled: false,
})

/** The demonstration's portal, but for the alerts of this test and what is told of them. */
const network: Fetch = async (address, init) => {
  const url = new URL(address)
  const one = /^\/v1\/servnet\/alerts\/(\w+)$/.exec(url.pathname)?.[1]
  if (url.pathname !== '/v1/changes' && !url.pathname.startsWith('/v1/servnet/alerts')) {
    return hostFetch(address, init)
  }
  asked.push(`${url.pathname}${url.search}`)
  if (url.pathname === '/v1/changes') return told(url.searchParams.get('since'))
  if (init?.method !== 'GET') return new Response(null, { status: 204 })
  if (one !== undefined) return found(one)
  const start = Number(url.searchParams.get('cursor') ?? 0)
  const end = start + Number(url.searchParams.get('limit'))
  const nextCursor = end < alerts.length ? String(end) : null
  return Response.json({ items: alerts.slice(start, end), nextCursor })
}

function told(since: string | null): Response {
  if (since !== null && since === expired) return problem(410, 'cursor_expired')
  const from = Number(since ?? 0)
  const items = changes.slice(from, from + 2)
  const end = from + items.length
  return Response.json({ items, nextCursor: String(end), hasMore: end < changes.length })
}

function found(id: string): Response {
  const one = alerts.find((row) => row.id === id)
  return one === undefined ? problem(404, 'not_found') : Response.json(one)
}

function problem(status: number, code: string): Response {
  const headers = { 'content-type': 'application/problem+json' }
  return new Response(JSON.stringify({ type: 'about:blank', title: code, status, code }), {
    status,
    headers,
  })
}

async function signedIn(): Promise<TestMain> {
  const main = startMain({ portalUrl: portal.url, folder, keychain, fetch: network })
  stack.defer(main.services.close)
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  await settled(main)
  return main
}

async function settled(main: TestMain): Promise<void> {
  await expect.poll(async () => (await main.ask('status.read', {})).syncedAt).not.toBeNull()
  await expect.poll(async () => (await main.ask('status.read', {})).syncing).toBe(false)
}

/** All pages, as a person goes through them. */
async function all(main: TestMain): Promise<ServnetAlert[]> {
  const items: ServnetAlert[] = []
  let cursor: string | null = null
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const { page }: { page: { items: ServnetAlert[]; nextCursor: string | null } } =
      // oxlint-disable-next-line no-await-in-loop -- as above
      await main.ask('servnet.alerts', { cursor })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}

let sequence = 0
function tell(resource: string, id: string | null, deleted = false): void {
  sequence += 1
  changes.push({ sequence, resource, id, deleted })
}

it('a list is kept whole, and every page of it read from this computer', async () => {
  const main = await signedIn()
  expect(await all(main)).toEqual(alerts)
  const before = asked.length
  expect(await all(main)).toEqual(alerts)
  expect(asked).toHaveLength(before)
})

it('what changed is asked for, and only that: new ones stand first, what is gone goes', async () => {
  const main = await signedIn()
  await all(main)
  alerts = [
    alert('new2'),
    alert('new1'),
    ...alerts
      .filter(({ id }) => id !== 'a7')
      .map((row) => (row.id === 'a300' ? { ...row, handled: true } : row)),
  ]
  tell('alerts', 'a300')
  tell('alerts', 'new1')
  tell('alerts', 'a7', true)
  tell('alerts', 'new2')
  tell('something_new', 'x')
  asked = []
  await main.ask('status.check', {})
  expect(await all(main)).toEqual(alerts)
  const lists = asked.filter((path) => path.startsWith('/v1/servnet/alerts'))
  expect(lists).toEqual(['/v1/servnet/alerts/a300', '/v1/servnet/alerts?limit=200'])
  expect(main.changed).toContain('alerts')
})

it('a list that is read anew stands beside the one that is read until it is whole', async () => {
  const main = await signedIn()
  const before = await all(main)
  alerts = Array.from({ length: 410 }, (_none, index) => alert(`b${index}`))
  tell('alerts', null)
  await main.ask('status.check', {})
  const after = await all(main)
  expect(after).toEqual(alerts)
  expect(before).toHaveLength(430)
})

it('what a search looks at is kept with each row, and follows what changes', async () => {
  alerts = ['Société Générale', 'Glaces du Condroz', 'ÉTABLISSEMENTS Noël'].map((buyer, index) => ({
    ...alert(`a${index}`),
    buyer,
  }))
  const main = await signedIn()
  await all(main)
  const stored = () => storedFolds(folder, keychain, 'alerts')
  expect(await stored()).toEqual(['societe generale', 'glaces du condroz', 'etablissements noel'])
  alerts = alerts.map((row) => (row.id === 'a1' ? { ...row, buyer: 'Crèmes' } : row))
  alerts = [{ ...alert('new'), buyer: 'Ångström' }, ...alerts]
  tell('alerts', 'a1')
  tell('alerts', 'new')
  await main.ask('status.check', {})
  const changed = ['angstrom', 'societe generale', 'cremes', 'etablissements noel']
  expect(await stored()).toEqual(changed)
  await main.ask('servnet.setAlertHandled', { id: 'a0', handled: true })
  await expect.poll(async () => (await main.ask('outbox.read', {})).items).toEqual([])
  expect((await all(main))[1]).toMatchObject({ id: 'a0', handled: true })
  expect(await stored()).toEqual(changed)
  const titles = (await main.ask('servnet.messages', { cursor: null })).page.items
  expect(await storedFolds(folder, keychain, 'messages')).toEqual(
    titles.map(({ title }) => foldLetters(title)),
  )
})

it('rows that this version cannot read are left out of what is shown', () => {
  const kept = [{ id: 'a0', kind: 'unknown' }, undefined, alert('a1')]
  expect(alertsList.show(kept, [])).toEqual([alert('a1')])
})

it('where the portal no longer knows what this computer has, all is read anew', async () => {
  const main = await signedIn()
  await all(main)
  alerts = alerts.slice(5)
  tell('me', null)
  tell('me', null)
  tell('me', null)
  expired = '0'
  await main.ask('status.check', {})
  expect(await all(main)).toEqual(alerts)
  asked = []
  await main.ask('status.check', {})
  expect(asked).toEqual(['/v1/changes?since=3'])
})

it('a change that could not be brought in is not forgotten, also not by a restart', async () => {
  const main = await signedIn()
  await all(main)
  alerts = alerts.map((row) => (row.id === 'a9' ? { ...row, handled: true } : row))
  tell('alerts', 'a9')
  const broken = startMain({
    portalUrl: portal.url,
    folder,
    keychain,
    fetch: async (url, init) =>
      url.endsWith('/a9') ? problem(500, 'internal') : network(url, init),
  })
  await main.services.close()
  await broken.ask('app.state', {})
  await broken.ask('status.check', {})
  await broken.services.close()
  const again = startMain({ portalUrl: portal.url, folder, keychain, fetch: network })
  stack.defer(again.services.close)
  asked = []
  await again.ask('app.state', {})
  await expect
    .poll(async () => (await all(again)).find(({ id }) => id === 'a9')?.handled)
    .toBe(true)
  expect(asked).toContain('/v1/servnet/alerts/a9')
})
