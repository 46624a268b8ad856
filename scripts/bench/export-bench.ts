/** What writing a table of all buyers takes of memory, in a process of its own for each kind of file. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SecretName } from '../../src/main/platform/secrets/os-keychain.ts'
import { measuredSchema, type Measured } from './export-process.ts'
import { storesIn } from './offline-bench.ts'
import { count, fillBuyers, owner } from './portfolio-app-bench.ts'
import type { Figure, Section } from './report.ts'
import { median } from './statistics.ts'

const formats = ['xlsx', 'csv'] as const
/** Each writes a quarter of a million rows. */
const mostRuns = 3
const megabyte = 2 ** 20

const inMegabytes = (bytes: number) => `${(bytes / megabyte).toFixed(0)} MB`

async function measured(task: object): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'export-process.ts'), {
    execArgv: [...process.execArgv, '--expose-gc'],
  })
  child.send(task)
  const messages: readonly unknown[] = await once(child, 'message')
  return measuredSchema.parse(messages[0])
}

async function figureOf(
  format: (typeof formats)[number],
  task: object,
  runs: number,
): Promise<Figure> {
  const all: Measured[] = []
  for (let run = 0; run < Math.min(runs, mostRuns); run += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    all.push(await measured({ ...task, format }))
  }
  const beyond = Math.max(...all.map(({ peak, idle }) => peak - idle))
  const processorMs = median(all.map((one) => one.processorMs))
  const idle = median(all.map((one) => one.idle))
  return {
    name: `${count.toLocaleString('en')} buyers as ${format.toUpperCase()}, peak memory beyond the idle process`,
    value: inMegabytes(beyond),
    against: `idle ${inMegabytes(idle)}; ${(processorMs / 1_000).toFixed(1)} s of a core`,
    measure: beyond / megabyte,
    unit: 'MB',
    goal: { limit: 200, direction: 'at most' },
  }
}

/** The memory that exports take, of a store that is filled once. */
export async function benchExport(runs: number): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-export-'))
  try {
    const entries = new Map<SecretName, string>()
    const store = storesIn(folder, entries)()
    await store.openFor(owner)
    const person = await store.of(owner)
    if (person === null) throw new Error('The store is not open.')
    await fillBuyers(person)
    await store.close()
    const task = { folder, entries: [...entries] }
    const figures: Figure[] = []
    for (const format of formats) {
      // oxlint-disable-next-line no-await-in-loop -- they would share the cores
      figures.push(await figureOf(format, task, runs))
    }
    return { title: 'Tables as files', figures }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
