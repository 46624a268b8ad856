/** One visit to a page with a fresh browser context, and what was seen there. */
import type { Browser, CDPSession } from 'playwright-core'
import { z } from 'zod'
import { installProbe, installStandInBridge, typeFromTheFirstFrame } from './page-probe.ts'
import { blankPath, type PageServer } from './page-server.ts'

export type VisitOptions = {
  readonly server: PageServer
  /** How many times slower than this machine the page's processor is to be. */
  readonly slowdown: number
  /** Whether the page says when it answers to input; the inert one never does. */
  readonly isWired: boolean
}

const seenSchema = z.object({
  typingPossible: z.number().nullable(),
  wiredAt: z.number().nullable(),
  scripts: z.array(z.string()),
})

/**
 * Evaluates by the bare protocol: what Playwright puts into a page to do so (330 KB of script where
 * one waits for a function) would be timed and weighed with it.
 */
async function ask(session: CDPSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails !== undefined) throw new Error(`${expression}: ${exceptionDetails.text}`)
  return result.value
}

export type Visit = {
  /**
   * When the page was painted and the first character that stayed was on screen. Milliseconds from
   * the start of the navigation; NaN where none stayed or none was typed.
   */
  readonly typingPossible: number
  /** When the page answered to input, likewise; NaN for the inert page. */
  readonly wired: number
  /** Paths of all scripts that were asked for until then. */
  readonly scripts: readonly string[]
  /** MB (10^6 bytes) that scripts hold once everything unused is collected. */
  readonly heap: number
}

/** Opens the page, types where asked to, and looks when everything has come to rest. */
export async function visit(
  browser: Browser,
  { server, slowdown, isWired }: VisitOptions,
  { typing }: { readonly typing: boolean },
): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 800 },
  })
  try {
    const page = await context.newPage()
    await page.goto(server.url + blankPath)
    await page.addInitScript(installProbe)
    await page.addInitScript(installStandInBridge)
    if (typing) await page.addInitScript(typeFromTheFirstFrame)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(`${server.url}/sign-in`)
    if (isWired) await ask(session, 'bench.wired')
    await ask(session, 'bench.quiet()')
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const seen = seenSchema.parse(await ask(session, 'bench.seen()'))
    return {
      typingPossible: seen.typingPossible ?? Number.NaN,
      wired: seen.wiredAt ?? Number.NaN,
      scripts: seen.scripts,
      heap: usedSize / 1e6,
    }
  } finally {
    await context.close()
  }
}
