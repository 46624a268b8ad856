/**
 * Opens written tables in LibreOffice, and compares what it makes of them with what was written. Not a
 * part of continuous integration: LibreOffice is large. `node scripts/try-in-libreoffice.ts`, with Node 24.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { csvFile } from '../src/main/services/credit/export/csv-file.ts'
import type { Cell, TableFile } from '../src/main/services/credit/export/table-file.ts'
import { xlsxFile } from '../src/main/services/credit/export/xlsx-file.ts'
import { ensureDebianPackages } from './lib/debian.ts'
import { Failure } from './lib/failure.mjs'
import { runCaptured } from './lib/processes.ts'

/** Each with what a spreadsheet is to show of it: as text, whatever it looks like. */
const names = [
  '=1+1',
  '+32 Logistics',
  '-5 Degrees',
  '@Home NV',
  '00743110157',
  '1E10 Ltd',
  'March1',
  'شركة',
  'one\ntwo',
  'a _x0041_ b',
]

const rows: readonly (readonly Cell[])[] = names.map((text) => [
  { kind: 'text', text },
  { kind: 'money', money: { amount: '-1234.50', currency: 'EUR' } },
  { kind: 'money', money: { amount: '1234', currency: 'JPY' } },
  { kind: 'day', day: '2026-02-28' },
])

async function* parts() {
  yield rows
}

const table = (): TableFile => ({
  name: 'table',
  columns: [
    { title: 'Name', kind: 'text', width: 40 },
    { title: 'Granted', kind: 'money', width: 18 },
    { title: 'Applied', kind: 'money', width: 18 },
    { title: 'End', kind: 'day', width: 12 },
  ],
  parts: parts(),
})

/** What LibreOffice makes of a file. */
async function converted(
  folder: string,
  file: string,
  to: string,
  options: readonly string[] = [],
) {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const outDir = ['--outdir', join(folder, 'shown')]
  const args = ['--headless', profile, ...options, '--convert-to', to, ...outDir]
  const { code, output } = await runCaptured('soffice', [...args, join(folder, file)])
  if (code !== 0) throw new Failure(`LibreOffice did not open ${file}.`, output)
  const extension = to.split(':')[0] ?? ''
  return readFile(join(folder, 'shown', file.replace(/\w+$/, extension)), 'utf8')
}

/** Commas, quotes, UTF-8. */
const toCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1'

async function rowsIn(folder: string, file: string, options: readonly string[] = []) {
  const [, ...shown] = parse(await converted(folder, file, toCsv, options))
  return shown
}

function compare(what: string, seen: readonly unknown[], expected: readonly unknown[]): void {
  if (JSON.stringify(seen) === JSON.stringify(expected)) return console.log(`✓ ${what}`)
  console.log(`✗ ${what}\n  ${JSON.stringify(seen)}\n  not ${JSON.stringify(expected)}`)
  process.exitCode = 1
}

await ensureDebianPackages(['libreoffice-calc'])
const folder = await mkdtemp(join(tmpdir(), 'services-online-office-'))
try {
  await writeFile(join(folder, 'book.xlsx'), xlsxFile(table()))
  const book = await rowsIn(folder, 'book.xlsx')
  compare(
    'names in the workbook are texts',
    book.map(([name]) => name),
    names,
  )
  const page = await converted(folder, 'book.xlsx', 'html')
  const amounts = ['-1,234.50 EUR', '1,234 JPY'].filter((amount) => page.includes(`>${amount}<`))
  compare('amounts have their currency’s format', amounts, ['-1,234.50 EUR', '1,234 JPY'])
  compare('days are days', book[0]?.slice(3) ?? [], ['2026-02-28'])

  await writeFile(join(folder, 'text.csv'), csvFile(table(), 'fr', 'devise'))
  // As somebody opens it whose system is French: semicolons, UTF-8, numbers recognised.
  const french = ['--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true']
  const text = await rowsIn(folder, 'text.csv', french)
  const calculated = text.map(([name = '']) => name).filter((name) => /^(?:2|#|Err)/.test(name))
  compare('no name in the text calculates', calculated, [])
  compare('there is a line a row', [text.length], [names.length])
  compare('a negative amount is a number with its currency', text[0]?.slice(1, 3) ?? [], [
    '-1234.5',
    'EUR',
  ])
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
