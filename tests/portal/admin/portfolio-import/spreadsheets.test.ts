/** Workbooks as people save them, and as nobody should: what is read of each, or what it is refused with. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx, type CellValue, type WriteOptions } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../../src/portal/admin/portfolio-import/import-portfolio.ts'
import { readRows } from '../../../../src/portal/admin/portfolio-import/rows.ts'

const nothing = { decimalSign: null, dayOrder: null }
const header = ['policy', 'name', 'country', 'applied', 'applied_on']
const march = new Date(Date.UTC(2026, 2, 4))
const buyer = (name: string, applied: CellValue = 1.5, on: CellValue = march) =>
  ['17386', name, 'BE', applied, on] as const

type Sheet = Omit<WriteOptions['sheets'][number], 'name' | 'rows'>

const bookOf = (rows: readonly (readonly CellValue[])[], sheet: Sheet = {}, options: object = {}) =>
  writeXlsx({
    sheets: [{ name: 'Portfolio', rows: [header, ...rows].map((row) => [...row]), ...sheet }],
    ...options,
  })

/** The book with the text of its first sheet as `change` makes it. */
function bent(book: Uint8Array, change: (sheet: string) => string): Uint8Array {
  const files = unzipSync(book)
  const name = 'xl/worksheets/sheet1.xml'
  const sheet = files[name] ?? new Uint8Array()
  return zipSync({ ...files, [name]: strToU8(change(strFromU8(sheet))) })
}

/** The book with a sheet that says it unpacks to `claimed` bytes. */
async function claiming(claimed: number): Promise<Uint8Array> {
  const book = (await bookOf([buyer('A')])).slice()
  const view = new DataView(book.buffer)
  const central = 0x02014b50
  const places = Array.from({ length: book.length - 4 }, (_, at) => at)
  const entry = places.findLast((at) => view.getUint32(at, true) === central) ?? 0
  view.setUint32(entry + 24, claimed, true)
  return book
}

async function reading(book: Uint8Array) {
  const { rows, problems } = readRows(await readTable(book), { told: nothing, kept: nothing })
  return {
    rows: rows.map(({ place, name, applied, appliedOn }) => [place, name, applied, appliedOn]),
    problems: problems.map(({ place, column, reason }) => `${place} ${column}: ${reason}`),
  }
}

describe('a workbook', () => {
  test.each(['1900', '1904'] as const)('has the same days when it counts from %s', async (from) => {
    const leap = new Date(Date.UTC(2024, 1, 29))
    const book = await bookOf([buyer('A'), buyer('B', 2, leap)], {}, { dateSystem: from })
    expect((await reading(book)).rows).toEqual([
      [2, 'A', '1.5', '2026-03-04'],
      [3, 'B', '2', '2024-02-29'],
    ])
  })

  test('says which of its sheets are not read, but for empty and hidden ones', async () => {
    const rows = [header, [...buyer('A')]].map((row) => [...row])
    const more = [
      { name: 'Last year', rows },
      { name: 'Empty', rows: [] },
      { name: 'Hidden', rows, hidden: true },
    ]
    const book = await writeXlsx({ sheets: [{ name: 'Portfolio', rows }, ...more] })
    const table = await readTable(book)
    expect([table.rows.length, table.unread]).toEqual([1, ['Last year']])
  })

  test('has amounts and days that are texts, and a time of day that counts for nothing', async () => {
    const evening = new Date(Date.UTC(2026, 2, 4, 23, 59, 59))
    const { rows } = await reading(
      await bookOf([
        buyer('A', '1.234,56', '4.3.2026'),
        buyer('B', '1\u202f234', '2026-03-04'),
        buyer('C', 0.1 + 0.2, evening),
      ]),
    )
    expect(rows).toEqual([
      [2, 'A', '1234.56', '2026-03-04'],
      [3, 'B', '1234', '2026-03-04'],
      [4, 'C', '0.3', '2026-03-04'],
    ])
  })

  test('is read where rows are hidden, or cells bear a formula with its result', async () => {
    const book = bent(await bookOf([buyer('A'), buyer('B')]), (sheet) =>
      sheet
        .replace('<row r="2"', '<row r="2" hidden="1"')
        .replace(/(<c r="D3"[^>]*>)<v>1.5<\/v>/, '$1<f>1+1</f><v>2</v>'),
    )
    expect(
      (await reading(book)).rows.map(([place, name, amount]) => [place, name, amount]),
    ).toEqual([
      [2, 'A', '1.5'],
      [3, 'B', '2'],
    ])
  })

  test('names each cell that means nothing in its column', async () => {
    const merged = { merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }] }
    const rows = [buyer('A'), ['', 'B', 'BE', 1, march], buyer('C', -1), buyer('D', true)]
    const book = bent(await bookOf([...rows, buyer('E', 1, 46_085), buyer('F')], merged), (sheet) =>
      sheet.replace(/<c r="D7"[^>]*><v>1.5<\/v>/, '<c r="D7" t="e"><f>1/0</f><v>#DIV/0!</v>'),
    )
    expect(await reading(book)).toEqual({
      rows: [[2, 'A', '1.5', '2026-03-04']],
      problems: [
        expect.stringMatching(/^3 policy: It is empty/),
        expect.stringMatching(/^4 applied: .*-1.* is no amount/),
        expect.stringMatching(/^5 applied: .*TRUE.* is no amount/),
        expect.stringMatching(/^6 applied_on: .*46085.* format the cell as a date/),
        expect.stringMatching(/^7 applied: .*#DIV\/0!.* is no amount/),
      ],
    })
  })

  test.each([
    ['all sheets are hidden', () => bookOf([buyer('A')], { hidden: true }), 'are hidden'],
    ['nothing stands in it', () => writeXlsx({ sheets: [{ name: 'A', rows: [] }] }), 'is empty'],
    [
      'a password protects it',
      () => bookOf([], {}, { encryption: { password: 'x', spinCount: 1 } }),
      'without a password',
    ],
    [
      'it is of an old kind',
      async () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'XLS',
    ],
    ['it is cut short', async () => (await bookOf([buyer('A')])).subarray(0, -40), 'as XLSX'],
    ['it is another archive', async () => zipSync({ 'a.txt': strToU8('x') }), 'as XLSX'],
  ])('is refused in words where %s', async (_, make, words) => {
    await expect(readTable(await make())).rejects.toThrow(words)
  })

  test('is not unpacked where it is a small file of a large one', async () => {
    await expect(readTable(await claiming(2_000_000_000))).rejects.toThrow('more than 512 MB')
    // It says that it is nothing, and would be anything.
    await expect(readTable(await claiming(0))).rejects.toThrow('more than 512 MB')
    // It says less than it is.
    await expect(readTable(await claiming(9))).rejects.toThrow('cannot be read')
  })
})
