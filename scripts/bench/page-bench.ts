/**
 * The sign-in screen against its inert twin, its plain build and its bare fields, at full speed and
 * a quarter of it.
 */
import { ensureDebianPackages } from '../lib/debian.ts'
import { launchBareBrowser, type BareBrowser } from './bare-browser.ts'
import { serveVariants, variants, type Variant } from './page-variants.ts'
import type { PageServer } from './page-server.ts'
import { visit, type Visit } from './page-visit.ts'
import type { Figure, Section } from './report.ts'
import { median, medianRatio, ratioInterval } from './statistics.ts'

type Servers = Readonly<Record<Variant, PageServer>>

const speeds = [
  { slowdown: 1, name: 'full speed' },
  { slowdown: 4, name: '4 times slower' },
] as const

/** What can be typed into as the app can: the bare form is only watched for its first paint. */
const typedInto = ['app', 'still', 'plain'] as const satisfies Variant[]
const hasScripts: Readonly<Record<Variant, boolean>> = {
  app: true,
  still: false,
  plain: true,
  bare: false,
}

/**
 * Typing disturbs: the app fetches ahead while one types. So wiring and the first paint are watched
 * on visits of their own.
 */
type Visits = {
  readonly typing: Readonly<Record<(typeof typedInto)[number], Visit[]>>
  readonly watching: Readonly<Record<Variant, Visit[]>>
}

/** Visits every variant in turn, `runs` times, after a first time that is not counted. */
async function visitAll(
  browser: BareBrowser,
  servers: Servers,
  slowdown: number,
  runs: number,
): Promise<Visits> {
  const visits: Visits = {
    typing: { app: [], still: [], plain: [] },
    watching: { app: [], still: [], plain: [], bare: [] },
  }
  const look = (variant: Variant, typing: boolean) =>
    visit(browser, { server: servers[variant], slowdown, isWired: hasScripts[variant] }, { typing })
  // Turn by turn is the point: side by side they would share the cores.
  /* oxlint-disable no-await-in-loop */
  for (let run = -1; run < runs; run += 1) {
    for (const variant of typedInto) {
      const typed = await look(variant, true)
      if (run >= 0) visits.typing[variant].push(typed)
    }
    for (const variant of variants) {
      const watched = await look(variant, false)
      if (run >= 0) visits.watching[variant].push(watched)
    }
  }
  /* oxlint-enable no-await-in-loop */
  return visits
}

const ms = (values: readonly number[]): string => `${median(values).toFixed(0)} ms`

/** How late the first paint is beside that of the bare form, which is the least that shows the fields. */
function firstPaints({ watching }: Visits, speed: string): Figure[] {
  const painted = (variant: Variant) => watching[variant].map((seen) => seen.firstPaint)
  const bare = painted('bare')
  const figure = (name: string, variant: Variant): Figure => {
    const { low, high } = ratioInterval(painted(variant), bare)
    return {
      name,
      value: ms(painted(variant)),
      against: `bare form ${ms(bare)}, 95 % ${low.toFixed(2)} to ${high.toFixed(2)}`,
      measure: medianRatio(painted(variant), bare),
      unit: '×',
    }
  }
  return [
    {
      ...figure(`first paint of the inert page, ${speed}`, 'still'),
      goal: { limit: 1.6, direction: 'at most' },
    },
    figure('  as the app has it', 'app'),
    figure('  as the plain build has it', 'plain'),
  ]
}

function timings({ typing, watching }: Visits, speed: string): Figure[] {
  const typed = (variant: keyof Visits['typing']) =>
    typing[variant].map((seen) => seen.typingPossible)
  const wired = (variant: Variant) => watching[variant].map((seen) => seen.wired)
  return [
    {
      name: `typing possible, ${speed}`,
      value: ms(typed('app')),
      against: `inert page ${ms(typed('still'))}`,
      measure: medianRatio(typed('app'), typed('still')),
      unit: '×',
      goal: { limit: 1.15, direction: 'at most' },
    },
    {
      name: '  as the plain build has it',
      value: ms(typed('plain')),
      against: `inert page ${ms(typed('still'))}`,
      measure: medianRatio(typed('plain'), typed('still')),
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

function sizes({ watching }: Visits, servers: Servers): Figure[] {
  const heap = (variant: Variant) => median(watching[variant].map((seen) => seen.heap))
  const sizesOf = (variant: Variant) =>
    watching[variant].map(({ scripts }) =>
      scripts.reduce((sum, path) => sum + servers[variant].compressedSize(path) / 1000, 0),
    )
  return [
    {
      name: 'JavaScript before wired, gzip',
      value: `${watching.app[0]?.scripts.length ?? 0} files`,
      against: `plain build ${median(sizesOf('plain')).toFixed(1)} KB`,
      measure: median(sizesOf('app')),
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
  const browser = await launchBareBrowser(stack)
  const figures: Figure[] = []
  for (const { slowdown, name } of speeds) {
    // oxlint-disable-next-line no-await-in-loop -- one speed after the other
    const visits = await visitAll(browser, servers, slowdown, runs)
    figures.push(...firstPaints(visits, name), ...timings(visits, name))
    if (slowdown === 1) figures.push(...sizes(visits, servers))
  }
  return {
    title: `Sign-in screen: Chromium ${browser.version}, medians of ${runs} interleaved runs`,
    figures,
  }
}
