/** What every journey starts from: a fresh portal, a fresh profile, a keychain name of its own. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import { freePort, startPortal } from '../../../scripts/lib/portal-process.ts'
import type { Language } from '../../../src/shared/portal/common.ts'
import { launchApp } from './app.ts'
import type { AppOptions, RunningApp } from './app.ts'
import { startFaultyPortal } from './faulty-portal.ts'
import type { FaultyPortal } from './faulty-portal.ts'
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
  /** The real portal, with its demo data. */
  portal: { readonly url: string; readonly folder: string }
  /** The same portal behind a network that can fail. */
  faulty: FaultyPortal
  /** Starts the app at this computer, again and again if need be. */
  launch: (options?: Partial<AppOptions>) => Promise<RunningApp>
}

export const test = base.extend<Journey>({
  language: ['fr', { option: true }],
  say: async ({ language }, use) => use(await loadTexts(language)),
  stack: async ({}, use) => {
    await using stack = new AsyncDisposableStack()
    await use(stack)
  },
  folder: async ({ stack }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'services-online-journey-'))
    stack.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
    await use(folder)
  },
  profile: async ({ folder }, use) => use(path.join(folder, 'profile')),
  keychain: async ({}, use) => use(`Services Online test ${randomUUID()}`),
  portal: async ({ folder, stack }, use) => {
    const data = path.join(folder, 'portal')
    await use({
      folder: data,
      url: await startPortal({ folder: data, port: await freePort(0) }, stack),
    })
  },
  faulty: async ({ portal, stack }, use) => use(await startFaultyPortal(portal.url, stack)),
  launch: async ({ portal, profile, keychain, language, colorScheme, stack }, use, info) => {
    const apps: RunningApp[] = []
    const light = colorScheme === 'dark' ? 'dark' : 'light'
    await use(async (options) => {
      const fresh = { portalUrl: portal.url, profile, keychain, language, colorScheme: light }
      const app = await launchApp({ ...fresh, ...options } satisfies AppOptions)
      apps.push(app)
      stack.defer(app.kill)
      return app
    })
    if (info.status === info.expectedStatus) return
    for (const [index, app] of apps.entries()) {
      // eslint-disable-next-line no-await-in-loop -- one report after the other
      const picture = await app.page.screenshot().catch(() => null)
      const name = `app-${index + 1}`
      if (picture) await info.attach(`${name}.png`, { body: picture, contentType: 'image/png' })
      await info.attach(`${name}.log`, { body: app.output(), contentType: 'text/plain' })
    }
  },
})

export { expect } from '@playwright/test'
