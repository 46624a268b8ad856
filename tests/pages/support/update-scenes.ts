/** Updates, where a person looks for them, in each way that they can stand. */
import type { Page } from 'playwright-core'
import type { UpdatesState } from '../../../src/shared/contract/app/updates.ts'
import { failure, success } from '../../../src/shared/contract/result.ts'
import type { SessionView } from '../../../src/shared/contract/identity/sessions.ts'
import type { Answers } from './fake-portal.ts'
import { longest } from './longest.ts'

export type UpdateScene = {
  readonly name: string
  readonly path: string
  readonly session: SessionView
  readonly answers: Answers
  readonly act: (page: Page) => Promise<unknown>
}

const signedOut: SessionView = { kind: 'signedOut', username: null, reason: 'none' }
const notes = ['Ce qui attend peut être enregistré dans un fichier.', longest(200)]

async function about(page: Page): Promise<void> {
  await page.evaluate(() => window.raisePortalEvent('menu.chosen', { kind: 'about' }))
  await page.locator('[role=dialog] section output p').first().waitFor()
}

/** In the box that says which version this is. */
const inAbout = (
  name: string,
  state: UpdatesState,
  act?: (page: Page) => Promise<unknown>,
): UpdateScene => ({
  name: `updates, ${name}`,
  path: '/sign-in',
  session: signedOut,
  answers: {
    'updates.read': success(state),
    'updates.install': failure({ code: 'update_typed_unsaved' }),
  },
  async act(page) {
    await about(page)
    await act?.(page)
  },
})

export const updateScenes: readonly UpdateScene[] = [
  inAbout('ready and refused', { kind: 'ready', version: '0.2.0', notes }, async (page) => {
    await page.locator('[role=dialog] summary').click()
    await page.locator('[role=dialog] section button').click()
    await page.locator('[role=dialog] [role=alert] p').first().waitFor()
  }),
  inAbout('downloading', { kind: 'downloading', version: '0.2.0', notes, percent: 41 }),
  inAbout('failed', {
    kind: 'failed',
    error: { code: 'update_interrupted' },
    version: '0.2.0',
    retry: 'download',
  }),
  inAbout('managed', { kind: 'managed' }),
]
