/** Many applications at once, on the real portal: from a table to decisions, each sent once and in order. */
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import { applicationRequestSchema } from '../../../../src/shared/contract/credit/applications.ts'
import type { BatchView } from '../../../../src/shared/contract/servnet/batch.ts'
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

type App = { readonly folder: string; readonly keychain: ReturnType<typeof createMemoryKeychain> }
const newApp = (): App => ({ folder: temporaryFolder(stack), keychain: createMemoryKeychain() })

/** A network that can be taken away, and that writes down who is applied for. */
function network() {
  const state = { isIn: true, buyers: [] as string[], keys: new Set<string>() }
  const fetch: Fetch = async (url, init) => {
    if (!state.isIn) throw new Error('net::ERR_INTERNET_DISCONNECTED')
    if (init.method === 'POST' && url.endsWith('/credit-limit-applications')) {
      const request = new Request(url, init)
      const { buyer } = applicationRequestSchema.parse(await request.json())
      state.buyers.push(buyer?.name ?? '')
      state.keys.add(new Headers(init.headers).get('idempotency-key') ?? '')
    }
    return hostFetch(url, init)
  }
  return { fetch, state }
}

async function start(
  app: App,
  options: { readonly fetch?: Fetch; readonly choose?: () => Promise<string> } = {},
): Promise<TestMain> {
  const main = startMain({
    ...app,
    portalUrl: portal.url,
    ...(options.fetch && { fetch: options.fetch }),
    ...(options.choose && { askWhichTable: options.choose }),
  })
  stack.defer(main.services.close)
  const { session } = await main.ask('app.state', {})
  if (session.kind === 'signedOut') {
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
  }
  return main
}

async function paste(main: TestMain, text: string): Promise<BatchView> {
  const { view } = await main.ask('servnet.pasteBatch', { text })
  if (view === null) throw new Error('nothing was read')
  return view
}

const problemsOf = ({ rows }: BatchView) =>
  rows.map(({ problems }) => problems.map(({ field, code }) => `${field} ${code}`))

const header = 'Acheteur;Pays;SIREN;Police;Montant;Devise;Délai;Début;Fin'
const rowOf = (name: string, amount = '25.000,00', more = 'EUR;30;;') =>
  `${name};BE;;17386;${amount};${more}`

async function sent(main: TestMain, id: string) {
  return expect.poll(async () => (await main.ask('servnet.batch', { id })).progress)
}

describe('a batch', () => {
  it('goes from a file to decisions: in order, each once, the wrong ones stay', async () => {
    const { fetch, state } = network()
    const file = join(temporaryFolder(stack), 'limites.csv')
    const names = ['Boulangerie A', 'Boulangerie B', 'Boulangerie C', 'Boulangerie D']
    const lines = [...names.map((name) => rowOf(name)), rowOf('Boulangerie E', 'beaucoup')]
    writeFileSync(file, Buffer.from([header, ...lines].join('\r\n'), 'latin1'))
    const main = await start(newApp(), { fetch, choose: async () => file })
    const { view } = await main.ask('servnet.openBatch', {})
    expect(view).toMatchObject({ source: { kind: 'file', name: 'limites.csv' }, questions: [] })
    expect(view?.columns.map(({ field }) => field)).toEqual([
      'name',
      'country',
      'registrationNumber',
      'policy',
      'amount',
      'currency',
      'terms',
      'startsOn',
      'endsOn',
    ])
    expect(view && problemsOf(view)).toEqual([[], [], [], [], ['amount no_amount']])
    const id = randomUUID()
    const twice = await Promise.all([
      main.ask('servnet.sendBatch', { id }),
      main.ask('servnet.sendBatch', { id }),
    ])
    expect(twice.map(({ size }) => size)).toEqual([4, 4])
    expect(twice[0]?.view?.rows.map(({ texts }) => texts.name)).toEqual(['Boulangerie E'])
    await (await sent(main, id)).toMatchObject({ size: 4, sent: 4, waiting: 0, refused: 0 })
    expect(state.buyers).toEqual(names)
    expect(state.keys.size).toBe(4)
    const { rows } = await main.ask('servnet.batch', { id })
    expect(rows.map(({ status, buyerName }) => [status, buyerName])).toEqual(
      names.map((name) => ['pending', name]),
    )
    const [first] = rows
    const application = { id: first?.applicationId ?? '' }
    expect(await main.ask('servnet.application', application)).toMatchObject({
      application: { buyerName: 'Boulangerie A', amount: { amount: '25000.00' } },
    })
    expect(await main.ask('outbox.read', {})).toEqual({ items: [] })
  })

  it('waits as one line without a network, outlives a restart, and goes in order', async () => {
    const { fetch, state } = network()
    const app = newApp()
    const before = await start(app, { fetch })
    await before.ask('credit.policies', {})
    const names = Array.from({ length: 12 }, (_, index) => `Boulangerie ${index}`)
    await paste(before, [header, ...names.map((name) => rowOf(name))].join('\n'))
    state.isIn = false
    const id = randomUUID()
    expect(await before.ask('servnet.sendBatch', { id })).toMatchObject({ size: 12, view: null })
    expect(await before.ask('outbox.read', {})).toMatchObject({
      items: [],
      batches: [{ id, size: 12, waiting: 12, sent: 0 }],
    })
    await before.services.close()
    state.isIn = true
    const main = await start(app, { fetch })
    await main.ask('outbox.sendNow', {})
    await (await sent(main, id)).toMatchObject({ sent: 12, waiting: 0 })
    expect([...new Set(state.buyers)]).toEqual(names)
    expect(state.keys.size).toBe(12)
  })

  it('says what is wrong with each row, asks once what is ambiguous, and remembers the answers', async () => {
    const main = await start(newApp())
    const rows = [
      rowOf('Boulangerie A', '1.234', 'EUR;30;;'),
      rowOf('Boulangerie A', '1.234', 'EUR;30;;'),
      'Boulangerie B;BE;1.2E+15;17386;1.234;EUR;30;;',
      'Boulangerie C;BE;;99999;1.234;EUR;30;;',
      rowOf('Boulangerie D', '1.234', 'EUR;700;;03/04/2099'),
    ]
    const text = [header, ...rows].join('\n')
    const asked = await paste(main, text)
    expect(asked.questions).toEqual([
      { kind: 'decimalSign', sample: '1.234' },
      { kind: 'dayOrder', sample: '03/04/2099' },
    ])
    await main.ask('servnet.changeBatch', { kind: 'decimalSign', answer: 'comma' })
    const change = { kind: 'dayOrder', answer: 'day-first' } as const
    const { view } = await main.ask('servnet.changeBatch', change)
    expect(view && problemsOf(view)).toEqual([
      [],
      ['name row_double'],
      ['registrationNumber digits_lost'],
      ['policy policy_unknown'],
      ['terms terms_too_long'],
    ])
    expect(view?.rows[0]?.amount).toEqual({ amount: '1234.00', currency: 'EUR' })
    const again = await paste(main, text)
    expect(again).toMatchObject({ questions: [], isKnown: true })
    const texts = { policy: '17386' }
    const put = await main.ask('servnet.changeBatch', { kind: 'row', key: 3, texts })
    expect(put.view?.rows[3]?.state).toBe('ready')
  })

  it('knows buyers that are kept by their number, else by their name, of the country that is said', async () => {
    const main = await start(newApp())
    const filters = { sort: 'name' } as const
    const list = { offset: 0, limit: 50, filters }
    await expect.poll(async () => (await main.ask('credit.buyers', list)).window.isWhole).toBe(true)
    const { items } = (await main.ask('credit.buyers', list)).window
    const known = items.find(
      ({ country, registrationNumber }) => country === 'BE' && registrationNumber,
    )
    const { id, name, registrationNumber } = known ?? expect.fail('no Belgian buyer')
    const spaced = `BE ${registrationNumber?.replaceAll(/(\d{3})/g, '$1 ')}`
    const rows = [
      ['Autre nom', 'BE', spaced],
      ['Autre nom', '', spaced],
      [name.toUpperCase(), 'BE', ''],
      [name, 'BE', '0417497106'],
      [name, 'FR', ''],
    ].map((cells) => [...cells, '17386', '25.000,00', 'EUR', '30', '', ''].join(';'))
    const { rows: read } = await paste(main, [header, ...rows].join('\n'))
    expect(read.map(({ buyer }) => buyer?.id ?? null)).toEqual([id, id, id, null, null])
  })

  it('takes terms for days where they are, and for nothing else', async () => {
    const main = await start(newApp())
    const written = [
      '30',
      '30 jours',
      '45 Tage',
      '30 days net',
      'netto 30',
      '2 mois',
      '8 weeks',
      '1 Monat',
    ]
    const rows = written.map((terms, at) =>
      rowOf(`Boulangerie ${at}`, '25.000,00', `EUR;${terms};;`),
    )
    const view = await paste(main, [header, ...rows].join('\n'))
    const wrong = ['terms no_whole_number']
    expect(problemsOf(view)).toEqual([[], [], [], [], [], wrong, wrong, wrong])
    const bare = await paste(main, 'Nom;Pays;Police;Montant\nBoulangerie;BE;17386;25000')
    expect(problemsOf(bare)).toEqual([[]])
    const change = { kind: 'terms', terms: '2 mois' } as const
    const after = await main.ask('servnet.changeBatch', change)
    expect(after.view && problemsOf(after.view)).toEqual([wrong])
  })

  it('believes what a table proves before what was answered to one like it', async () => {
    const main = await start(newApp())
    await paste(main, [header, rowOf('Boulangerie A', '1.234', 'EUR;30;;03/04/2099')].join('\n'))
    await main.ask('servnet.changeBatch', { kind: 'decimalSign', answer: 'comma' })
    await main.ask('servnet.changeBatch', { kind: 'dayOrder', answer: 'day-first' })
    const rows = [
      rowOf('Boulangerie A', '1.234', 'EUR;30;;03/04/2099'),
      rowOf('Boulangerie B', '12.50', 'EUR;30;04/01/2099;03/04/2099'),
      rowOf('Boulangerie C', '12.50', 'EUR;30;;11/25/2099'),
    ]
    const view = await paste(main, [header, ...rows].join('\n'))
    expect(view).toMatchObject({ isKnown: true, questions: [] })
    // A thousandth of a euro, and 1 April, which is after 4 March.
    const wrong = [['amount too_many_decimals'], ['endsOn ends_before_starts'], []]
    expect(problemsOf(view)).toEqual(wrong)
  })

  it('reads no other row anew for what is typed into one', async () => {
    const main = await start(newApp())
    const rows = ['Boulangerie A', 'Boulangerie B'].map((name) => rowOf(name, '1.234'))
    await paste(main, [header, ...rows].join('\n'))
    await main.ask('servnet.changeBatch', { kind: 'decimalSign', answer: 'comma' })
    const change = { kind: 'row', key: 1, texts: { amount: '1250.50' } } as const
    const { view } = await main.ask('servnet.changeBatch', change)
    expect(view?.rows[0]).toMatchObject({ state: 'ready', amount: { amount: '1234.00' } })
  })

  it('keeps the buyer that was chosen for a row until the row is called otherwise', async () => {
    const main = await start(newApp())
    const { rows } = await paste(main, [header, rowOf('Un autre nom')].join('\n'))
    const list = { offset: 0, limit: 1, filters: { sort: 'name' } } as const
    const [known] = (await main.ask('credit.buyers', list)).window.items
    const buyerId = known?.id ?? expect.fail('no buyer')
    const put = async (change: { readonly texts: object; readonly buyerId?: string | null }) => {
      const { key } = rows[0] ?? expect.fail('no row')
      const { view } = await main.ask('servnet.changeBatch', { kind: 'row', key, ...change })
      return view?.rows[0]?.buyer?.id ?? null
    }
    expect(await put({ texts: {}, buyerId })).toBe(buyerId)
    expect(await put({ texts: { amount: '12.000,00' } })).toBe(buyerId)
    expect(await put({ texts: { name: 'Encore un autre' } })).toBeNull()
    expect(await put({ texts: { name: 'Et encore un' }, buyerId })).toBe(buyerId)
  })

  it('reads the file that one person chose for nobody who signed in meanwhile', async () => {
    const file = join(temporaryFolder(stack), 'limites.csv')
    writeFileSync(file, [header, rowOf('Boulangerie A')].join('\n'))
    const chosen = Promise.withResolvers<string>()
    const main = await start(newApp(), { choose: () => chosen.promise })
    const opened = main.call('servnet.openBatch', {})
    await main.ask('session.signOut', {})
    await main.ask('session.signIn', { ...jan, staySignedIn: true })
    chosen.resolve(file)
    expect(await opened).toMatchObject({ ok: false, error: { code: 'unauthenticated' } })
    expect(await main.ask('servnet.batchDraft', {})).toEqual({ view: null })
  })
})
