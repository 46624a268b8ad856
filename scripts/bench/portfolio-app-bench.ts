/** The portfolio in the app's store: typing, windows and sorts of a long list beside the reads they rest on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buyerFiltersSchema, type Buyer } from '../../src/shared/contract/credit/buyers.ts'
import { mostPaletteItems } from '../../src/shared/contract/palette/routes.ts'
import { success } from '../../src/shared/contract/result.ts'
import { buyersSource } from '../../src/main/app/palette.ts'
import { createWindows, type Windows } from '../../src/main/resources/windows/windows.ts'
import { buyersWindow } from '../../src/main/services/credit/credit-lists.ts'
import { buyerQueryOf, indexOfBuyer } from '../../src/main/services/credit/credit-windows.ts'
import type { PaletteSource } from '../../src/main/services/palette/palette-service.ts'
import { fillList, readList } from '../../src/main/store/list-fillings.ts'
import { findRows } from '../../src/main/store/lists.ts'
import type { PersonStore } from '../../src/main/store/store.ts'
import { storesIn } from './offline-bench.ts'
import type { Figure, Section } from './report.ts'
import { median } from './statistics.ts'

export const owner = 'jan.peeters'
export const count = 250_000
const pageLength = 200
const windowLength = 100
const list = buyersWindow.list.name

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`
const inMs = (value: number) => `${value.toFixed(1)} ms`

/** In milliseconds: what a person waits, and what of it this process worked, which a busy machine changes little. */
type Time = { readonly wall: number; readonly processor: number }

async function timed(work: () => Promise<unknown>): Promise<Time> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - start, processor: (user + system) / 1_000 }
}

const worked = (times: readonly Time[]) => times.map(({ processor }) => processor)

const none: Time = { wall: 0, processor: 0 }
const slowestOf = (times: readonly Time[]) =>
  times.reduce((slowest, one) => (one.processor > slowest.processor ? one : slowest), none)

const countries = ['BE', 'FR', 'NL', 'DE', 'ES'] as const
const kinds = ['Industrielle', 'Générale', 'Coopérative', 'Maritime'] as const

function buyer(index: number): Buyer {
  const scattered = (index * 7_919) % count
  return {
    id: `buyer-${scattered}`,
    name: `Société ${kinds[index % kinds.length]} ${String(index).padStart(6, '0')}`,
    country: countries[scattered % countries.length] ?? 'BE',
    town: null,
    registrationNumber: `BE0${200_000_000 + scattered}`,
    rating: scattered % 9 === 0 ? null : 1 + (scattered % 100),
    band: 'medium',
    totalCld: { amount: `${scattered * 13}.50`, currency: 'EUR' },
    limits: [{ amount: `${scattered * 13}.50`, currency: 'EUR' }],
    riskAcceptance: scattered % 100,
    decision: 'accepted',
    pendingApplications: 0,
    endsOn: null,
    policyIds: [`policy-${scattered % 40}`],
  }
}

/** Writes `count` buyers, as their pages come. */
export async function fillBuyers({ db }: PersonStore): Promise<void> {
  const filling = await fillList(db, list)
  for (let at = 0; at < count; at += pageLength) {
    const items = Array.from({ length: pageLength }, (_none, index) => buyer(at + index))
    // oxlint-disable-next-line no-await-in-loop -- as pages come
    await filling.add(
      items.map((item) => ({ id: item.id, fold: '', item, index: indexOfBuyer(item) })),
    )
  }
  await filling.finish(0)
}

/** Windows of what is in the store, without a portal behind. */
export function windowsOf(person: PersonStore): Windows {
  const freshness = { fetchedAt: '', stale: false, refreshing: false }
  return createWindows({
    lists: {
      async open() {
        const kept = await readList(person.db, list)
        if (kept === null) throw new Error('The list is not there.')
        return success({ kept, freshness })
      },
    },
    inRows: (work) => work(person),
    waiting: async () => [],
    onChanged: () => undefined,
    onMistake(error) {
      throw error
    },
  })
}

/** The least that any window costs: that many rows read from the store by their ids. */
async function pointReads({ db }: PersonStore, runs: number): Promise<number> {
  const kept = await readList(db, list)
  const times: Time[] = []
  for (let run = 0; run < runs; run += 1) {
    const ids = Array.from({ length: windowLength }, (_none, index) => `buyer-${run * 997 + index}`)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    times.push(await timed(() => findRows(db, { list, filling: kept?.filling ?? 0 }, ids)))
  }
  return median(worked(times))
}

const name = (what: string) => `${what} of ${count.toLocaleString('en')} buyers`

/** As a person types: what each letter finds narrows what the next one does, or is something else. */
const typed = [
  's',
  'so',
  'societe',
  'societe c',
  'cooperative',
  'nobody',
  'BE0200012',
  'maritime 1234',
]

async function windowFigures(person: PersonStore, runs: number): Promise<Figure[]> {
  const windows = windowsOf(person)
  const read = (filters: object, offset = 0) => {
    const query = buyerQueryOf(buyerFiltersSchema.parse(filters))
    return windows.read(buyersWindow, query, { offset, limit: windowLength })
  }
  const first = await timed(() => read({}))
  const memory = process.memoryUsage()
  const keys = await timed(() => read({ country: 'NL' }))
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  const limit = await pointReads(person, runs)
  const each = async (filtersOf: (run: number) => object, offsetOf: (run: number) => number) => {
    const times: Time[] = []
    for (let run = 0; run < runs; run += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      times.push(await timed(() => read(filtersOf(run), offsetOf(run))))
    }
    return times
  }
  const typing = await each(
    (run) => ({ q: typed[run % typed.length] }),
    () => 0,
  )
  const scrolling = await each(
    () => ({}),
    (run) => (run * 104_729) % count,
  )
  const palette = await eachTyped(
    buyersSource({ windows, findRow: async () => null }, { of: async () => success(null) }),
    runs,
  )
  const sorted = await timed(() => read({ sort: '-total_cld' }))
  const figure = (what: string, { wall, processor }: Time): Figure => ({
    name: name(what),
    value: `${inMs(processor)} of a core, ${inMs(wall)} in all`,
    against: `${windowLength} rows read by their ids ${inMs(limit)}`,
    measure: processor / limit,
    unit: '×',
  })
  const [slowest, slowestOfPalette] = [slowestOf(typing), slowestOf(palette)]
  return [
    figure('the first window after a start,', first),
    figure('the keys are read behind it,', keys),
    {
      name: name('typing: the slowest answer'),
      value: `${inMs(slowest.processor)} of a core, ${inMs(slowest.wall)} in all`,
      against: `median ${inMs(median(worked(typing)))} of a core`,
      measure: slowest.processor,
      unit: 'ms',
      goal: { limit: 100, direction: 'at most' },
    },
    {
      name: name('the palette: the slowest answer to a key'),
      value: `${inMs(slowestOfPalette.processor)} of a core, ${inMs(slowestOfPalette.wall)} in all`,
      against: `median ${inMs(median(worked(palette)))} of a core`,
      measure: slowestOfPalette.processor,
      unit: 'ms',
      goal: { limit: 50, direction: 'at most' },
    },
    figure('any window', {
      wall: median(scrolling.map(({ wall }) => wall)),
      processor: median(worked(scrolling)),
    }),
    figure('a sort that is asked for the first time,', sorted),
    {
      name: name('memory that the keys take'),
      value: `${megabytes(arrayBuffers - memory.arrayBuffers)} of buffers`,
      against: `${megabytes(heapUsed - memory.heapUsed)} of heap, not collected`,
      measure: (arrayBuffers - memory.arrayBuffers) / 2 ** 20,
      unit: 'MB',
    },
  ]
}

/** A letter more each time, as in the palette: each narrows what the one before has found. */
async function eachTyped({ find }: Pick<PaletteSource, 'find'>, runs: number): Promise<Time[]> {
  const words = ['cooperative 0421', 'maritime', 'nobody', '202123456', 'generale indus']
  const times: Time[] = []
  for (let run = 0; run < runs; run += 1) {
    const word = words[run % words.length] ?? ''
    for (let length = 1; length <= word.length; length += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      times.push(await timed(() => find(word.slice(0, length), mostPaletteItems)))
    }
  }
  return times
}

/** What of a long list in the app a person could feel. */
export async function benchPortfolioApp(runs: number): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-portfolio-'))
  try {
    const store = storesIn(folder)()
    await store.openFor(owner)
    const person = await store.of(owner)
    if (person === null) throw new Error('The store is not open.')
    const filling = await timed(() => fillBuyers(person))
    const figures = await windowFigures(person, runs)
    await store.close()
    const filled: Figure = {
      name: `${count.toLocaleString('en')} buyers written as pages come`,
      value: `${(filling.processor / 1_000).toFixed(1)} s of a core`,
      against: `${(filling.wall / 1_000).toFixed(1)} s in all`,
      measure: filling.processor,
      unit: 'ms',
    }
    return { title: 'The portfolio in the app', figures: [filled, ...figures] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
