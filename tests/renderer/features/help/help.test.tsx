/** Help: its topics are found by words, and F1 leads to what is said of the page one is on. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { helpPathFrom } from '../../../../src/renderer/common/help/topics.ts'
import { paths } from '../../../../src/renderer/common/navigation/navigation.ts'
import { HelpPage } from '../../../../src/renderer/features/help/help-page.tsx'
import { success } from '../../../../src/shared/contract/result.ts'
import { answerFromNowOn, signedIn } from '../../support/fake-portal.ts'
import { scriptProfile } from '../../support/profile.ts'
import { show } from '../../support/stage.tsx'

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptProfile()
  answerFromNowOn({
    'app.managed': () => success({ settings: [], sources: [] }),
    'updates.read': () => success({ kind: 'off', why: 'development' }),
  })
})

const input = page.getByRole('searchbox', { name: 'Rechercher dans l’aide' })
const topics = () => [...document.querySelectorAll('summary')].map((one) => one.textContent)
const open = () =>
  [...document.querySelectorAll('details[open] > summary')].map((one) => one.textContent)

test('shows all topics, closed; each opens by the keyboard alone and has its steps in order', async () => {
  await show(<HelpPage />, signedIn, '/help')
  await expect.poll(() => topics().length).toBe(topicCount)
  expect(open()).toEqual([])
  await userEvent.click(input)
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.poll(open).toEqual(['Première connexion'])
  await expect
    .poll(() => document.querySelector('details[open] li')?.textContent)
    .toMatch(/^Choisissez le service/u)
})

const topicCount = 23

test('finds by a word of a title, of a step or another word, whatever its case and accents', async () => {
  await show(<HelpPage />, signedIn, '/help')
  await input.fill('OUBLIE')
  await expect.poll(topics).toContain('Mot de passe oublié')
  await input.fill('presse-papiers xyz')
  await expect.element(page.getByText(/^Rien dans l’aide/u)).toBeVisible()
  expect(topics()).toEqual([])
  await input.fill('heures calmes')
  await expect.poll(open).toEqual(['Notifications'])
  await expect.element(page.getByText('1 rubrique', { exact: true })).toBeVisible()
})

test('is open at what is said of the page one comes from', async () => {
  await show(<HelpPage />, signedIn, helpPathFrom('/servnet/limits/LIM-1'))
  await expect.poll(open).toEqual(['Limites de crédit'])
  expect(topics()[0]).toBe('Limites de crédit')
  expect(topics()).toHaveLength(topicCount)
  expect(helpPathFrom(paths.signIn)).toBe('/help?topic=firstSignIn')
  expect(helpPathFrom('/profile/lock')).toBe('/help?topic=lock')
  expect(helpPathFrom(paths.help)).toBe('/help')
})
