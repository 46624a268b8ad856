/** The palette in main: what is kept on this computer, of what is granted, and what was chosen lately. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PaletteItem } from '../../../../src/shared/contract/palette/routes.ts'
import type { ServiceId } from '../../../../src/shared/services.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { createPaletteHandlers } from '../../../../src/main/services/palette/palette-service.ts'
import type { TestMain } from '../../support/main.ts'
import {
  buyersOf,
  followed,
  openPortfolioBench,
  type PortfolioBench,
} from '../../support/portfolio-bench.ts'
import { buyer, policy } from '../../support/portfolio-rows.ts'

let stack: AsyncDisposableStack
let bench: PortfolioBench

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  bench = await openPortfolioBench(stack, Date.parse('2026-11-29T12:00:00Z'))
  bench.network.policies = [{ ...policy('p1'), name: 'Zürich Export' }, policy('p2')]
  bench.network.buyers = [
    buyer('b1', { name: 'Ørsted A/S', registrationNumber: 'BE 0202.239.951' }),
    buyer('b2', { name: 'Zurich Motors' }),
  ]
})
afterEach(() => stack.disposeAsync())

async function find(main: TestMain, q: string) {
  const { found } = await main.ask('palette.find', { q })
  return found.flatMap(({ items }) => items.map(({ kind, id }) => `${kind} ${id}`))
}

it('finds buyers and policies without accents, by numbers, and where the portal is away', async () => {
  const main = await bench.signedIn()
  await buyersOf(main)
  bench.network.isAway = true
  expect(await find(main, 'ZURICH')).toEqual(['buyer b2', 'policy p1'])
  expect(await find(main, ' orsted ')).toEqual(['buyer b1'])
  expect(await find(main, '0202239951')).toEqual(['buyer b1'])
  expect(await find(main, 'p2')).toEqual(['policy p2'])
  expect(await find(main, '  ')).toEqual([])
})

it('says how many there are and that all were looked through, for a buyer that nobody has', async () => {
  bench.network.buyers = Array.from({ length: 12 }, (_none, index) =>
    buyer(`b${index}`, { name: `Moulin ${index}` }),
  )
  const main = await bench.signedIn()
  await buyersOf(main)
  const [buyers] = (await main.ask('palette.find', { q: 'moulin' })).found
  expect(buyers).toMatchObject({ kind: 'buyer', total: 12, isWhole: true })
  expect(buyers?.items).toHaveLength(8)
  const [none] = (await main.ask('palette.find', { q: 'Personne' })).found
  expect(none).toMatchObject({ kind: 'buyer', total: 0, items: [], isWhole: true })
})

it('finds cases by their buyer and by an invoice, of who has Collect@Net', async () => {
  const main = await bench.signedIn()
  const asked = { filters: {}, offset: 0, limit: 10 } as const
  const [one] = (await main.ask('collectnet.cases', asked)).window.items
  const { id = '', buyerName: name = '', invoiceNumbers = [] } = one ?? {}
  bench.network.isAway = true
  expect(await find(main, invoiceNumbers[0] ?? '')).toEqual([`case ${id}`])
  const { found } = await main.ask('palette.find', { q: name })
  const cases = found.find(({ kind }) => kind === 'case')
  const item = { kind: 'case', id, name, invoiceNumbers: invoiceNumbers.slice(0, 3) }
  expect(cases?.items).toContainEqual(item)
  await main.ask('palette.noteChoice', { choice: { kind: 'case', id } })
  expect((await main.ask('palette.recent', {})).choices).toEqual([item])
})

async function recent(main: TestMain) {
  const { choices } = await main.ask('palette.recent', {})
  return choices.map(({ kind, id }) => `${kind} ${id}`)
}

it('remembers what was chosen, the last one first, as it is called now; not what is gone', async () => {
  const main = await bench.signedIn()
  await buyersOf(main)
  const choose = (kind: 'buyer' | 'policy' | 'entry', id: string) =>
    main.ask('palette.noteChoice', { choice: { kind, id } })
  await Promise.all([choose('buyer', 'b1'), choose('policy', 'p1')])
  await choose('entry', 'alerts')
  await choose('buyer', 'b2')
  await choose('buyer', 'b1')
  expect(await recent(main)).toEqual(['buyer b1', 'buyer b2', 'entry alerts', 'policy p1'])
  await main.services.close()
  const again = await bench.started()
  bench.network.buyers = [buyer('b1', { name: 'Orsted Belgium' })]
  bench.network.tell('buyers', null)
  await followed(again)
  expect(await recent(again)).toEqual(['buyer b1', 'entry alerts', 'policy p1'])
  const [first] = (await again.ask('palette.recent', {})).choices
  expect(first).toMatchObject({ name: 'Orsted Belgium' })
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person chooses
    await chooseEntry(again, id)
  }
  expect(await recent(again)).toHaveLength(8)
})

const chooseEntry = (main: TestMain, id: string) =>
  main.ask('palette.noteChoice', { choice: { kind: 'entry', id } })

it('is nobody’s but that of who is signed in', async () => {
  const main = await bench.signedIn()
  await buyersOf(main)
  await chooseEntry(main, 'alerts')
  await main.ask('session.signOut', { discardEdits: true })
  for (const result of [
    await main.call('palette.find', { q: 'zurich' }),
    await main.call('palette.recent', {}),
  ]) {
    expect(result).toMatchObject({ ok: false, error: { code: 'unauthenticated' } })
  }
})

it('looks only through what is granted, and what fails is no obstacle for the rest', async () => {
  const item: PaletteItem = { kind: 'policy', id: 'p1', name: 'One', currency: 'EUR' }
  const source = (services: readonly ServiceId[], works = true) => ({
    kind: 'policy' as const,
    services,
    find: async () =>
      works
        ? success({ items: [item], total: 1, isWhole: true })
        : failure({ code: 'storage_failed' as const }),
    named: async () => item,
  })
  const user = { username: 'm', displayName: null, language: 'fr' as const }
  const foundBy = async (...services: ServiceId[]) => {
    const handlers = createPaletteHandlers({
      session: { view: () => ({ kind: 'ready', user: { ...user, services } }) },
      documents: {
        read: async () => null,
        write: async () => undefined,
        remove: async () => undefined,
      },
      sources: [
        source(['collectnet']),
        source(['servnet', 'insights'], false),
        source(['partners']),
      ],
    })
    const result = await handlers['palette.find']({ q: 'x' })
    return result.ok ? result.data.found.length : result.error
  }
  expect(await foundBy('servnet')).toBe(0)
  expect(await foundBy('collectnet', 'insights')).toBe(1)
  expect(await foundBy('collectnet', 'partners')).toBe(2)
})
