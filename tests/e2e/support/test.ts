/** What every journey starts from: a fresh portal, a fresh profile, a keychain name of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import type { TestInfo } from '@playwright/test'
import { freePort, portalProgram, startPortal } from '../../../scripts/lib/portal-process.ts'
import { runQuietly } from '../../../scripts/lib/processes.ts'
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
  portal: {
    readonly url: string
    readonly folder: string
    /** What a contact person does on the portal's command line; answers what it printed. */
    readonly command: (...args: readonly string[]) => Promise<string>
  }
  /** The same portal behind a network that can fail. */
  faulty: FaultyPortal
  /** Starts the app at this computer, again and again if need be. */
  launch: (options?: Partial<AppOptions>) => Promise<RunningApp>
}

export const test = base.extend<Journey>({
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
  portal: async ({ folder, stack }, provide) => {
    const data = path.join(folder, 'portal')
    await provide({
      folder: data,
      url: await startPortal({ folder: data, port: await freePort(0) }, stack),
      command: async (...args) => {
        const all = [portalProgram, ...args, '--data', data]
        const { code, output } = await runQuietly(process.execPath, all)
        if (code !== 0) throw new Error(output)
        return output
      },
    })
  },
  faulty: async ({ portal, stack }, provide) => provide(await startFaultyPortal(portal.url, stack)),
  launch: async ({ portal, profile, keychain, language, colorScheme, stack }, provide, info) => {
    const apps: RunningApp[] = []
    const fresh: AppOptions = {
      portalUrl: portal.url,
      profile,
      keychain,
      language,
      colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
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
