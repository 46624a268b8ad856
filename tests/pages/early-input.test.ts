import { expect, it } from 'vitest'
import { success } from '../../src/shared/contract/result.ts'
import { errors } from '../../src/shared/i18n/fr/errors.ts'
import { services } from '../../src/shared/i18n/fr/services.ts'
import { services as dutchServices } from '../../src/shared/i18n/nl/services.ts'
import { signIn as dutchSignIn } from '../../src/shared/i18n/nl/sign-in.ts'
import { freshState } from './support/fake-portal.ts'
import { callsOf, holdScripts, builtPages, wired } from './support/open-page.ts'

const { open } = builtPages()

async function openBeforeItsScripts(path: string) {
  const held = Promise.withResolvers<() => void>()
  const { page } = await open(path, {
    untilWired: false,
    prepare: async (opened) => held.resolve(await holdScripts(opened)),
  })
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.locator('html[data-wired]').count()).toBe(0)
  return { page, release: await held.promise }
}

it('keeps what was typed and where the cursor was', async () => {
  const { page, release } = await openBeforeItsScripts('/sign-in')
  await page.locator('#username').fill('nouveau.client')
  await page.locator('#password').pressSequentially('Bienv')
  release()
  await wired(page)
  await page.keyboard.type('enue')
  expect(await page.locator('#username').inputValue()).toBe('nouveau.client')
  expect(await page.locator('#password').inputValue()).toBe('Bienvenue')
})

it('signs in once for Enter pressed twice before it could', async () => {
  const { page, release } = await openBeforeItsScripts('/sign-in')
  const address = page.url()
  await page.locator('#username').fill('nouveau.client')
  await page.locator('#password').fill('Bienvenue-2016!')
  await page.locator('#password').press('Enter')
  await page.locator('#password').press('Enter')
  expect(page.url()).toBe(address)
  release()
  await wired(page)
  await expect.poll(() => callsOf(page, 'session.signIn')).toHaveLength(1)
  expect(await callsOf(page, 'session.signIn')).toEqual([
    { username: 'nouveau.client', password: 'Bienvenue-2016!', staySignedIn: true },
  ])
})

it('honours "stay signed in" unticked early', async () => {
  const { page, release } = await openBeforeItsScripts('/sign-in')
  await page.getByRole('checkbox').uncheck()
  await page.locator('#username').fill('a')
  await page.locator('#password').fill('b')
  await page.locator('button[type=submit]').click()
  release()
  await wired(page)
  await expect
    .poll(() => callsOf(page, 'session.signIn'))
    .toEqual([{ username: 'a', password: 'b', staySignedIn: false }])
})

it('switches to a language that was chosen early', async () => {
  const { page, release } = await openBeforeItsScripts('/sign-in')
  await page.locator('nav select').selectOption('nl')
  release()
  await page.getByRole('heading', { name: dutchSignIn.title }).waitFor()
  expect(await callsOf(page, 'app.setLanguage')).toEqual([{ language: 'nl' }])
})

it('follows a link that was pressed early', async () => {
  const { page, release } = await openBeforeItsScripts('/')
  await page.getByRole('link', { name: 'Connexion Atradius Insights' }).click()
  expect(new URL(page.url()).pathname).toBe('/')
  release()
  await page.locator('#username').waitFor()
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  expect(await callsOf(page, 'app.chooseService')).toEqual([{ service: 'insights' }])
})

it('keeps a service that was chosen before main had answered', async () => {
  const { page } = await open('/', { answers: { 'app.state': undefined } })
  await page.getByRole('link', { name: 'Connexion Atradius Insights' }).click()
  await page.locator('#username').waitFor()
  await page.evaluate((state) => window.answerLate('app.state', state), success(freshState))
  await page.getByText(services.insights.signIn).waitFor()
})

it('keeps a language that was chosen before main had answered', async () => {
  const { page } = await open('/sign-in', { answers: { 'app.state': undefined } })
  await page.locator('nav select').selectOption('nl')
  await page.getByRole('heading', { name: dutchSignIn.title }).waitFor()
  await page.evaluate((state) => window.answerLate('app.state', state), success(freshState))
  await page.getByText(dutchServices.servnet.signIn).waitFor()
  expect(await page.locator('nav select').inputValue()).toBe('nl')
})

it('knows what main told before its first answer came', async () => {
  const { page } = await open('/', { answers: { 'app.state': undefined } })
  await page.evaluate(() => {
    window.raisePortalEvent('notice.raised', { code: 'already_running' })
    window.raisePortalEvent('notice.raised', { code: 'deep_link_invalid' })
    window.raisePortalEvent('notice.withdrawn', { code: 'already_running' })
    window.raisePortalEvent('page.requested', { address: '/insights', service: 'insights' })
  })
  const notices = [{ code: 'already_running' } as const]
  await page.evaluate(
    (state) => window.answerLate('app.state', state),
    success({ ...freshState, notices }),
  )
  await page.getByText(services.insights.signIn).waitFor()
  await page.getByText(errors.deep_link_invalid.message).waitFor()
  expect(await page.getByText(errors.already_running.message).count()).toBe(0)
})

it('shows the services in the language of the document', async () => {
  const { page } = await open('/', { language: 'nl' })
  await page.getByRole('heading', { name: dutchServices.title }).waitFor()
})
