/** A broker's clients from this computer's store, as the portal's changes bring them up to date. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clientOf, someClients } from '../../../support/clients.ts'
import type { TestMain } from '../../support/main.ts'
import { followed, openPortfolioBench, type PortfolioBench } from '../../support/portfolio-bench.ts'

let stack: AsyncDisposableStack
let bench: PortfolioBench
let network: PortfolioBench['network']

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  bench = await openPortfolioBench(stack, Date.parse('2026-11-29T12:00:00Z'))
  network = bench.network
  network.clients = [...someClients]
})
afterEach(() => stack.disposeAsync())

const idsOf = async (main: TestMain) =>
  (await main.ask('partners.clients', {})).clients.map(({ id }) => id)

it('all of them are here without the portal, though their page was never opened', async () => {
  const main = await bench.signedIn()
  network.isAway = true
  const { clients, isWhole } = await main.ask('partners.clients', {})
  expect(clients).toEqual(someClients)
  expect(isWhole).toBe(true)
  const { client } = await main.ask('partners.client', { id: 'orsted' })
  expect(client.figures.totalCld?.amount).toBe('9007199254740993.25')
})

it('more of them than the portal gives at once are all here', async () => {
  network.clients = Array.from({ length: 450 }, (_, index) => clientOf(`c${index}`, `N ${index}`))
  const main = await bench.signedIn()
  await expect.poll(async () => (await idsOf(main)).length).toBe(450)
})

it('what the portal tells of as changed is brought in', async () => {
  const main = await bench.signedIn()
  network.clients = [clientOf('hoyoux', 'Brasserie du Hoyoux SA', { figures: { buyers: 25 } })]
  network.tell('clients', null)
  await followed(main)
  const { clients } = await main.ask('partners.clients', {})
  expect(clients.map(({ id, figures }) => [id, figures.buyers])).toEqual([['hoyoux', 25]])
})

it('one whose grant ended is nowhere on this computer', async () => {
  const main = await bench.signedIn()
  network.clients = someClients.filter(({ id }) => id !== 'orsted')
  network.tell('clients', null)
  await followed(main)
  network.isAway = true
  expect(await idsOf(main)).toEqual(['hoyoux', 'atelier'])
  expect((await main.call('partners.client', { id: 'orsted' })).ok).toBe(false)
  network.isAway = false
  const gone = await main.call('partners.client', { id: 'orsted' })
  expect(gone).toMatchObject({ ok: false, error: { code: 'not_found' } })
})
