/** How fast a ledger is read, matched and shown, in a process of its own for each kind of file. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsxStream } from 'hucre/xlsx'
import type { SecretName } from '../../src/main/platform/secrets/os-keychain.ts'
import { fillLimits, openedSchema, type Opened } from './ledger-process.ts'
import { storesIn } from './offline-bench.ts'
import { fillBuyers, owner } from './portfolio-app-bench.ts'
import type { Figure, Section } from './report.ts'
import { median } from './statistics.ts'

const lines = 100_000
const customers = 20_000
/** Each reads a hundred thousand lines. */
const mostRuns = 3
const megabyte = 2 ** 20

const columns = [
  'N° client',
  'Nom',
  'Pays',
  'N° entreprise',
  'N° facture',
  'Date de facture',
  'Échéance',
  'Montant',
  'Devise',
]

type Value = string | number | Date

/** Of three customers the number says who they are, of the fourth the name alone. */
function line(index: number): Value[] {
  const customer = index % customers
  const issued = new Date(Date.UTC(2026, 5, 1 + (index % 120)))
  const due = new Date(Date.UTC(2026, 6, 1 + (index % 120)))
  const number = customer % 4 === 0 ? '' : `BE0${200_000_000 + customer}`
  const amount = (index % 50 === 0 ? -1 : 1) * (1_234.56 + (index % 1_000))
  return [
    `C${customer}`,
    `Société ${customer} NV`,
    '',
    number,
    `F${index}`,
    issued,
    due,
    Number(amount.toFixed(2)),
    'EUR',
  ]
}

function textOf(value: Value): string {
  if (value instanceof Date)
    return value.toISOString().slice(0, 10).split('-').toReversed().join('/')
  return typeof value === 'number' ? value.toFixed(2).replace('.', ',') : value
}

function writeCsv(path: string): void {
  const texts = Array.from({ length: lines }, (_none, index) => line(index).map(textOf).join(';'))
  writeFileSync(path, [columns.join(';'), ...texts].join('\r\n'))
}

async function* rows() {
  for (let index = 0; index < lines; index += 1) yield line(index)
}

async function writeWorkbook(path: string): Promise<void> {
  const formats = columns.map((header, at) => ({
    header,
    numFmt: at === 5 || at === 6 ? 'yyyy-mm-dd' : 'General',
  }))
  const chunks: Uint8Array[] = []
  for await (const chunk of writeXlsxStream(rows(), { name: 'Ledger', columns: formats })) {
    chunks.push(chunk)
  }
  writeFileSync(path, Buffer.concat(chunks))
}

async function opened(task: object): Promise<Opened> {
  const child = fork(join(import.meta.dirname, 'ledger-process.ts'), {
    execArgv: [...process.execArgv, '--expose-gc'],
  })
  child.send(task)
  const messages: readonly unknown[] = await once(child, 'message')
  return openedSchema.parse(messages[0])
}

async function figuresOf(kind: string, task: object, runs: number): Promise<Figure[]> {
  const all: Opened[] = []
  for (let run = 0; run < Math.min(runs, mostRuns); run += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    all.push(await opened(task))
  }
  const of = (value: (one: Opened) => number) => median(all.map(value))
  const [shown, hold, beyond] = [
    of((one) => one.shown),
    Math.max(...all.map(({ longestHold }) => longestHold)),
    Math.max(...all.map(({ peak, idle }) => peak - idle)) / megabyte,
  ]
  const name = `${lines.toLocaleString('en')} lines of ${kind}`
  const [first] = all
  return [
    {
      name: `${name}, read, matched and shown`,
      value: `${(shown / 1_000).toFixed(2)} s`,
      against: `${(of((one) => one.processor) / 1_000).toFixed(1)} s of a core; ${first?.known ?? 0} of ${customers} customers are buyers; removed in ${of((one) => one.removed).toFixed(0)} ms`,
      measure: shown,
      unit: 'ms',
      goal: { limit: 5_000, direction: 'at most' },
    },
    {
      name: `${name}, peak memory beyond the idle process`,
      value: `${beyond.toFixed(0)} MB`,
      against: `idle ${(of((one) => one.idle) / megabyte).toFixed(0)} MB`,
      measure: beyond,
      unit: 'MB',
      goal: { limit: 300, direction: 'at most' },
    },
    {
      name: `${name}, longest hold of main meanwhile`,
      value: `${hold.toFixed(0)} ms`,
      against: '',
      measure: hold,
      unit: 'ms',
    },
  ]
}

/** Ledgers as CSV and XLSX, against a portfolio of a quarter of a million buyers. */
export async function benchLedger(runs: number): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-ledger-'))
  try {
    const entries = new Map<SecretName, string>()
    const store = storesIn(folder, entries)()
    await store.openFor(owner)
    const person = await store.of(owner)
    if (person === null) throw new Error('The store is not open.')
    await fillBuyers(person)
    await fillLimits(person, customers)
    await store.close()
    const [csv, xlsx] = [join(folder, 'ledger.csv'), join(folder, 'ledger.xlsx')]
    writeCsv(csv)
    await writeWorkbook(xlsx)
    const task = { folder, entries: [...entries] }
    const figures = [
      ...(await figuresOf('CSV', { ...task, file: csv }, runs)),
      ...(await figuresOf('XLSX', { ...task, file: xlsx }, runs)),
    ]
    return { title: 'Exposure: a ledger against the portfolio', figures }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
