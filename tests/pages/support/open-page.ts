/** The built pages in a real browser, with a scripted bridge. */
import { rm } from 'node:fs/promises'
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Page,
  type ViewportSize,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { success } from '../../../src/shared/contract/result.ts'
import type { Language } from '../../../src/shared/languages.ts'
import { buildRenderer } from './built-renderer.ts'
import { freshState, installFakePortal, type Answers, type Call } from './fake-portal.ts'
import { servePages, type PageServer } from './page-server.ts'

export type OpenOptions = {
  readonly language?: Language
  readonly answers?: Answers
  readonly context?: BrowserContextOptions
  /** Runs before the page is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>
  /** False where the test itself says when the scripts may run. */
  readonly untilWired?: boolean
}

export type OpenPage = {
  readonly page: Page
  /** What the page has complained about in its console, policy violations among it. */
  readonly complaints: readonly string[]
}

export type VisitOptions = {
  readonly language?: Language
  readonly answers?: Answers
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: ViewportSize
}

const desktop: ViewportSize = { width: 1280, height: 720 }

/**
 * Two ways to open the built pages. `open` gives each test a browser context of its own. `visit`
 * gives every test the same page, loaded anew and without motion, once all of its content is there:
 * at half the price, for scenes that are only looked at. The pages keep nothing in the browser, so
 * one visit leaves nothing to the next.
 * @param react the development build of React, which tells of more, is made for the file alone
 */
export function builtPages(react: 'production' | 'development' = 'production') {
  let folder: string
  let server: PageServer
  let browser: Browser
  let shared: Page | undefined
  beforeAll(async () => {
    folder = react === 'production' ? inject('builtRenderer') : await buildRenderer(react)
    server = await servePages(folder)
    browser = await chromium.launch({
      executablePath: process.env['HOST_CHROMIUM'] ?? '/usr/bin/chromium',
      chromiumSandbox: process.getuid?.() !== 0,
      // As windows have it: without, texts are as wide as whole pixels make them.
      args: ['--font-render-hinting=none'],
    })
  })
  afterEach(async () => {
    const used = browser.contexts().filter((context) => context !== shared?.context())
    await Promise.all(used.map((context) => context.close()))
  })
  afterAll(async () => {
    await browser.close()
    server.close()
    if (react !== 'production') await rm(folder, { recursive: true, force: true })
  })

  const open = async (path: string, options: OpenOptions = {}): Promise<OpenPage> => {
    const { language = 'fr', answers = {}, context = {}, prepare, untilWired = true } = options
    const page = await (await browser.newContext(context)).newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.addInitScript(installFakePortal, withState(answers, language))
    await prepare?.(page)
    server.speak(language)
    await page.goto(server.origin + path, { waitUntil: 'commit' })
    if (untilWired) await wired(page)
    return { page, complaints }
  }
  const visit = async (path: string, options: VisitOptions = {}): Promise<Page> => {
    const { language = 'fr', answers = {}, colorScheme = 'light', viewport = desktop } = options
    shared ??= await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
    await shared.setViewportSize(viewport)
    await shared.emulateMedia({ colorScheme, forcedColors: 'none' })
    const script = await shared.addInitScript(installFakePortal, withState(answers, language))
    server.speak(language)
    await shared.goto(server.origin + path, { waitUntil: 'commit' })
    await script.dispose()
    await wired(shared)
    // With each frame: a locator that has to wait asks again after half a second only.
    await shared.waitForFunction(
      () =>
        document.querySelector('h1')?.checkVisibility() === true &&
        document.querySelector('[class*=skeleton]') === null,
    )
    return shared
  }
  return { open, visit, folder: () => folder }
}

function withState(answers: Answers, language: Language): Answers {
  return { 'app.state': success({ ...freshState, language }), ...answers }
}

/** Until the page answers to input. */
export async function wired(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('html[data-wired]') !== null)
}

/** The calls that the page has made of one route. */
export async function callsOf(page: Page, name: Call['name']): Promise<readonly unknown[]> {
  const calls = await page.evaluate(() => window.portalCalls)
  return calls.filter((call) => call.name === name).map(({ input }) => input)
}

/** Keeps the app's scripts from arriving until the returned function is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  const gate = Promise.withResolvers<void>()
  await page.route('**/assets/start-*.js', async (route) => {
    await gate.promise
    await route.continue()
  })
  return gate.resolve
}
