import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { RecoveryView } from '../../src/shared/contract/identity/recovery-view.ts'
import { failure, success } from '../../src/shared/contract/result.ts'
import type { SessionView } from '../../src/shared/contract/identity/sessions.ts'
import type { PortalStatus } from '../../src/shared/contract/offline/status.ts'
import type { PasswordPolicy } from '../../src/shared/contract/identity/password-policy.ts'
import { freshState, type Answers } from './support/fake-portal.ts'
import { lockScenes } from './support/lock-scenes.ts'
import { due, home, news, profile, waitingItems } from './support/longest.ts'
import { builtPages } from './support/open-page.ts'
import { updateScenes } from './support/update-scenes.ts'
import { violations, widerThanSmallWindow } from './support/violations.ts'

const { open, visit } = builtPages()

type Scene = {
  readonly name: string
  readonly path: string
  readonly answers?: Answers
  readonly act?: (page: Page) => Promise<unknown>
}

const asked = {
  step: 'answers',
  username: 'marie.lambert',
  questions: ['Ville ?', 'Mère ?', 'Animal ?'].map((text, index) => ({ id: `q${index}`, text })),
  codeRequired: true,
  codeFormat: 'numeric',
  codeExpiresIn: 600,
  codeAgainIn: 60,
  attemptsLeft: 5,
  expiresIn: 1800,
} as const satisfies RecoveryView

const policy: PasswordPolicy = {
  name: 'classic',
  minLength: 12,
  maxLength: 256,
  fourClasses: true,
  forbidPersonalData: true,
  forbidCommon: true,
  history: 5,
  expiresAfterDays: 180,
}

const passwordDue: SessionView = {
  kind: 'passwordChange',
  user: { username: 'sofia.alvarez', displayName: 'Sofía', language: 'es', services: ['servnet'] },
}

const signedIn: SessionView = {
  kind: 'ready',
  user: { username: 'marie.lambert', displayName: 'Marie', language: 'fr', services: ['servnet'] },
}

const away: PortalStatus = {
  connection: { kind: 'offline', since: '2026-01-05T08:00:00.000Z', error: 'network_offline' },
  syncing: false,
  syncedAt: '2026-01-05T08:00:00.000Z',
  waiting: 2,
  needsAttention: 2,
}

const submit = async (page: Page) => {
  await page.locator('#username').fill('marie.lambert')
  await page.locator('#password').fill('pas le bon')
  await page.locator('#password').press('Enter')
  await page.getByRole('alert').waitFor()
}

const scenes: readonly Scene[] = [
  { name: 'services', path: '/' },
  { name: 'sign-in', path: '/sign-in' },
  {
    name: 'sign-in refused',
    path: '/sign-in',
    answers: { 'session.signIn': failure({ code: 'invalid_credentials' }) },
    act: submit,
  },
  {
    name: 'sign-in throttled',
    path: '/sign-in',
    answers: { 'session.signIn': failure({ code: 'too_many_attempts', retryAfter: 60 }) },
    act: submit,
  },
  {
    name: 'sign-in incomplete',
    path: '/sign-in',
    act: (page) => page.locator('button[type=submit]').click(),
  },
  {
    name: 'sign-in with a notice',
    path: '/sign-in',
    act: async (page) => {
      await page.evaluate(() => window.raisePortalEvent('notice.raised', { code: 'disk_full' }))
      await page.getByRole('button', { name: 'Fermer' }).waitFor()
    },
  },
  {
    name: 'recovery',
    path: '/recovery',
    answers: { 'recovery.read': success({ step: 'username', username: null }) },
  },
  { name: 'recovery, answers', path: '/recovery', answers: { 'recovery.read': success(asked) } },
  {
    name: 'recovery, answers refused',
    path: '/recovery',
    answers: {
      'recovery.read': success({ ...asked, codeAgainIn: 0 }),
      'recovery.answer': failure({ code: 'verification_failed', params: { attemptsLeft: 3 } }),
    },
    act: async (page) => {
      for (const field of await page.locator('input[id^=answers]').all()) {
        // oxlint-disable-next-line no-await-in-loop -- one field after the other
        await field.fill('Namur')
      }
      await page.locator('#code').fill('482 913')
      await page.locator('details summary').click()
      await page.locator('#code').press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'recovery, new password',
    path: '/recovery',
    answers: {
      'portal.passwordPolicy': success(policy),
      'recovery.read': success({ step: 'password', username: 'marie.lambert', expiresIn: 900 }),
    },
  },
  {
    name: 'recovery, new password missing',
    path: '/recovery',
    answers: {
      'portal.passwordPolicy': success(policy),
      'recovery.read': success({ step: 'password', username: 'marie.lambert', expiresIn: 900 }),
    },
    act: async (page) => {
      await page.locator('#newPassword').press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'recovery done',
    path: '/recovery',
    answers: { 'recovery.read': success({ step: 'done', username: 'marie.lambert' }) },
  },
  {
    name: 'recovery offline',
    path: '/recovery',
    answers: { 'recovery.read': failure({ code: 'network_offline' }) },
  },
  {
    name: 'password change',
    path: '/password-change',
    answers: {
      'app.state': success({ ...freshState, session: passwordDue }),
      'portal.passwordPolicy': success(policy),
    },
  },
  { name: 'not found', path: '/nowhere' },
  {
    name: 'sign-in while the portal is away',
    path: '/sign-in',
    answers: { 'status.read': success(away) },
    act: (page) => page.locator('output svg').waitFor(),
  },
]

/** Of whoever is signed in, while the portal is away and something waits. */
const waiting: Answers = {
  'app.state': success({ ...freshState, session: signedIn, service: 'servnet' }),
  'servnet.home': success(home),
  'credit.news': success({ items: [...news], freshness: home.freshness }),
  'credit.due': success({ items: [...due], freshness: home.freshness }),
  'profile.read': success(profile),
  'status.read': success(away),
  'outbox.read': success({ items: waitingItems }),
}

const ofLock: readonly Scene[] = lockScenes.map(({ session, answers, ...scene }) => ({
  ...scene,
  answers: {
    'profile.read': success(profile),
    ...answers,
    'app.state': success({ ...freshState, session: session('Marie Lambert'), service: 'servnet' }),
  },
}))

const ofUpdates: readonly Scene[] = updateScenes.map(({ session, answers, ...scene }) => ({
  ...scene,
  answers: { ...answers, 'app.state': success({ ...freshState, session }) },
}))

it.each([...scenes, ...ofLock, ...ofUpdates])(
  '$name has no violation that axe knows, nor anything to scroll sideways for at 400 % zoom',
  async ({ path, answers = {}, act }) => {
    const page = await visit(path, { answers })
    await act?.(page)
    expect(await violations(page)).toEqual([])
    expect(await widerThanSmallWindow(page)).toBe(0)
  },
)

it('what waits has no violation that axe knows in the sheet', async () => {
  const page = await visit('/servnet', { answers: waiting })
  await page.locator('header [data-kind]').first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('listitem').first().waitFor()
  expect(await violations(page, ['[role=dialog]'])).toEqual([])
  await sheet.getByRole('button', { name: /^Choisir/u }).click()
  await page.getByRole('radio').first().waitFor()
  expect(await violations(page, ['[role=dialog]:last-of-type'])).toEqual([])
})

it.each(['/servnet', '/profile/personal'])('nor on %s', async (path) => {
  const page = await visit(path, { answers: waiting })
  await page.locator('[data-as-at]').waitFor()
  expect(await violations(page)).toEqual([])
})

it('can be used by keyboard alone, in the order in which it is read', async () => {
  const { page } = await open('/sign-in')
  // The cursor begins in the first field; back to the top first.
  await page.evaluate(() => document.querySelector('a')?.focus())
  const order: string[] = []
  for (let stop = 0; stop < 8; stop += 1) {
    order.push(
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await page.evaluate(() => {
        const at = document.activeElement
        return at?.id.startsWith('_') === false && at.id !== '' ? at.id : (at?.tagName ?? '')
      }),
    )
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab')
  }
  expect(order).toEqual(['A', 'SELECT', 'username', 'password', 'BUTTON', 'INPUT', 'BUTTON', 'A'])
})
