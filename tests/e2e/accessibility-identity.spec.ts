/** Recovery, profile and their dialogs, light and dark, without one violation that axe can find. */
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { alertWith, chooseService, home, pressHome, regular, signIn } from './support/flows.ts'
import { signInElsewhere } from './support/other-device.ts'
import { changeDatabase } from './support/portal-database.ts'
import { readCode } from './support/letters.ts'
import {
  emailForm,
  openProfile,
  openSection,
  personalForm,
  preferencesForm,
  profilePage,
  reauthenticate,
  reauthentication,
  rehearsalForm,
  rehearse,
  requestEmail,
  signInToProfile,
} from './support/profile-flows.ts'
import {
  beginRecovery,
  choosePassword,
  fillAnswers,
  forgetPassword,
  newPassword,
  recovering,
  recoveryForm,
} from './support/recovery-flows.ts'
import { expect, test } from './support/test.ts'
import type { JourneyPortal } from './support/journey-portal.ts'
import type { Say } from './support/texts.ts'

const { username, email, answers } = recovering.fr
const { password } = regular.fr

/** Someone else saves another last name in the meantime. */
async function renameElsewhere(portal: JourneyPortal): Promise<void> {
  const other = await signInElsewhere(portal.url, regular.fr)
  const etag = (await other.call('GET', '/v1/me')).headers.get('etag') ?? ''
  const changed = await other.call('PATCH', '/v1/me', { lastName: 'Petit' }, { 'if-match': etag })
  expect(changed.status).toBe(200)
}

async function checkSecurity(page: Page, say: Say): Promise<void> {
  await openSection(page, say, 'security')
  const endOthers = page.getByRole('button', { name: say('profile:sessions.endOthers') })
  await endOthers.waitFor()
  await page.getByText(say('profile:events.signed_in')).first().waitFor()
  await expectAccessible(page, 'security')
  await endOthers.click()
  await page.getByRole('alertdialog').waitFor()
  await expectAccessible(page, 'ending the other sessions')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: say('profile:password.change') }).click()
  await page.getByRole('heading', { name: say('profile:password.change'), level: 2 }).waitFor()
  await expectAccessible(page, 'another password')
  await page.goBack()
  await page.getByRole('link', { name: say('profile:questions.show') }).click()
  await reauthenticate(page, say, password)
  await page.getByText(say('profile:questions.present')).waitFor()
  await expectAccessible(page, 'other questions')
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('recovery', async ({ launch, portal, mailbox, say }) => {
      const { page } = await launch()
      await chooseService(page, say, 'servnet')
      await forgetPassword(page, say)
      const form = recoveryForm(page, say)
      await form.next.click()
      await page.getByRole('alert').waitFor()
      await expectAccessible(page, 'recovery 1, incomplete')
      await beginRecovery(page, say, username)
      await page.getByText(say('recovery:noMail.title')).click()
      await expectAccessible(page, 'recovery 2')
      await fillAnswers(page, say, answers, '000000')
      await form.next.click()
      await alertWith(page, say('errors:verification_failed.message')).waitFor()
      await expectAccessible(page, 'recovery 2, refused')
      changeDatabase(portal, 'update recoveries set expires_at = 1')
      await form.next.click()
      await page.getByText(say('recovery:over.title')).waitFor()
      await expectAccessible(page, 'recovery 1, again')
      await form.next.click()
      await form.heading('answers').waitFor()
      const subject = say('mail:recovery_code.subject')
      await fillAnswers(page, say, answers, await readCode(mailbox, { to: email, subject }, 2))
      await form.next.click()
      await form.heading('password').waitFor()
      await expectAccessible(page, 'recovery 3')
      await form.newPassword.fill('marie')
      await form.next.click()
      await page.getByRole('alert').waitFor()
      await expectAccessible(page, 'recovery 3, refused')
      await choosePassword(page, say, newPassword)
      await expectAccessible(page, 'recovery done')
    })

    test('profile', async ({ launch, portal, say }) => {
      const expiry = 'update users set password_expires_at = ?, rehearsal_due_at = 1'
      changeDatabase(portal, expiry, Date.now() + 6 * 24 * 60 * 60_000)
      const { page } = await launch()
      await chooseService(page, say, 'servnet')
      await signIn(page, say, regular.fr)
      await page.getByRole('region', { name: say('servnet:reminders.rehearsal') }).waitFor()
      await home(page, say).alerts.waitFor()
      await expectAccessible(page, 'home, with reminders')
      await openProfile(page, say)
      await expectAccessible(page, 'preferences')
      await preferencesForm(page, say).country.fill('ber')
      await page.getByRole('option').first().waitFor()
      // Base UI takes everything else from the screen reader while the list is open; Tab closes it.
      const others = ['aria-hidden-focus', 'page-has-heading-one']
      await expectAccessible(page, 'preferences, choosing a country', others)
      await page.keyboard.press('Escape')

      await openSection(page, say, 'personal')
      await personalForm(page, say).lastName.fill('')
      await profilePage(page, say).save.click()
      await page.getByRole('alert').waitFor()
      await expectAccessible(page, 'personal data, incomplete')
      await personalForm(page, say).lastName.fill('Dubois')
      await pressHome(page, say)
      await profilePage(page, say).leaving.waitFor()
      await expectAccessible(page, 'leaving with something unsaved')
      await page.keyboard.press('Escape')
      await profilePage(page, say).leaving.waitFor({ state: 'hidden' })
      await renameElsewhere(portal)
      await profilePage(page, say).save.click()
      await profilePage(page, say).conflict.waitFor()
      await expectAccessible(page, 'a conflict')
      await page.keyboard.press('Escape')
      await profilePage(page, say).conflict.waitFor({ state: 'hidden' })
      await profilePage(page, say).undo.click()

      await requestEmail(page, say, 'm.lambert@nouvelle-adresse.example')
      await reauthentication(page, say).dialog.waitFor()
      await expectAccessible(page, 'the password again')
      await reauthenticate(page, say, password)
      await emailForm(page, say).code.waitFor()
      await expectAccessible(page, 'an address that waits for its code')
    })

    test('security, rehearsal, Insights', async ({ launch, portal, say }) => {
      await signInElsewhere(portal.url, regular.fr, 'Portable du bureau')
      const { page } = await launch()
      await signInToProfile(page, say, regular.fr)
      await checkSecurity(page, say)
      await page.goto(new URL('/profile/rehearsal', page.url()).href)
      await page.getByRole('button', { name: say('profile:rehearsal.start') }).click()
      await rehearsalForm(page, say).submit.waitFor()
      await expectAccessible(page, 'rehearsal')
      await rehearse(page, say, [answers[0], answers[1], ['first-pet', 'Milou']])
      await page.getByText(say('profile:rehearsal.someWrongText')).waitFor()
      await expectAccessible(page, 'rehearsal, one wrong')
      await page.goto(new URL('/insights', page.url()).href)
      await page.getByRole('heading', { name: say('insights:dashboard') }).waitFor()
      await expectAccessible(page, 'insights')
    })
  })
}
