/**
 * Scrolling through 250,000 buyers: how long frames take, beside those of an empty page that scrolls
 * as far in the same run. Main is scripted: what the store costs is measured by the part `offline`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ensureDebianPackages } from '../lib/debian.ts'
import { root } from '../lib/paths.mjs'
import { launchBareBrowser, type BareBrowser } from './bare-browser.ts'
import { servePage, type PageServer } from './page-server.ts'
import type { Figure, Section } from './report.ts'
import { median, medianRatio, quantile } from './statistics.ts'

const built = join(root, 'out', 'renderer')

/** An empty scroller with the grid's own size. */
const emptyPage = `<!doctype html><title>Empty</title>
<div role="grid-frame" style="height:500px;overflow:auto"><div role="grid" style="height:1000000px"></div></div>`

/** Stands for main: a person with Insights and 250,000 buyers. Runs in the page. */
function installBuyers(): void {
  const total = 250_000
  const freshness = { fetchedAt: '2026-11-23T09:00:00.000Z', stale: false, refreshing: false }
  const user = { username: 'bench', displayName: 'Bench', language: 'fr', services: ['insights'] }
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page gets this function alone
  const buyer = (index: number) => ({
    id: String(index),
    name: `Acheteur ${index}`,
    country: ['BE', 'FR', 'NL', 'DE'][index % 4],
    town: 'Namur',
    registrationNumber: String(200_000_000 + index),
    rating: (index % 100) + 1,
    band: 'a',
    totalCld: { amount: `${index * 100}.00`, currency: 'EUR' },
    limits: [],
    riskAcceptance: index % 101,
    decision: 'accepted',
    pendingApplications: 0,
    endsOn: null,
    policyIds: ['1'],
  })
  const preferences = { currency: 'EUR', defaultSearchCountry: null, language: 'fr' }
  const answers: Record<string, unknown> = {
    'app.state': {
      version: '0.0.0',
      platform: 'linux',
      language: 'fr',
      portalHost: 'portal.example',
      canStaySignedIn: true,
      serviceRequested: false,
      session: { kind: 'ready', user },
      notices: [],
      service: 'insights',
    },
    'profile.read': { preferences: { current: preferences, version: '"1"' }, freshness },
    'credit.listView': { view: { columns: null, density: 'dense' } },
    'credit.policies': { policies: [], freshness },
    'portal.meta': { ratingBands: [] },
  }
  const windowAt = ({ offset, limit }: { offset: number; limit: number }) => ({
    window: {
      items: Array.from({ length: Math.min(limit, total - offset) }, (_, row) =>
        buyer(offset + row),
      ),
      total,
      kept: total,
      isWhole: true,
    },
    freshness,
  })
  const never = new Promise(() => undefined)
  const call = (name: string, input: { offset: number; limit: number }) => {
    if (name === 'credit.buyers') return Promise.resolve({ ok: true, data: windowAt(input) })
    const data = answers[name]
    return data === undefined ? never : Promise.resolve({ ok: true, data })
  }
  Object.defineProperty(globalThis, 'portal', { value: { call, on: () => () => undefined } })
}

/** Scrolls by `step` a frame and answers how long each frame took, in milliseconds. Runs in the page. */
async function scrollThrough(step: number, frames: number, isWheel: boolean): Promise<number[]> {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page gets this function alone
  const nextFrame = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(resolve)
    })
  let scroller = document.querySelector('[role=grid]')?.parentElement ?? null
  while (scroller === null) {
    // oxlint-disable-next-line no-await-in-loop -- until the grid is there
    await nextFrame()
    scroller = document.querySelector('[role=grid]')?.parentElement ?? null
  }
  const times = [await nextFrame()]
  for (let frame = 0; frame < frames; frame += 1) {
    if (isWheel) scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: step }))
    scroller.scrollTop += step
    // oxlint-disable-next-line no-await-in-loop -- one frame after the other
    times.push(await nextFrame())
  }
  return times.slice(1).map((time, index) => time - (times[index] ?? time))
}

const frames = 240

/** As far as a flick of a wheel or of a finger moves in a frame, and as a dragged scroll bar does. */
const moves = [
  { name: 'a wheel at full speed', step: 1_200, isWheel: true },
  { name: 'the scroll bar through all of it', step: 4_000, isWheel: false },
] as const
type Move = (typeof moves)[number]

async function framesOf(browser: BareBrowser, server: PageServer, move: Move) {
  await using stack = new AsyncDisposableStack()
  const page = await browser.open(stack)
  await page.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${installBuyers.toString()})()`,
  })
  // Of a window that has no focus, every change is one that may have taken it.
  await page.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  await page.goto(`${server.url}/insights/buyers`)
  const { step, isWheel } = move
  const taken = await page.ask(`(${scrollThrough.toString()})(${step}, ${frames}, ${isWheel})`)
  return z.array(z.number()).parse(taken)
}

/** A frame that takes longer than this is seen to be missing, in milliseconds. */
const longestFrame = 33.4

const ms = (values: readonly number[]): string => `${median(values).toFixed(1)} ms`

const percentile = (runs: readonly number[][]) => runs.map((run) => quantile(run, 0.99))

function figuresOf(
  { name }: Move,
  grid: readonly number[][],
  empty: readonly number[][],
): Figure[] {
  const late = grid.map((run) => run.filter((time) => time > longestFrame).length)
  return [
    {
      name: `99 of 100 frames, ${name}`,
      value: ms(percentile(grid)),
      against: `empty page ${ms(percentile(empty))}`,
      measure: medianRatio(percentile(grid), percentile(empty)),
      unit: '×',
      goal: { limit: 1.5, direction: 'at most' },
    },
    {
      name: '  the longest of them',
      value: `${median(late)} of ${frames} over 33 ms`,
      against: `empty page ${ms(empty.map((run) => Math.max(...run)))}`,
      measure: median(grid.map((run) => Math.max(...run))),
      unit: 'ms',
      goal: { limit: longestFrame, direction: 'at most' },
    },
  ]
}

/**
 * Measures the grid of buyers.
 * @param runs how often each page is scrolled in each way
 */
export async function benchGrid(runs: number): Promise<Section> {
  await using stack = new AsyncDisposableStack()
  await ensureDebianPackages(['chromium'])
  const document = readFileSync(join(built, 'index.html'), 'utf8')
  const app = await servePage({ document, folder: built }, stack)
  const nothing = await servePage({ document: emptyPage, folder: built }, stack)
  const browser = await launchBareBrowser(stack)
  const figures: Figure[] = []
  // Turn by turn is the point: side by side they would share the cores.
  /* oxlint-disable no-await-in-loop */
  for (const move of moves) {
    const grid: number[][] = []
    const empty: number[][] = []
    for (let run = -1; run < runs; run += 1) {
      const [ofGrid, ofEmpty] = [
        await framesOf(browser, app, move),
        await framesOf(browser, nothing, move),
      ]
      if (run < 0) continue
      grid.push(ofGrid)
      empty.push(ofEmpty)
    }
    figures.push(...figuresOf(move, grid, empty))
  }
  /* oxlint-enable no-await-in-loop */
  return {
    title: `250,000 buyers scrolled: Chromium ${browser.version}, medians of ${runs} interleaved runs of ${frames} frames`,
    figures,
  }
}
