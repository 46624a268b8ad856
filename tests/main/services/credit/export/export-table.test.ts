/** A table of the portfolio as a file, asked for as the page does. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import { afterEach, beforeEach, expect, it } from 'vitest'
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
