/** One visit to a page with a fresh browser context, and what was seen there. */
import { z } from 'zod'
import type { BareBrowser } from './bare-browser.ts'
import { installProbe, installStandInBridge, typeFromTheFirstFrame } from './page-probe.ts'
import { blankPath, type PageServer } from './page-server.ts'

export type VisitOptions = {
  readonly server: PageServer
  /** How many times slower than this machine the page's processor is to be. */
  readonly slowdown: number
  /** Whether the page says when it answers to input; one without scripts never does. */
  readonly isWired: boolean
}

const seenSchema = z.object({
  paintedAt: z.number().nullable(),
  typingPossible: z.number().nullable(),
  wiredAt: z.number().nullable(),
  scripts: z.array(z.string()),
})

const heapSchema = z.object({ usedSize: z.number() })

export type Visit = {
  /** When the page was first painted with content. Milliseconds from the start of the navigation. */
  readonly firstPaint: number
  /**
   * When the page was painted and the first character that stayed was on screen, likewise; NaN
   * where none stayed or none was typed.
   */
  readonly typingPossible: number
  /** When the page answered to input, likewise; NaN for one without scripts. */
  readonly wired: number
  /** Paths of all scripts that were asked for until then. */
  readonly scripts: readonly string[]
  /** MB (10^6 bytes) that scripts hold once everything unused is collected. */
  readonly heap: number
}

/** Opens the page, types where asked to, and looks when everything has come to rest. */
export async function visit(
  browser: BareBrowser,
  { server, slowdown, isWired }: VisitOptions,
  { typing }: { readonly typing: boolean },
): Promise<Visit> {
  await using stack = new AsyncDisposableStack()
  const page = await browser.open(stack)
  await page.goto(server.url + blankPath)
  const probes = [installProbe, installStandInBridge, ...(typing ? [typeFromTheFirstFrame] : [])]
  for (const probe of probes) {
    // oxlint-disable-next-line no-await-in-loop -- they run in the order in which they are added
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${probe.toString()})()` })
  }
  await page.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  await page.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(`${server.url}/sign-in`)
  if (isWired) await page.ask('bench.wired')
  await page.ask('bench.quiet()')
  await page.send('HeapProfiler.collectGarbage')
  const { usedSize } = heapSchema.parse(await page.send('Runtime.getHeapUsage'))
  const seen = seenSchema.parse(await page.ask('bench.seen()'))
  return {
    firstPaint: seen.paintedAt ?? Number.NaN,
    typingPossible: seen.typingPossible ?? Number.NaN,
    wired: seen.wiredAt ?? Number.NaN,
    scripts: seen.scripts,
    heap: usedSize / 1e6,
  }
}
