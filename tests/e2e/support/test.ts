/** What every journey starts from: a fresh portal, a fresh profile, a keychain name of its own. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import type { TestInfo } from '@playwright/test'
import type { Language } from '../../../src/shared/languages.ts'
import { openMailbox } from '../../support/mailbox.ts'
import type { Mailbox } from '../../support/mailbox.ts'
import { launchApp } from './app.ts'
import type { AppOptions, RunningApp } from './app.ts'
import { startFaultyPortal } from './faulty-portal.ts'
import type { FaultyPortal } from './faulty-portal.ts'
import { prepareDemoData, startJourneyPortal } from './journey-portal.ts'
import type { JourneyPortal } from './journey-portal.ts'
import { loadTexts } from './texts.ts'
import type { Say } from './texts.ts'

type Journey = {
  /** The language that the person reads; `test.use({ language: 'nl' })` changes it. */
  language: Language
  say: Say
  /** Ends with the test. */
  stack: AsyncDisposableStack
  /** A folder of the test's own. */
  folder: string
  profile: string
  keychain: string
  /** Where the app saves what it exports. */
  exports: string
  /** More of what the portal's `serve` understands: `test.use({ portalFlags: [...] })`. */
  portalFlags: readonly string[]
  /** The mail server that the portal sends by. */
  mailbox: Mailbox
  /** The real portal, with its demo data. */
  portal: JourneyPortal
  /** The same portal behind a network that can fail. */
  faulty: FaultyPortal
  /** Starts the app at this computer, again and again if need be. */
  launch: (options?: Partial<AppOptions>) => Promise<RunningApp>
  /** Starts it at another computer: with a profile and a keychain of its own. */
  launchElsewhere: (options?: Partial<AppOptions>) => Promise<RunningApp>
}

/** What the journeys of one worker share: nothing that any of them changes. */
type Worker = {
  /** A portal's folder with the demonstration in it, from which each journey's portal begins. */
  demoData: string
}

export const test = base.extend<Journey, Worker>({
  demoData: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, provide) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'services-online-demo-'))
      try {
        await prepareDemoData(folder)
        await provide(folder)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker' },
  ],
  language: ['fr', { option: true }],
  say: async ({ language }, provide) => provide(await loadTexts(language)),
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  stack: async ({}, provide) => {
    await using stack = new AsyncDisposableStack()
    await provide(stack)
  },
  folder: async ({ stack }, provide) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'services-online-journey-'))
    stack.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
    await provide(folder)
  },
  profile: async ({ folder }, provide) => provide(path.join(folder, 'profile')),
  keychain: async ({ folder }, provide) => provide(`Services Online ${path.basename(folder)}`),
  exports: async ({ folder }, provide) => {
    const exports = path.join(folder, 'exports')
    mkdirSync(exports)
    await provide(exports)
  },
  portalFlags: [[], { option: true }],
  mailbox: async ({ stack }, provide) => {
    const mailbox = await openMailbox()
    stack.defer(mailbox.close)
    await provide(mailbox)
  },
  portal: async ({ demoData, folder, mailbox, portalFlags, stack }, provide) => {
    const own = { demoData, folder: path.join(folder, 'portal') }
    const options = { ...own, flags: portalFlags, env: { SMTP_URL: mailbox.url } }
    await provide(await startJourneyPortal(options, stack))
  },
  faulty: async ({ portal, stack }, provide) => provide(await startFaultyPortal(portal.url, stack)),
  launch: async (
    { portal, profile, keychain, exports, language, colorScheme, stack },
    provide,
    info,
  ) => {
    const apps: RunningApp[] = []
    const fresh: AppOptions = {
      portalUrl: portal.url,
      profile,
      keychain,
      language,
      colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
      saveFolder: exports,
    }
    await provide(async (options) => {
      const app = await launchApp({ ...fresh, ...options })
      apps.push(app)
      stack.defer(app.kill)
      return app
    })
    if (info.status === info.expectedStatus) return
    await Promise.all(apps.map((app, index) => report(app, `app-${index + 1}`, info)))
  },
  launchElsewhere: async ({ launch, profile, keychain }, provide) => {
    const elsewhere = { profile: `${profile}-elsewhere`, keychain: `${keychain} elsewhere` }
    await provide((options) => launch({ ...elsewhere, ...options }))
  },
})

/** What a failed journey leaves behind: the last sight of the app and all that it printed. */
async function report(app: RunningApp, name: string, info: TestInfo): Promise<void> {
  const picture = info.outputPath(`${name}.png`)
  const log = info.outputPath(`${name}.log`)
  await app.page.screenshot({ path: picture }).catch(() => undefined)
  await writeFile(log, app.output())
  await info.attach(`${name}.log`, { path: log })
}

export { expect } from '@playwright/test'
