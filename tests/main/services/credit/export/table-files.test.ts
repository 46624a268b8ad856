/** Written tables, as other programs read them: whatever somebody is called, nothing calculates. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { csvFile } from '../../../../../src/main/services/credit/export/csv-file.ts'
import type { Cell, TableFile } from '../../../../../src/main/services/credit/export/table-file.ts'
import { xlsxFile } from '../../../../../src/main/services/credit/export/xlsx-file.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

/** Names that companies have, and that are given in order to harm. */
const names = [
  "L'Oréal",
  'O’Brien & Sons <Ltd>',
  'شركة الاختبار',
  '株式会社テスト',
  'ООО «Ромашка»',
  'Café'.normalize('NFD'),
  '=HYPERLINK("http://x.example","y")',
  '+32 Logistics',
  '-5 Degrees',
  '@Home NV',
  'NULL',
  '1E10 Ltd',
  'March1',
  '00743110157',
  'one\nand two',
  'a _x0041_ b',
  'x'.repeat(250),
]
const money = (amount: string, currency: string): Cell => ({
  kind: 'money',
  money: { amount, currency },
})
const amounts = [
  money('1234.50', 'EUR'),
  money('-987654321.05', 'EUR'),
  money('1234', 'JPY'),
  money('1.234', 'KWD'),
  null,
]
const rowOf = (name: string, index: number): Cell[] => [
  { kind: 'text', text: name },
  amounts[index % amounts.length] ?? null,
  { kind: 'day', day: '2026-02-28' },
  { kind: 'percent', value: 57.25 },
  { kind: 'number', value: index },
]

function table(rows: readonly (readonly Cell[])[]): TableFile {
  async function* parts() {
    for (let at = 0; at < rows.length; at += 5) yield rows.slice(at, at + 5)
  }
  return {
    name: 'acheteurs',
    columns: [
      { title: 'Nom', kind: 'text', width: 40 },
      { title: 'Accordé', kind: 'money', width: 18 },
      { title: 'Fin', kind: 'day', width: 12 },
      { title: 'Taux', kind: 'percent', width: 12 },
      { title: 'Note', kind: 'number', width: 12 },
    ],
    parts: parts(),
  }
}
const awkward = () => table(names.map(rowOf))

async function bytesOf(file: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of file) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

describe('a workbook', () => {
  it('holds texts, numbers and days, as another program reads them', async () => {
    const path = join(temporaryFolder(stack), 'table.xlsx')
    writeFileSync(path, await bytesOf(xlsxFile(awkward())))
    const [sheet] = await readXlsx(path)
    const [header, ...rows] = sheet?.data ?? []
    expect(header).toEqual(['Nom', 'Accordé', 'Fin', 'Taux', 'Note'])
    expect(rows.map(([name]) => name)).toEqual(names)
    expect(rows.slice(0, 5).map((row) => row[1])).toEqual([
      1234.5,
      -987_654_321.05,
      1234,
      1.234,
      null,
    ])
    expect(rows[0]?.[2]).toEqual(new Date('2026-02-28T00:00:00Z'))
    expect(rows[0]?.slice(3)).toEqual([0.5725, 0])
  })

  it('has no formula, its first row frozen, and each amount in its currency’s format', async () => {
    const parts = unzipSync(await bytesOf(xlsxFile(awkward())))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())
    expect(sheet).not.toContain('<f>')
    expect(sheet).toContain('ySplit="1"')
    expect(sheet).toContain('state="frozen"')
    for (const format of [
      '#,##0.00 &quot;EUR&quot;',
      '#,##0 &quot;JPY&quot;',
      '#,##0.000 &quot;KWD&quot;',
    ]) {
      expect(styles).toContain(format)
    }
    const styleOf = (ref: string) => new RegExp(`<c r="${ref}"[^>]* s="(\\d+)"`).exec(sheet)?.[1]
    expect(styleOf('B2')).toBe(styleOf('B3'))
    expect(new Set(['B2', 'B4', 'B5'].map(styleOf)).size).toBe(3)
  })

  it('says an amount as text that spreadsheets cannot keep as a number', async () => {
    const path = join(temporaryFolder(stack), 'table.xlsx')
    const row = rowOf('Big', 0).with(1, money('9007199254740993.07', 'EUR'))
    writeFileSync(path, await bytesOf(xlsxFile(table([row]))))
    const [sheet] = await readXlsx(path)
    expect(sheet?.data[1]?.[1]).toBe('9007199254740993.07 EUR')
  })
})

describe('a text', () => {
  it.each([
    ['fr', ';', ','],
    ['nl', ';', ','],
    ['de', ';', ','],
    ['es', ';', ','],
    ['it', ';', ','],
    ['en', ',', '.'],
  ] as const)(
    'in %s has the separator %s and the decimal sign %s',
    async (language, separator, decimal) => {
      const text = (await bytesOf(csvFile(awkward(), language, 'Devise'))).toString()
      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(text.endsWith('\r\n')).toBe(true)
      const [header, ...rows] = parse(text, { bom: true, delimiter: separator })
      expect(header).toEqual(['Nom', 'Accordé', 'Accordé (Devise)', 'Fin', 'Taux', 'Note'])
      expect(rows).toHaveLength(names.length)
      expect(rows[0]?.slice(1)).toEqual([
        `1234${decimal}50`,
        'EUR',
        '2026-02-28',
        `57${decimal}25`,
        '0',
      ])
      expect(rows[1]?.[1], 'a negative amount stays a number').toBe(`-987654321${decimal}05`)
      expect(rows[4]?.slice(1, 3)).toEqual(['', ''])
    },
  )

  it('has nothing that calculates, and a line a row', async () => {
    const text = (await bytesOf(csvFile(awkward(), 'fr', 'Devise'))).toString()
    const rows = parse(text, { bom: true, delimiter: ';' })
    for (const [name = ''] of rows) expect(name).not.toMatch(/^[=+\-@\t\r\n]/)
    expect(text.trimEnd().split('\r\n')).toHaveLength(names.length + 1)
    expect(rows.map(([name]) => name)).toContain('one and two')
  })
})
