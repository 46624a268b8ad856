import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DashboardPage } from '../../../../src/renderer/features/insights/dashboard/dashboard-page.tsx'
import { ProfilePage } from '../../../../src/renderer/features/identity/profile/profile-page.tsx'
import type { AppState } from '../../../../src/shared/contract/routes.ts'
import { success } from '../../../../src/shared/contract/result.ts'
import { answerFromNowOn, callsOf, signedIn } from '../../support/fake-portal.ts'
import { preferences, scriptProfile } from '../../support/profile.ts'
import { showInShell, visited } from '../../support/stage.tsx'

const withInsights: AppState = {
  ...signedIn,
  service: 'insights',
  session: {
    kind: 'ready',
    user: {
      username: 'marie.lambert',
      displayName: 'Marie Lambert',
      language: 'fr',
      services: ['servnet', 'insights'],
    },
  },
}

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptProfile()
  answerFromNowOn({ 'app.chooseService': () => success({}) })
})

test('“Mon compte” leads to the profile', async () => {
  await showInShell(<DashboardPage />, withInsights, '/insights')
  await userEvent.click(page.getByRole('link', { name: 'Mon compte' }))
  expect(visited).toContain('/profile')
})

test('the profile then has Insights’ menu, and leads back there', async () => {
  await showInShell(<ProfilePage />, withInsights, '/profile')
  await userEvent.click(page.getByRole('link', { name: 'Tableau de bord' }))
  expect(visited).toContain('/insights')
})

test('the currency of the bar is that of the preferences, also where others were changed', async () => {
  let elsewhere = true
  answerFromNowOn({
    'profile.savePreferences': ({ changes }) => {
      const current = Object.assign({}, preferences, changes)
      if (!elsewhere) return success({ kind: 'saved', current, version: '"3"' })
      elsewhere = false
      return success({ kind: 'conflict', current: preferences, version: '"2"' })
    },
  })
  await showInShell(<DashboardPage />, withInsights, '/insights')
  const currency = page.getByRole('combobox', { name: 'Devise' })
  await expect.element(currency).toHaveValue('EUR')
  await userEvent.selectOptions(currency, 'USD')
  await expect
    .poll(() => callsOf('profile.savePreferences'))
    .toEqual([
      { version: '"1"', changes: { currency: 'USD' } },
      { version: '"2"', changes: { currency: 'USD' } },
    ])
  await expect.element(currency).toHaveValue('USD')
})
