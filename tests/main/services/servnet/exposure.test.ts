/** A ledger on the real portal: nothing of it leaves this computer, and it goes with whose it is. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import { customerFiltersSchema } from '../../../../src/shared/contract/servnet/ledger-customers.ts'
import { hostFetch, startMain, type TestMain } from '../../support/main.ts'
import { createMemoryKeychain } from '../../support/memory-keychain.ts'
import { jan, marie } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
})
afterEach(() => stack.disposeAsync())

const filters = customerFiltersSchema.parse({})

describe('a ledger', () => {
  it('is held against the portal’s limits, and nothing of it is sent or logged', async () => {
    const sent: string[] = []
    const fetch: Fetch = async (url, init) => {
      sent.push(url, JSON.stringify(init))
      return hostFetch(url, init)
    }
    const { main, file, folder } = await start(fetch)
    const limits = { offset: 0, limit: 200, filters: { sort: 'buyer' } } as const
    const { window } = await main.ask('credit.limits', limits)
    const inForce = window.items.filter((one) => Number(one.inForce?.amount ?? 0) > 0)
    const [one, other] = inForce
    if (one === undefined || other === undefined) throw new Error('Nothing is in force.')
    const lines = [
      `Client-Zinnia-1;${one.buyerName};${one.country};Facture-Zinnia-1;${one.inForce?.amount};EUR`,
      `K2;${other.buyerName};${other.country};Facture-Zinnia-2;${Number(other.inForce?.amount) + 7};EUR`,
      'K3;Fleuriste Zinnia;BE;Facture-Zinnia-3;50.00;EUR',
    ]
    writeFileSync(
      file,
      [
        'N° client;Nom;Pays;N° facture;Montant;Devise;Échéance',
        ...lines.map((line) => `${line};2026-01-15`),
      ].join('\n'),
    )
    const { view } = await main.ask('servnet.openLedger', {})
    expect(view).toMatchObject({
      file: 'grand-livre.csv',
      isWhole: true,
      wrongLines: 0,
      totals: {
        currency: 'EUR',
        owed: { customers: 3 },
        covered: { customers: 1 },
        over: { customers: 1, amount: { amount: '7' } },
        unknown: { customers: 1, amount: { amount: '50' } },
      },
    })
    const shown = await main.ask('servnet.ledgerCustomers', { offset: 0, limit: 10, filters })
    expect(shown.window).toMatchObject({ total: 3, kept: 3, isWhole: true })
    const [first] = shown.window.items
    const detail = await main.ask('servnet.ledgerCustomer', { key: first?.key ?? '' })
    expect(detail.invoices).toMatchObject([{ dueOn: '2026-01-15' }])
    await main.ask('servnet.changeLedger', { kind: 'currency', currency: 'EUR' })
    await main.services.close()
    expect(sent.join('\n')).not.toMatch(/zinnia/i)
    expect(main.logged.join('\n')).not.toMatch(/zinnia|grand-livre/i)
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'grand-livre.csv')
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    expect(kept.join('\n')).not.toMatch(/zinnia/i)
  })

  it('is converted by the rates that came with the dashboard, once there are any', async () => {
    const { main, file } = await start()
    writeFileSync(file, 'Nom;Échéance;Montant;Devise\nFleuriste;2026-01-15;86,00;GBP')
    const before = await main.ask('servnet.openLedger', {})
    expect(before.view?.totals).toMatchObject({ ratesOf: null, owed: { amount: null } })
    const { dashboard } = await main.ask('insights.dashboard', { report: { currency: 'GBP' } })
    const rate = dashboard.rates.find(({ currency }) => currency === 'GBP')
    await expect
      .poll(async () => (await main.ask('servnet.exposure', {})).view?.totals?.ratesOf)
      .toBe(rate?.date)
    const { view } = await main.ask('servnet.exposure', {})
    expect(Number(view?.totals?.owed.amount?.amount)).toBeCloseTo(86 / Number(rate?.rate), 3)
  })

  it('is nobody else’s, outlives a restart, and goes when its person signs out', async () => {
    const { main, file, again } = await start()
    writeFileSync(file, 'Nom;Échéance;Montant\nFleuriste;2026-01-15;10,00')
    await main.ask('servnet.openLedger', {})
    await main.services.close()
    const next = again()
    await next.ask('app.state', {})
    expect(await next.ask('servnet.exposure', {})).toMatchObject({ view: { lines: 1 } })
    await next.ask('session.signOut', {})
    expect(await next.call('servnet.exposure', {})).toMatchObject({ ok: false })
    await next.ask('session.signIn', { ...jan, staySignedIn: true })
    expect(await next.ask('servnet.exposure', {})).toEqual({ view: null })
    await next.ask('session.signOut', {})
    await next.ask('session.signIn', { ...marie, staySignedIn: true })
    expect(await next.ask('servnet.exposure', {})).toEqual({ view: null })
  })

  it('that one person chose is read for nobody who signed in meanwhile', async () => {
    const chosen = Promise.withResolvers<string>()
    const { main, file } = await start(hostFetch, () => chosen.promise)
    writeFileSync(file, 'Nom;Échéance;Montant\nFleuriste;2026-01-15;10,00')
    const opened = main.call('servnet.openLedger', {})
    await main.ask('session.signOut', {})
    await main.ask('session.signIn', { ...jan, staySignedIn: true })
    chosen.resolve(file)
    expect(await opened).toMatchObject({ ok: false, error: { code: 'unauthenticated' } })
    expect(await main.ask('servnet.exposure', {})).toEqual({ view: null })
  })
})

async function start(fetch: Fetch = hostFetch, choose?: () => Promise<string>) {
  const folder = temporaryFolder(stack)
  const file = join(folder, 'grand-livre.csv')
  const keychain = createMemoryKeychain()
  const again = (): TestMain => {
    const main = startMain({
      folder,
      keychain,
      portalUrl: portal.url,
      fetch,
      askWhichTable: choose ?? (async () => file),
    })
    stack.defer(main.services.close)
    return main
  }
  const main = again()
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  return { main, file, folder, again }
}
