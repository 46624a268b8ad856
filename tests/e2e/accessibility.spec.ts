/** Every screen, light and dark, without one violation that axe can find. */
import { expectAccessible } from './support/accessible.ts'
import {
  alertWith,
  chooseService,
  completeEnrolment,
  enrolment,
  fillSecurity,
  home,
  newcomer,
  personalDataForm,
  securityForm,
  signIn,
  signInForm,
} from './support/flows.ts'
import { test } from './support/test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('before signing in', async ({ launch, say }) => {
      const { page } = await launch()
      await expectAccessible(page, 'services')
      await chooseService(page, say, 'collectnet')
      await expectAccessible(page, 'sign-in')
      await signInForm(page, say).submit.click()
      await alertWith(page, say('signIn:incomplete')).waitFor()
      await expectAccessible(page, 'sign-in, incomplete')
      await signIn(page, say, { username: 'personne', password: 'Rien-Du-Tout-1' })
      await alertWith(page, say('errors:invalid_credentials.message')).waitFor()
      await expectAccessible(page, 'sign-in, refused')
      await page.getByRole('link', { name: say('signIn:forgotten') }).click()
      await page.getByRole('heading', { name: say('recovery:steps.username') }).waitFor()
      await expectAccessible(page, 'recovery')
      await page.getByRole('link', { name: say('common:contact.link') }).click()
      await page.getByRole('heading', { name: say('help:title'), exact: true }).waitFor()
      await expectAccessible(page, 'help')
    })

    test('enrolling, and Serv@Net', async ({ launch, say }) => {
      const { page } = await launch()
      await chooseService(page, say, 'servnet')
      await signIn(page, say, newcomer)
      const security = securityForm(page, say)
      await security.heading.waitFor()
      await expectAccessible(page, 'enrolment 1')
      await page.getByRole('button', { name: say('passwords:rules.title') }).click()
      await page.getByText(say('passwords:rules.tip')).waitFor()
      await expectAccessible(page, 'enrolment 1, the rules')
      await security.next.click()
      await page.getByRole('alert').waitFor()
      await expectAccessible(page, 'enrolment 1, incomplete')
      await fillSecurity(page, say, enrolment)
      await expectAccessible(page, 'enrolment 1, filled in')
      await security.next.click()
      const personalData = personalDataForm(page, say)
      await personalData.heading.waitFor()
      await expectAccessible(page, 'enrolment 2')
      await personalData.next.click()
      await page.getByRole('alert').waitFor()
      await expectAccessible(page, 'enrolment 2, incomplete')
      await completeEnrolment(page, say, enrolment)
      await home(page, say).alerts.waitFor()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expectAccessible(page, 'home')
      for (const place of ['products', 'help', 'services'] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one page after the other
        await home(page, say)
          .menu.getByRole('link', { name: say(`servnet:menu.${place}`) })
          .click()
        // oxlint-disable-next-line no-await-in-loop -- one page after the other
        await page.getByRole('heading', { level: 1 }).waitFor()
        // oxlint-disable-next-line no-await-in-loop -- one page after the other
        await expectAccessible(page, place)
      }
    })

    test('a password that has to be renewed', async ({ launch, say }) => {
      const { page } = await launch({ language: 'fr' })
      await chooseService(page, say, 'servnet')
      const expired = { username: 'sofia.alvarez', password: 'Caducada-Hace-Poco-2026!' }
      await signIn(page, say, expired)
      await page.waitForURL('**/password-change')
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expectAccessible(page, 'password change')
    })
  })
}
