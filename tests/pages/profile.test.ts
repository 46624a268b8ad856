/** The profile in the built app: with the window's own history, and as axe sees it. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { failure, success } from '../../src/shared/contract/result.ts'
import type { Me } from '../../src/shared/contract/identity/me.ts'
import { firstNotificationSettings } from '../../src/shared/contract/app/notifications.ts'
import type { Preferences } from '../../src/shared/contract/identity/preferences.ts'
import { freshState, type Answers } from './support/fake-portal.ts'
import { builtPages } from './support/open-page.ts'
import { violations, widerThanSmallWindow } from './support/violations.ts'

const { open, visit } = builtPages()

const me: Me = {
  username: 'marie.lambert',
  email: 'marie@dedert.example',
  emailConfirmed: true,
  pendingEmail: { id: 'e1', email: 'new@dedert.example' },
  firstName: 'Marie',
  lastName: 'Lambert',
  language: 'fr',
  alertsByEmail: true,
  services: ['servnet', 'insights'],
  passwordExpiresAt: '2027-03-12T10:00:00.000Z',
  rehearsalDueAt: '2027-01-12T10:00:00.000Z',
  enrolledAt: '2026-05-12T10:00:00.000Z',
}
const preferences: Preferences = {
  defaultSearchCountry: 'BE',
  servnetStartPage: 'credit_limit_application',
  currency: 'EUR',
  language: 'fr',
  alertsByEmail: true,
}
const questions = ['Ville ?', 'Mère ?', 'Animal ?'].map((text, index) => ({
  id: `q${index}`,
  text,
}))
const session = (id: string, current: boolean) => ({
  id,
  current,
  device: { name: `PC-${id}`, platform: 'windows' as const },
  createdAt: '2026-11-02T08:00:00.000Z',
  lastUsedAt: '2026-11-23T08:00:00.000Z',
})

const fresh = { fetchedAt: '2026-11-23T09:00:00.000Z', stale: false, refreshing: false }

const answers: Answers = {
  'app.state': success({
    ...freshState,
    session: {
      kind: 'ready',
      user: {
        username: 'marie.lambert',
        displayName: 'Marie Lambert',
        language: 'fr',
        services: ['servnet', 'insights'],
      },
    },
  }),
  'app.chooseService': success({}),
  'profile.saveDraft': success({}),
  'profile.read': success({
    me: { current: me, version: '"1"' },
    preferences: { current: preferences, version: '"1"' },
    draft: null,
    freshness: fresh,
  }),
  'profile.savePreferences': success({
    kind: 'conflict',
    current: { ...preferences, currency: 'USD' },
    version: '"2"',
  }),
  'notifications.read': success(firstNotificationSettings),
  'profile.pendingEmail': success({
    id: 'e1',
    email: 'new@dedert.example',
    delivery: 'refused',
    codeExpiresIn: 80_000,
    codeAgainIn: 30,
    attemptsLeft: 4,
    expiresIn: 80_000,
  }),
  'security.sessions': success({
    page: { items: [session('1', true), session('2', false)], nextCursor: null },
    freshness: fresh,
  }),
  'security.events': success({
    page: {
      items: [{ id: '1', at: '2026-11-23T08:00:00.000Z', kind: 'signed_in', details: {} }],
      nextCursor: 'next',
    },
    freshness: fresh,
  }),
  'security.questions': success({ items: questions }),
  'security.reauthenticate': failure({ code: 'invalid_credentials' }),
  'portal.passwordPolicy': failure({ code: 'network_offline' }),
  'portal.securityQuestions': success({ items: questions }),
}

const chooseFrancs = (page: Page) => page.locator('#currency').selectOption('CHF')

const scenes: readonly {
  readonly path: string
  readonly act?: (page: Page) => Promise<unknown>
}[] = [
  { path: '/profile' },
  {
    path: '/profile?conflict',
    act: async (page) => {
      await chooseFrancs(page)
      await page.getByRole('button', { name: 'Sauvegarder' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    path: '/profile?leaving',
    act: async (page) => {
      await chooseFrancs(page)
      await page.getByRole('link', { name: 'Produits' }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  { path: '/profile/personal' },
  { path: '/profile/security' },
  { path: '/profile/password' },
  { path: '/profile/questions' },
  { path: '/profile/rehearsal' },
  {
    path: '/profile/notifications',
    act: (page) => page.getByRole('checkbox', { name: /Ne rien signaler/u }).check(),
  },
]

it.each(scenes)(
  '$path has no violation that axe knows, nor anything to scroll sideways for at 400 % zoom',
  async ({ path, act }) => {
    const page = await visit(path, { answers })
    await act?.(page)
    expect(await violations(page)).toEqual([])
    expect(await widerThanSmallWindow(page)).toBe(0)
  },
)

it('the open list of countries has no violation that axe knows', async () => {
  const page = await visit('/profile', { answers })
  await page.locator('#defaultSearchCountry').fill('al')
  await page.getByRole('option').first().waitFor()
  expect(await violations(page, ['[role=listbox]', '[role=combobox]'])).toEqual([])
})

it('going back with something unsaved asks first, and then goes where one was going', async () => {
  const { page } = await open('/servnet/policies', { answers })
  await page.getByRole('link', { name: 'Profil de l’utilisateur' }).click()
  await chooseFrancs(page)
  // A person's own press, which is what lets a page hold its window back.
  await page.getByRole('heading', { level: 1 }).click()
  await page.evaluate(() => history.back())
  await page.getByRole('alertdialog').waitFor()
  expect(new URL(page.url()).pathname).toBe('/profile')
  await page.getByRole('button', { name: 'Ne pas enregistrer' }).click()
  await page.waitForURL('**/servnet/policies')
})

it('each section has its address, and back leads from one to the other', async () => {
  const { page } = await open('/profile', { answers })
  await page.getByRole('link', { name: 'Sécurité' }).click()
  await page.getByRole('heading', { name: 'Appareils connectés' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 2, name: 'Préférences' }).waitFor()
})
