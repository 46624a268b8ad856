/** The lock and its settings, in each way that they can stand. */
import type { Page } from 'playwright-core'
import type { LockState } from '../../../src/shared/contract/offline/lock.ts'
import type { LockedView, SessionView } from '../../../src/shared/contract/identity/sessions.ts'
import { failure, success } from '../../../src/shared/contract/result.ts'
import type { Answers } from './fake-portal.ts'

export type LockScene = {
  readonly name: string
  readonly path: string
  /** What main says of who is here, given their name as it is shown. */
  readonly session: (displayName: string) => SessionView
  readonly answers?: Answers
  readonly act?: (page: Page) => Promise<unknown>
}

const locked =
  (changes: Partial<LockedView>) =>
  (displayName: string): SessionView => ({
    kind: 'locked',
    user: { username: 'marie.lambert', displayName, language: 'fr' },
    reason: 'lock',
    password: 'own',
    signedIn: false,
    waitsUntil: null,
    waiting: 0,
    ...changes,
  })

const ready = (displayName: string): Extract<SessionView, { kind: 'ready' }> => ({
  kind: 'ready',
  user: { username: 'marie.lambert', displayName, language: 'fr', services: ['servnet'] },
})

const settings = (state: LockState): Answers => ({ 'lock.read': success(state) })
const whileOn: LockState = {
  lock: { kind: 'on', password: 'own', idleMinutes: 15 },
  available: true,
}
const on = settings(whileOn)
const managed = { required: true, longestIdleMinutes: 15, password: 'own' } as const
const offline = failure({ code: 'network_offline' })

async function enterWrong(page: Page): Promise<void> {
  await page.locator('main input[name=password]').fill('pas le bon')
  await page.locator('main input[name=password]').press('Enter')
  await page.getByRole('alert').getByRole('paragraph').first().waitFor()
}

const press = (at: number) => (page: Page) =>
  page.locator('main button[class*=quiet]').nth(at).click()

const settingUp = (displayName: string): SessionView => ({
  ...ready(displayName),
  kind: 'lockSetup',
})

const lock: readonly LockScene[] = [
  {
    name: 'lock, to be set',
    path: '/lock-setup',
    session: settingUp,
    answers: settings({ lock: { kind: 'off' }, available: true, policy: managed }),
    act: (page) => page.locator('form button[type=submit]').click(),
  },
  { name: 'lock', path: '/locked', session: locked({}) },
  {
    name: 'lock, empty',
    path: '/locked',
    session: locked({ waiting: 2 }),
    act: (page) => page.locator('main input[name=password]').press('Enter'),
  },
  {
    name: 'lock, wrong password',
    path: '/locked',
    session: locked({ password: 'portal' }),
    answers: { 'lock.unlock': failure({ code: 'lock_password_wrong', retryAfter: 30 }) },
    act: enterWrong,
  },
  {
    name: 'lock, before the next try',
    path: '/locked',
    session: locked({ waitsUntil: '2100-01-01T00:00:00.000Z' }),
    act: (page) => page.getByRole('timer').waitFor(),
  },
  { name: 'lock, password forgotten', path: '/locked', session: locked({}), act: press(0) },
  {
    name: 'lock, former password',
    path: '/locked',
    session: locked({ password: 'former', signedIn: true, waiting: 88 }),
  },
  {
    name: 'lock, what is kept given up',
    path: '/locked',
    session: locked({ signedIn: true, waiting: 88 }),
    act: async (page) => {
      await press(0)(page)
      await page.getByRole('alertdialog').waitFor()
    },
  },
  ...(['lease', 'clock'] as const).map((reason) => ({
    name: `lock, ${reason}`,
    path: '/locked',
    session: locked({ reason, password: null }),
    answers: { 'lock.reach': offline },
    act: async (page: Page) => {
      await page.locator('main button').click()
      await page.getByRole('alert').getByRole('paragraph').waitFor()
    },
  })),
]

/** Among the pages of the profile, whose answers the test gives. */
const ofProfile: readonly LockScene[] = [
  {
    name: 'lock settings, off',
    path: '/profile/lock',
    session: ready,
    answers: settings({ lock: { kind: 'off' }, available: true }),
    act: (page) => page.locator('form button[type=submit]').click(),
  },
  {
    name: 'lock settings, on',
    path: '/profile/lock',
    session: ready,
    answers: on,
    act: (page) => page.locator('form button[type=submit]').first().click(),
  },
  {
    name: 'lock settings, managed',
    path: '/profile/lock',
    session: ready,
    answers: settings({ ...whileOn, policy: managed }),
  },
  {
    name: 'lock settings, impossible',
    path: '/profile/lock',
    session: ready,
    answers: settings({ lock: { kind: 'off' }, available: false }),
  },
  {
    name: 'lock settings, unread',
    path: '/profile/lock',
    session: ready,
    answers: { 'lock.read': failure({ code: 'storage_failed' }) },
  },
]

export const lockScenes: readonly LockScene[] = [...lock, ...ofProfile]
