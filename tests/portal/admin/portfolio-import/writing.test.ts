/* oxlint-disable no-await-in-loop -- one database: imports come one after the other */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  importPortfolio,
  readTable,
} from '../../../../src/portal/admin/portfolio-import/import-portfolio.ts'
import type { Answers } from '../../../../src/portal/admin/portfolio-import/rows.ts'
import { databaseKinds } from '../../support/databases.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'

const example = join(import.meta.dirname, '../../../../docs/examples/portfolio.csv')
const nothing = { decimalSign: null, dayOrder: null }
const unsaid: Answers = { told: nothing, kept: nothing }

const header =
  'policy;buyer_id;name;country;registration_number;rating;rated_on;applied;applied_on;granted;decided_on;effective_on;ends_on;currency;initiated_by'

describe.each(databaseKinds)('importing a portfolio, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  const importText = async (text: string | Uint8Array, isTrial = false) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    return importPortfolio(it.portal.context, await readTable(bytes), { ...unsaid, isTrial })
  }
  const importRows = (...rows: readonly string[]) => importText([header, ...rows].join('\n'))
  const refusalOf = async (...rows: readonly string[]): Promise<string[]> => {
    const error = await importRows(...rows).then(
      () => new Error('It was imported'),
      (reason: unknown) => reason,
    )
    return error instanceof Error ? error.message.split('\n').slice(1) : []
  }
  const everything = async () => {
    const { db } = it.portal.context
    const tables = ['buyers', 'buyer_ratings', 'applications', 'decisions', 'positions'] as const
    const rows = tables.map((table) => db.selectFrom(table).selectAll().orderBy('id').execute())
    return Promise.all(rows)
  }
  const positionsOf = (buyerId: string) =>
    it.portal.context.db
      .selectFrom('positions')
      .selectAll()
      .where('buyer_id', '=', buyerId)
      .execute()

  test('takes over the example, and changes nothing the second time', async () => {
    const text = readFileSync(example)
    const before = await everything()
    expect(await importText(text, true)).toMatchObject({ rows: 6, buyers: 5, decisions: 5 })
    expect(await everything()).toEqual(before)
    expect(await importText(text)).toMatchObject({
      rows: 6,
      buyers: 5,
      ratings: 4,
      applications: 5,
      decisions: 5,
      ignored: [],
    })
    const after = await everything()
    expect(await importText(text)).toMatchObject({ buyers: 0, applications: 0, decisions: 0 })
    expect(await everything()).toEqual(after)
    expect(await positionsOf('70001')).toMatchObject([
      { applied: 15_000_000, granted: 6_000_000, status: 'reduced', initiated_by: 'insurer' },
    ])
    expect(await positionsOf('70004')).toMatchObject([{ granted: 0, status: 'refused' }])
  })

  test('reads the same from CSV and from a spreadsheet', async () => {
    const rows: CellValue[][] = [
      [
        'Police',
        'buyer_id',
        'Acheteur',
        'Pays',
        'registration_number',
        'Montant demandé',
        'Demandé le',
        'Accordé',
        'Décidé le',
      ],
      [
        '17386',
        '70101',
        '=HYPERLINK("x")',
        'France',
        '012345678',
        1234.56,
        new Date(Date.UTC(2026, 2, 4)),
        0.3,
        new Date(Date.UTC(2026, 2, 5)),
      ],
      [17_386, 70_102, '1E10 Ltd', 'GB', '0099', 0.1 + 0.2, '2026-03-04', null, null],
      [],
    ]
    const written = await writeXlsx({
      sheets: [
        { name: 'Hidden', rows: [['x']], hidden: true },
        { name: 'A', rows },
      ],
    })
    const lines = [
      [
        '17386',
        '70101',
        '"=HYPERLINK(""x"")"',
        'FR',
        '012345678',
        '1.234,56',
        '4.3.2026',
        '0,30',
        '5.3.2026',
      ],
      ['17386', '70102', '1E10 Ltd', 'GB', '0099', '0,3', '4.3.2026', '', ''],
    ]
    const text = [rows[0], ...lines].map((line) => line?.join(';')).join('\n')
    expect(await importText(written)).toMatchObject({ rows: 2, buyers: 2, applications: 2 })
    expect(await importText(text)).toMatchObject({
      rows: 2,
      buyers: 0,
      applications: 0,
      decisions: 0,
    })
    const { db } = it.portal.context
    const buyer = db.selectFrom('buyers').selectAll().where('id', '=', '70101')
    expect(await buyer.executeTakeFirst()).toMatchObject({
      name: '=HYPERLINK("x")',
      registration_number: '012345678',
    })
  })

  test('names every wrong row at once, and writes nothing', async () => {
    const before = await everything()
    const refused = await refusalOf(
      '99999;1;A;BE;;;;100;2026-01-02;;;;;;',
      '17386;1;A;Atlantis;;101;;100;2026-01-02;;;;;;',
      '17386;;;BE;;;;abc;2026-01-02;;;;;XXX;',
      '17386;2;B;BE;;;;100,5055;2026-01-02;50;2026-01-01;;;;',
      '17386;3;C;BE;;;;1;2026-01-02;1;2026-01-03;2026-02-01;2026-01-31;JPY;',
      '17386;4;D;BE;;;;1;2999-01-01;;;;;;',
      '17386;5;E;BE;;;;1;2026-01-02;;2026-01-03;;;;',
      '17386;6;F;BE;;;;1;2026-01-02;;;;;;insurer',
      '17386;41008;Another name;BE;;;;1;2026-01-02;;;;;;',
      '17386;7;G;BE;;40;2026-01-02;1;2026-01-02;1;2026-01-03;;;;',
      '17386;7;G;NL;;;;1;2026-01-02;1;2026-01-04;;;;',
      '17386;7;G;BE;;41;2026-01-02;2;2026-01-02;2;2026-01-03;;;;',
      '17386;8;H;BE;;;;1;2026-01-02;;;;;;',
      '17386;8;H;BE;;;;2;2026-01-05;;;;;;',
      '17386;9;I;BE;;;;1;2026-01-02;;;;;;;too;many',
    )
    expect(refused.map((line) => line.replace(/:.*/, ''))).toEqual([
      'Line 2, policy',
      'Line 3, country',
      'Line 3, rating',
      'Line 4, name',
      'Line 4, applied',
      'Line 4, currency',
      'Line 5, decided_on',
      'Line 5, applied',
      'Line 6, ends_on',
      'Line 7, applied_on',
      'Line 8, granted',
      'Line 9, granted',
      'Line 10',
      'Line 12',
      'Line 13, rating',
      'Line 13, decided_on',
      'Line 15, granted',
      'Line 16',
    ])
    expect(await everything()).toEqual(before)
  })

  test('names what is wrong in a spreadsheet by its row and by the name of its column', async () => {
    const before = await everything()
    const rows: CellValue[][] = [
      ['Police', 'Acheteur', 'Pays', 'Montant demandé', 'Demandé le'],
      ['17386', 'A', 'BE', 1, '2026-01-02'],
      ['17386', 'B', 'BE', 1e17, '2026-01-02'],
      ['nowhere', 'C', 'BE', 1, '2026-01-02'],
    ]
    const book = await writeXlsx({ sheets: [{ name: 'A', rows }] })
    await expect(importText(book)).rejects.toThrow(
      /\nRow 3, Montant demandé: .*\nRow 4, Police: [^\n]*$/,
    )
    expect(await everything()).toEqual(before)
    await expect(importText(header)).rejects.toThrow('the file is empty')
  })

  test('asks where days and amounts can be read in two ways', async () => {
    const refused = await refusalOf('17386;;A;BE;;;;1.234;03/04/2026;;;;;;')
    expect(refused.slice(-2)).toEqual([
      expect.stringContaining('--dates day-first'),
      expect.stringContaining('--decimals comma'),
    ])
  })

  test('finds buyers by number and name, and keeps apart what differs in case only', async () => {
    const rows = ['De Ridder NV', 'de ridder NV'].map(
      (name) => `17386;;${name};BE;;;;100;2026-01-02;80;2026-01-04;;;;`,
    )
    expect(await importRows(...rows)).toMatchObject({ buyers: 2, decisions: 2 })
    const numbered = [
      '17386;;Ridder & Fils SA;BE;0456.810.810;;;100;2026-01-02;80;2026-01-04;;;;',
      '17386;70201;Ridder & Fils SA;BE;BE 0456 810 810;;;200;2026-02-02;180;2026-02-04;;;;',
    ]
    expect(await importRows(...numbered)).toMatchObject({ buyers: 1, decisions: 2 })
  })

  test('writes a history in the order of its days, whatever order the rows stand in', async () => {
    await importRows(
      '17386;70301;Order SA;BE;;;;0;2026-04-01;0;2026-04-02;;;;',
      '17386;70301;Order SA;BE;;;;300;2026-02-01;300;2026-02-02;;;;',
      '17386;70301;Order SA;BE;;;;100;2026-01-01;100;2026-01-02;;;;',
      '17386;70301;Order SA;BE;;;;200;2026-03-01;200;2026-03-02;;;;',
    )
    const kinds = await it.portal.context.db
      .selectFrom('applications')
      .select('kind')
      .where('buyer_id', '=', '70301')
      .orderBy('applied_at')
      .execute()
    expect(kinds.map((row) => row.kind)).toEqual(['new', 'increase', 'decrease', 'cancellation'])
    expect(await positionsOf('70301')).toMatchObject([{ granted: 0, status: 'cancelled' }])
  })

  test('decides what an earlier file left pending', async () => {
    const pending = '17386;70401;Later SA;BE;;;;100;2026-01-01;'
    await importRows(`${pending};;;;;`)
    expect(await positionsOf('70401')).toMatchObject([{ status: 'pending', pending_count: 1 }])
    expect(await importRows(`${pending}60;2026-01-09;;;;`)).toMatchObject({
      applications: 0,
      decisions: 1,
    })
    expect(await positionsOf('70401')).toMatchObject([
      { status: 'partly_accepted', pending_count: 0 },
    ])
  })
})
