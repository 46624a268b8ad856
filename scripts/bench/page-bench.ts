/** The sign-in screen against its inert twin and its plain build, at full speed and a quarter of it. */
import { chromium, type Browser } from 'playwright-core'
import { ensureDebianPackages } from '../lib/debian.ts'
import { serveVariants, variants, type Variant } from './page-variants.ts'
import type { PageServer } from './page-server.ts'
import { typingPossible, wiring, type Wiring } from './page-visit.ts'
import type { Figure, Section } from './report.ts'
import { median, medianRatio } from './statistics.ts'

const speeds = [
  { slowdown: 1, name: 'full speed' },
  { slowdown: 4, name: '4 times slower' },
] as const

type Visits = {
  readonly typing: Readonly<Record<Variant, number[]>>
  readonly wiring: Readonly<Record<Variant, Wiring[]>>
}

/** Visits every variant in turn, `runs` times, after a first time that is not counted. */
async function visitAll(
  browser: Browser,
  servers: Readonly<Record<Variant, PageServer>>,
  slowdown: number,
  runs: number,
): Promise<Visits> {
  const visits: Visits = {
    typing: { app: [], still: [], plain: [] },
    wiring: { app: [], still: [], plain: [] },
  }
  for (let run = -1; run < runs; run += 1) {
    for (const variant of variants) {
      const options = { server: servers[variant], slowdown, isWired: variant !== 'still' }
      // Turn by turn is the point: side by side they would share the cores.
      // oxlint-disable-next-line no-await-in-loop
      const typed = await typingPossible(browser, options)
      // oxlint-disable-next-line no-await-in-loop
      const wired = await wiring(browser, options)
      if (run < 0) continue
      visits.typing[variant].push(typed)
      visits.wiring[variant].push(wired)
    }
  }
  return visits
}

const ms = (values: readonly number[]): string => `${median(values).toFixed(0)} ms`

function timings({ typing, wiring: wirings }: Visits, speed: string): Figure[] {
  const wired = (variant: Variant) => wirings[variant].map((seen) => seen.wired)
  return [
    {
      name: `typing possible, ${speed}`,
      value: ms(typing.app),
      against: `inert page ${ms(typing.still)}`,
      measure: medianRatio(typing.app, typing.still),
      unit: '×',
      goal: { limit: 1.15, direction: 'at most' },
    },
    {
      name: `  (plain build)`,
      value: ms(typing.plain),
      against: `inert page ${ms(typing.still)}`,
      measure: medianRatio(typing.plain, typing.still),
      unit: '×',
    },
    {
      name: `wired, ${speed}`,
      value: ms(wired('app')),
      against: `plain build ${ms(wired('plain'))}`,
      measure: medianRatio(wired('app'), wired('plain')),
      unit: '×',
      goal: { limit: 1.25, direction: 'at most' },
    },
  ]
}

function sizes({ wiring: wirings }: Visits): Figure[] {
  const size = (variant: Variant) => median(wirings[variant].map((seen) => seen.scriptSize))
  const heap = (variant: Variant) => median(wirings[variant].map((seen) => seen.heap))
  const files = wirings.app[0]?.scripts.length ?? 0
  return [
    {
      name: 'JavaScript before wired, gzip',
      value: `${files} files`,
      against: `plain build ${size('plain').toFixed(1)} KB`,
      measure: size('app'),
      unit: 'KB',
      goal: { limit: 110, direction: 'at most', stretch: 80 },
    },
    {
      name: 'JS heap once wired',
      value: `${(heap('app') / heap('still')).toFixed(2)}× inert`,
      against: `inert page ${heap('still').toFixed(2)} MB, plain build ${heap('plain').toFixed(2)} MB`,
      measure: heap('app'),
      unit: 'MB',
      goal: { limit: 2, direction: 'at most' },
    },
  ]
}

/**
 * Measures the sign-in screen.
 * @param runs how often each variant is visited at each speed
 */
export async function benchPages(runs: number): Promise<Section> {
  await using stack = new AsyncDisposableStack()
  await ensureDebianPackages(['chromium'])
  const servers = await serveVariants(stack)
  const browser = await chromium.launch({
    executablePath: process.env['HOST_CHROMIUM'] ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid?.() !== 0,
  })
  stack.defer(() => browser.close())
  const figures: Figure[] = []
  for (const { slowdown, name } of speeds) {
    // oxlint-disable-next-line no-await-in-loop -- one speed after the other
    const visits = await visitAll(browser, servers, slowdown, runs)
    figures.push(...timings(visits, name))
    if (slowdown === 1) figures.push(...sizes(visits))
  }
  return {
    title: `Sign-in screen: Chromium ${browser.version()}, medians of ${runs} interleaved runs`,
    figures,
  }
}
