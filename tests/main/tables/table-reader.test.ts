/** Tables as people bring them: whichever program wrote them reads back, and what is no table is said. */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReadingOptions, TableSource } from '../../../src/main/tables/table-messages.ts'
import { packRows, unpackRows } from '../../../src/main/tables/packed-rows.ts'
import { readTable } from '../../../src/main/tables/read-table.ts'
import { createTableReader } from '../../../src/main/tables/table-reader.ts'
import { shownIn, type Cell, type Row } from '../../../src/shared/tables/cells.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let folder: string
beforeEach(() => {
  stack = new AsyncDisposableStack()
  folder = temporaryFolder(stack)
})
afterEach(() => stack.disposeAsync())

const whole: ReadingOptions = { sheet: null, knownHeaders: ['acheteur', 'montant'], mostRows: 100 }

function file(bytes: Uint8Array | string): TableSource {
  const path = join(folder, randomBytes(6).toString('hex'))
  writeFileSync(path, bytes)
  return { kind: 'file', path }
}

async function read(source: TableSource, options: Partial<ReadingOptions> = {}) {
  const rows: Row[] = []
  const summary = await readTable(source, { ...whole, ...options }, async (part) => {
    rows.push(...part)
  })
  return { summary, rows, texts: rows.map(({ cells }) => cells.map(shownIn)) }
}

const encodings = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with its mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'UTF-16': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 without its mark': (text: string) => Buffer.from(text, 'utf16le'),
  'Windows-1252': (text: string) => Buffer.from(text, 'latin1'),
} as const

/** Whatever both Latin-1 and people write, line breaks and quotes within cells among it. */
const cell = fc
  .stringMatching(/^[\wàéïßøÅ .,;"'\t()=+@-]{1,20}$/u)
  .filter((text) => text.trim() !== '')
const name = fc.tuple(cell, fc.constantFrom('', '\n')).map(([text, more]) => `x${text}${more}y`)

describe('a text', () => {
  it.each(Object.entries(encodings))('in %s reads back with any separator', async (_, encode) => {
    const table = fc.record({
      rows: fc.array(fc.tuple(name, cell, cell), { minLength: 1, maxLength: 8 }),
      delimiter: fc.constantFrom(';', ',', '\t'),
      record_delimiter: fc.constantFrom('\n', '\r\n'),
    })
    const property = fc.asyncProperty(table, async ({ rows, ...options }) => {
      const header = ['Acheteur', 'Montant', 'Remarque']
      // It would write a line break of the other kind as it is.
      const written = stringify([header, ...rows], { ...options, quoted_match: /\n/ })
      const { texts } = await read(file(encode(written)))
      expect(texts).toEqual([header, ...rows])
    })
    await fc.assert(property, { numRuns: 40, seed: 42 })
  })

  it('with lines in two encodings is read line by line, and says so', async () => {
    const lines = ['Acheteur;Pays\n', 'Café €;BE\n']
    const bytes = Buffer.concat([
      ...lines.map((line) => Buffer.from(line)),
      Buffer.from('Caf\xe9;FR\n', 'latin1'),
    ])
    const { summary, texts } = await read(file(bytes))
    expect(summary.encoding).toBe('mixed')
    expect(texts.map(([first]) => first)).toEqual(['Acheteur', 'Café €', 'Café'])
  })

  it('names the row whose quotation marks do not end, and reads those before it', async () => {
    const { summary, rows } = await read(file('Acheteur;Pays\nA;BE\n"B;BE\nC;BE\n'))
    expect(summary.broken).toEqual([{ place: 3, reason: 'quote_open' }])
    expect(rows.map(({ place }) => place)).toEqual([1, 2])
  })

  it('says the line on which a row begins, behind one that has several', async () => {
    const { rows } = await read(file('Acheteur;Pays\r\n"A\r\nB";BE\r\n\r\nC;BE\r\n'))
    expect(rows.map(({ place }) => place)).toEqual([1, 2, 5])
  })

  it('of 200,000 rows is read no further than is asked for, and whole where all is', async () => {
    const line = 'Boulangerie à la Bonne Heure;BE;0202239951;25.000,00;EUR\n'
    const source = file(`Acheteur;Pays;Numéro;Montant;Devise\n${line.repeat(200_000)}`)
    const { summary, rows } = await read(source, { mostRows: 2_001 })
    expect(summary.isCut).toBe(true)
    expect(rows).toHaveLength(2_001)
    let count = 0
    const all = await readTable(source, { ...whole, mostRows: null }, async (part) => {
      count += part.length
    })
    expect(all.isCut).toBe(false)
    expect(count).toBe(200_001)
  })
})

async function workbook(
  sheets: readonly {
    readonly name: string
    readonly rows: CellValue[][]
    readonly hidden?: boolean
  }[],
): Promise<TableSource> {
  return file(await writeXlsx({ sheets: sheets.map((sheet) => ({ ...sheet })) }))
}

describe('a workbook', () => {
  it('has its texts, numbers and days, and a formula in a name is a text', async () => {
    const day = new Date('2026-03-04T00:00:00Z')
    const rows: CellValue[][] = [
      ['Acheteur', 'Montant', 'Jusqu’au'],
      ['=HYPERLINK("http://x")', 1234.5, day],
    ]
    const { rows: all } = await read(await workbook([{ name: 'A', rows }]))
    expect(all[1]?.cells.slice(0, 2)).toMatchObject([
      { kind: 'text', text: '=HYPERLINK("http://x")' },
      { kind: 'number', value: 1234.5 },
    ])
  })

  it('says which sheet is read, and reads another that is chosen; hidden ones are none', async () => {
    const sheets = ['A', 'B', 'C'].map((one) => ({
      name: one,
      rows: [['Acheteur'], [`de ${one}`]],
    }))
    const source = await workbook(sheets.map((sheet) => ({ ...sheet, hidden: sheet.name === 'A' })))
    const first = await read(source)
    expect(first.summary).toMatchObject({ sheet: 'B', sheets: ['B', 'C'] })
    expect(first.texts).toEqual([['Acheteur'], ['de B']])
    expect((await read(source, { sheet: 'C' })).texts[1]).toEqual(['de C'])
  })

  it('with more rows than are asked for is cut', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`Acheteur ${index}`])
    const { summary, rows: some } = await read(await workbook([{ name: 'A', rows }]))
    expect(summary.isCut).toBe(true)
    expect(some).toHaveLength(100)
  })
})

/** A small archive whose directory says that it unpacks to two gigabytes. */
function zipBomb(): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(4_096) }))
  const directory = bytes.indexOf('PK\u0001\u0002', 0, 'latin1')
  const sizeAt = 24
  bytes.writeUInt32LE(2 ** 31, directory + sizeAt)
  return bytes
}

const bad: readonly (readonly [string, () => Uint8Array | string, string])[] = [
  ['empty', () => '', 'table_empty'],
  ['of empty lines', () => '\n ;\n\n', 'table_empty'],
  [
    'a picture',
    () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]),
    'table_not_a_table',
  ],
  ['a PDF', () => '%PDF-1.7\n1 0 obj', 'table_not_a_table'],
  ['a damaged workbook', () => Buffer.from('PK\u0003\u0004 and nothing else'), 'table_damaged'],
  ['of before 2007', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'table_protected'],
  ['a zip bomb', zipBomb, 'table_too_large'],
]

describe('what is', () => {
  it.each(bad)('%s has words of its own', async (_, make, code) => {
    await expect(read(file(make()))).rejects.toMatchObject({ code })
  })

  it('gone cannot be read', async () => {
    const source = { kind: 'file', path: join(folder, 'none.csv') } as const
    await expect(read(source)).rejects.toMatchObject({ code: 'table_unreadable' })
  })
})

it('a thread reads it, and says what it is not', async () => {
  const worker = new URL('../../../src/main/tables/table-worker.ts', import.meta.url)
  const { read: readInThread } = createTableReader(worker)
  const rows: Row[] = []
  const source = file(`Acheteur\n${'Boulangerie\n'.repeat(2_500)}`)
  const options = { ...whole, mostRows: null }
  const result = await readInThread({ source, options }, ({ text }) => {
    rows.push(...unpackRows(text))
  })
  expect(result).toMatchObject({ ok: true, data: { encoding: 'utf-8' } })
  expect(rows).toHaveLength(2_501)
  const none = await readInThread({ source: { kind: 'text', text: ' ' }, options }, () => undefined)
  expect(none).toMatchObject({ ok: false, error: { code: 'table_empty' } })
})

it('rows come out of their text as they went in, but for what is longer than any column means', () => {
  const text = fc.string({ maxLength: 500 })
  const anyCell: fc.Arbitrary<Cell> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text }),
    fc.record({
      kind: fc.constant('number' as const),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      format: fc.option(text),
    }),
    fc.record({ kind: fc.constant('day' as const), day: fc.constantFrom('2026-02-28') }),
    fc.record({ kind: fc.constant('other' as const), shown: text }),
  )
  const anyRow = fc.record({ place: fc.nat(), cells: fc.array(anyCell, { maxLength: 9 }) })
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 20 }), (rows) => {
      const packed = packRows(rows)
      expect(packed.count).toBe(rows.length)
      expect(unpackRows(packed.text)).toEqual(rows)
    }),
  )
  const long = packRows([{ place: 1, cells: [{ kind: 'text', text: 'x'.repeat(9_000) }] }])
  expect(unpackRows(long.text)[0]?.cells).toEqual([{ kind: 'text', text: 'x'.repeat(500) }])
})
