/** One visit to a page with a fresh browser context, and what was seen there. */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { installStandInBridge, typeFromTheFirstFrame, watchForWired } from './page-probe.ts'
import { blankPath, type PageServer } from './page-server.ts'

export type VisitOptions = {
  readonly server: PageServer
  /** How many times slower than this machine the page's processor is to be. */
  readonly slowdown: number
  /** Whether the page says when it answers to input; the inert one never does. */
  readonly isWired: boolean
}

async function visit<Seen>(
  browser: Browser,
  { server, slowdown, isWired }: VisitOptions,
  prepare: (page: Page) => Promise<void>,
  look: (page: Page, session: CDPSession) => Promise<Seen>,
): Promise<Seen> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 800 },
  })
  try {
    const page = await context.newPage()
    await page.goto(server.url + blankPath)
    await page.addInitScript(installStandInBridge)
    await page.addInitScript(watchForWired)
    await prepare(page)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(`${server.url}/sign-in`)
    if (isWired) await whenWired(session)
    await page.evaluate(twoQuietMoments)
    return await look(page, session)
  } finally {
    await context.close()
  }
}

/**
 * Waits by the bare protocol: Playwright's own waiting puts 330 KB of script into the page, which
 * would be timed and weighed with it. Throws where the page does not get there.
 */
async function whenWired(session: CDPSession): Promise<void> {
  const { exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: 'benchWired',
    awaitPromise: true,
  })
  if (exceptionDetails !== undefined) throw new Error('The page was not wired within a minute')
}

/** Settles when the page has had nothing to do twice, with two frames between. Runs in the page. */
async function twoQuietMoments(): Promise<void> {
  await new Promise((resolve) => requestIdleCallback(resolve))
  await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => requestIdleCallback(resolve))
}

/**
 * When typing became possible: the page was painted and the first character that stayed was on
 * screen. Milliseconds from the start of the navigation; NaN where none stayed.
 */
export function typingPossible(browser: Browser, options: VisitOptions): Promise<number> {
  return visit(
    browser,
    options,
    (page) => page.addInitScript(typeFromTheFirstFrame).then(() => undefined),
    (page) =>
      page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('input[name="username"]')
        const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime
        const stayed = field?.value.charAt(0) ?? ''
        const painted = globalThis.benchProbe?.painted[stayed]
        return Math.max(first ?? Number.NaN, painted ?? Number.NaN)
      }),
  )
}

export type Wiring = {
  /** Milliseconds from the start of the navigation until the page answered to input. */
  readonly wired: number
  readonly scripts: readonly string[]
  /** KB (1000 bytes) of gzip of all scripts that were asked for until then. */
  readonly scriptSize: number
  /** MB (10^6 bytes) that scripts hold once everything unused is collected. */
  readonly heap: number
}

/** When the page answered to input, and what that took. NaN for the inert page. */
export function wiring(browser: Browser, options: VisitOptions): Promise<Wiring> {
  return visit(
    browser,
    options,
    () => Promise.resolve(),
    async (page, session) => {
      const seen = await page.evaluate(() => {
        const wired = performance.getEntriesByName('wired')[0]?.startTime ?? Number.NaN
        const scripts = performance
          .getEntriesByType('resource')
          .filter(({ name, startTime }) => name.endsWith('.js') && startTime < wired)
          .map(({ name }) => new URL(name).pathname)
        return { wired, scripts }
      })
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      const sizes = seen.scripts.map((path) => options.server.compressedSize(path))
      return {
        ...seen,
        scriptSize: sizes.reduce((sum, size) => sum + size, 0) / 1000,
        heap: usedSize / 1e6,
      }
    },
  )
}
