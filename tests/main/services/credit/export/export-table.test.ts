/** A table of the portfolio as a file, asked for as the page does. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { figures, type Figure } from '../../../../../src/shared/contract/credit/dashboard.ts'
import type { ParsedInput } from '../../../../../src/shared/contract/routes.ts'
import type { Fetch } from '../../../../../src/main/portal-client/exchange.ts'
import {
  writeChosenStream,
  type SaveQuestion,
} from '../../../../../src/main/platform/files/chosen-file.ts'
import { hostFetch, startMain, type TestMain } from '../../../support/main.ts'
import { marie } from '../../../support/people.ts'
import { startPortal, type TestPortal } from '../../../support/portal.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal
let folder: string
let asked: SaveQuestion[]
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
  folder = temporaryFolder(stack)
  asked = []
})
afterEach(() => stack.disposeAsync())

async function signedIn(answer: string | null, fetch: Fetch = hostFetch): Promise<TestMain> {
  const main = startMain({
    portalUrl: portal.url,
    folder: temporaryFolder(stack),
    fetch,
    askWhereToSave: async (question) => {
      asked.push(question)
      return answer
    },
  })
  stack.defer(main.services.close)
  await main.ask('session.signIn', { ...marie, staySignedIn: false })
  return main
}

const buyers = { kind: 'buyers', filters: { sort: '-name' } } as const

/** All of the list is here. */
async function whole(main: TestMain) {
  const ask = () => main.ask('credit.buyers', { offset: 0, limit: 200, filters: buyers.filters })
  await expect.poll(async () => (await ask()).window.isWhole, { timeout: 20_000 }).toBe(true)
  return (await ask()).window
}

it('has the columns, the filter and the order of the screen', async () => {
  const path = join(folder, 'buyers.csv')
  const main = await signedIn(path)
  const { items, total } = await whole(main)
  const columns = ['id', 'name', 'no-such-column']
  const saved = await main.ask('credit.export', { format: 'csv', columns, table: buyers })
  expect(saved).toEqual({ kind: 'saved', path, rows: total })
  const [header, ...rows] = parse(readFileSync(path, 'utf8'), { bom: true, delimiter: ';' })
  expect(header).toEqual(['Numéro', 'Nom'])
  expect(rows.map(([id]) => id)).toEqual(items.map(({ id }) => id))
  expect(readdirSync(folder)).toEqual(['buyers.csv'])
  expect(asked[0]?.fileName).toMatch(/^acheteurs-\d{4}-\d\d-\d\d\.csv$/)
})

it('is a workbook with every column where none were chosen', async () => {
  const path = join(folder, 'buyers.xlsx')
  const main = await signedIn(path)
  const { total } = await whole(main)
  const saved = await main.ask('credit.export', { format: 'xlsx', columns: null, table: buyers })
  expect(saved).toMatchObject({ rows: total })
  const [sheet] = await readXlsx(path)
  expect(sheet?.data).toHaveLength(total + 1)
  expect(sheet?.data[0]).toHaveLength(13)
})

it.each(['limits', 'policies', 'applications', 'figure'] as const)('writes %s', async (kind) => {
  const path = join(folder, `${kind}.csv`)
  const main = await signedIn(path)
  await whole(main)
  await expect
    .poll(
      async () =>
        main.call('credit.export', {
          format: 'csv',
          columns: null,
          table:
            kind === 'limits'
              ? { kind, filters: { sort: 'buyer' } }
              : kind === 'figure'
                ? { kind, figure: 'abr', report: {} }
                : { kind },
        }),
      { timeout: 20_000 },
    )
    .toMatchObject({ ok: true, data: { kind: 'saved' } })
  const rows = parse(readFileSync(path, 'utf8'), { bom: true, delimiter: ';' })
  expect(rows.length).toBeGreaterThan(0)
})

it('says bands and statuses in words, and what waits on this computer, too', async () => {
  const network = { isIn: true }
  const path = join(folder, 'table.csv')
  const main = await signedIn(path, async (url, init) => {
    if (!network.isIn) throw new Error('net::ERR_INTERNET_DISCONNECTED')
    return hostFetch(url, init)
  })
  const { items } = await whole(main)
  const csvOf = async (table: ParsedInput<'credit.export'>['table']) => {
    await main.ask('credit.export', { format: 'csv', columns: null, table })
    const [header = [], ...rows] = parse(readFileSync(path, 'utf8'), { bom: true, delimiter: ';' })
    return (title: string) => rows.map((row) => row[header.indexOf(title)])
  }
  const rated = items.filter(({ band }) => band !== null)
  const words = (await csvOf(buyers))('Classe de notation').filter((word) => word !== '')
  expect(words).toHaveLength(rated.length)
  const { ratingBands } = await main.ask('portal.meta', {})
  const names = new Map(ratingBands.map(({ id, name }) => [id, name.fr]))
  expect(words).toEqual(rated.map(({ band }) => names.get(band ?? '')))
  expect(words).not.toContain(rated[0]?.band)

  await main.ask('servnet.applications', { cursor: null })
  const limits = { kind: 'limits', filters: { sort: 'buyer' } } as const
  await expect
    .poll(
      async () =>
        (await main.call('credit.export', { format: 'csv', columns: null, table: limits })).ok,
    )
    .toBe(true)
  const { window } = await main.ask('credit.limits', {
    offset: 0,
    limit: 200,
    filters: limits.filters,
  })
  const limit = window.items.find(({ pending }) => pending === null)
  if (limit === undefined) throw new Error('no limit')
  network.isIn = false
  const amount = { amount: '123456.00', currency: 'EUR' }
  const application = {
    policyId: limit.policyId,
    buyerId: limit.buyerId,
    amount,
    paymentTermsDays: 30,
  }
  const { kind } = await main.ask('servnet.apply', { id: 'waits-here', application })
  expect(kind).toBe('waiting')
  expect((await csvOf({ kind: 'applications' }))('Numéro')).toContain('waits-here')
  expect((await csvOf(limits))('Demandes à l’examen')).toContain('123456,00')
})

/** An amount has its currency beside it. */
const money = (...titles: string[]) => titles.flatMap((title) => [title, `${title} (Devise)`])

it('has the columns of each figure, as the screen shows its rows', async () => {
  const path = join(folder, 'rows.csv')
  const main = await signedIn(path)
  await whole(main)
  const about = ['Acheteur', 'N° d’acheteur', 'Pays', 'Police', 'N° de police']
  const amounts = money('Dans sa devise', 'Montant')
  const rating = 'Notation (1 à 100, 100 = risque le plus élevé)'
  const cuts = ['Effet le', ...money('Nouvelle limite'), ...amounts]
  const own: Readonly<Record<Figure, readonly string[]>> = {
    'risk-acceptance': [
      'Décidé le',
      ...money('Demandé', 'Accordé, au plus demandé'),
      'Taux d’acceptation',
    ],
    applications: ['Demandé le', ...money('Demandé'), 'Statut'],
    decisions: ['Décidé le', ...money('Demandé', 'Accordé'), 'Statut'],
    abr: [rating, ...money('Total des limites')],
    'largest-policies': ['ABR', ...money('Total des limites')],
    'new-decisions-zero': ['Décidé le', ...money('Demandé')],
    'new-decisions-partial': ['Décidé le', ...money('Demandé', 'Couvert', 'Non couvert')],
    'new-decisions-full': ['Décidé le', ...money('Demandé', 'Accordé')],
    deductions: cuts,
    'future-deductions': cuts,
    'customer-cuts': cuts,
    'ended-temporary': ['Fin le', ...amounts],
    'pending-applications': ['Demandé le', ...amounts],
    deteriorations: ['Dégradation', rating, ...money('Total des limites'), 'Taux d’acceptation'],
  }
  const ahead = new Map<Figure, readonly string[]>([
    ['largest-policies', ['Police', 'N° de police']],
    ['deteriorations', about.slice(0, 3)],
  ])
  for (const figure of figures) {
    const table = { kind: 'figure', figure, report: {} } as const
    // oxlint-disable-next-line no-await-in-loop -- one file after the other
    await main.ask('credit.export', { format: 'csv', columns: null, table })
    const [header, ...rows] = parse(readFileSync(path, 'utf8'), { bom: true, delimiter: ';' })
    expect(header, figure).toEqual([...(ahead.get(figure) ?? about), ...own[figure]])
    if (figure === 'largest-policies') expect(rows[0]?.[2], 'an average rating').toMatch(/^\d+/)
  }
})

it('keeps what a company is called from being calculated, in both kinds of files', async () => {
  const name = '=HYPERLINK("http://x.example","y")'
  const path = join(folder, 'applications.csv')
  const main = await signedIn(path)
  await whole(main)
  const [policy] = (await main.ask('credit.policies', {})).policies
  const amount = { amount: '1000.00', currency: 'EUR' }
  const buyer = { name, country: 'BE' }
  const application = { policyId: policy?.id ?? '', buyer, amount, paymentTermsDays: 30 }
  expect((await main.ask('servnet.apply', { id: 'one', application })).kind).toBe('sent')
  const table = { kind: 'applications' } as const
  await main.ask('credit.export', { format: 'csv', columns: ['buyerName'], table })
  const texts = parse(readFileSync(path, 'utf8'), { bom: true, delimiter: ';' }).flat()
  expect(texts.filter((text) => text.includes('HYPERLINK'))).toEqual([`'${name}`])
  await main.ask('credit.export', { format: 'xlsx', columns: ['buyerName'], table })
  const [sheet] = await readXlsx(path)
  // A formula would be read as what it comes to.
  expect(sheet?.data.flat()).toContain(name)
})

it('is not begun where nobody says where to', async () => {
  const main = await signedIn(null)
  const outcome = await main.ask('credit.export', { format: 'xlsx', columns: null, table: buyers })
  expect(outcome).toEqual({ kind: 'cancelled' })
})

it('leaves what was there where the portal goes away meanwhile', async () => {
  const path = join(folder, 'rows.csv')
  writeFileSync(path, 'the former one')
  const main = await signedIn(path)
  await whole(main)
  await portal.close()
  const outcome = await main.call('credit.export', {
    format: 'csv',
    columns: null,
    table: { kind: 'figure', figure: 'abr', report: {} },
  })
  expect(outcome).toEqual({ ok: false, error: { code: 'portal_unreachable' } })
  expect(readFileSync(path, 'utf8')).toBe('the former one')
  expect(readdirSync(folder)).toEqual(['rows.csv'])
})

async function* broken() {
  yield 'a part'
  throw new Error('no more')
}

it('that is cut short leaves nothing', async () => {
  const path = join(folder, 'table.csv')
  await expect(writeChosenStream(path, broken())).rejects.toThrow('no more')
  expect(readdirSync(folder)).toEqual([])
  mkdirSync(path)
  await expect(writeChosenStream(path, broken())).rejects.toThrow('no more')
  expect(existsSync(path)).toBe(true)
})

it('writes cases as they are narrowed, each amount in its currency', async () => {
  const path = join(folder, 'cases.csv')
  const main = await signedIn(path)
  const filters = { sort: '-opened', status: 'instalments' } as const
  const ask = () => main.ask('collectnet.cases', { offset: 0, limit: 200, filters })
  await expect.poll(async () => (await ask()).window.isWhole, { timeout: 20_000 }).toBe(true)
  const { items } = (await ask()).window
  const table = { kind: 'cases', filters } as const
  const columns = ['buyerName', 'policy', 'status', 'outstanding']
  const saved = await main.ask('credit.export', { format: 'csv', columns, table })
  expect(saved).toMatchObject({ kind: 'saved', rows: items.length })
  const [header, ...rows] = parse(readFileSync(path, 'utf8'), { bom: true, delimiter: ';' })
  expect(header).toEqual([
    'Acheteur',
    'Police',
    'N° de police',
    'Statut',
    'Reste dû',
    'Reste dû (Devise)',
  ])
  expect(items.length).toBeGreaterThan(0)
  expect(rows.map(([name]) => name)).toEqual(items.map(({ buyerName }) => buyerName))
  expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(['Paiement échelonné']))
  expect(asked[0]?.fileName).toMatch(/^dossiers-/u)
})
