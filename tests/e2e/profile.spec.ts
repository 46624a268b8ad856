/** The profile: what is saved shows everywhere, and what two devices change at once is not lost. */
import { z } from 'zod'
import { chooseService, home, pressHome, regular, signIn } from './support/flows.ts'
import { signInElsewhere } from './support/other-device.ts'
import type { OtherDevice } from './support/other-device.ts'
import {
  openProfile,
  openSection,
  personalForm,
  preferencesForm,
  profilePage,
  signInToProfile,
} from './support/profile-flows.ts'
import { recovering } from './support/recovery-flows.ts'
import { expect, test } from './support/test.ts'
import { loadTexts } from './support/texts.ts'

const nameSchema = z.object({ firstName: z.string(), lastName: z.string() })

async function nameAtPortal(device: OtherDevice): Promise<z.infer<typeof nameSchema>> {
  return nameSchema.parse((await device.call('GET', '/v1/me')).json)
}

test('preferences and personal data are saved, and there again; the language follows', async ({
  launch,
  portal,
  mailbox,
  say,
}) => {
  const first = await launch()
  await signInToProfile(first.page, say, regular.fr)
  const preferences = preferencesForm(first.page, say)
  await preferences.country.fill('belg')
  await first.page.getByRole('option', { name: 'Belgique' }).click()
  await expect(first.page.getByRole('listbox')).toHaveCount(0)
  await preferences.startPage.selectOption(say('profile:preferences.startPages.buyers'))
  await preferences.currency.selectOption('CHF')
  await preferences.alertsByEmail.check()
  await expect(profilePage(first.page, say).unsaved).toBeVisible()
  await profilePage(first.page, say).save.click()
  await expect(profilePage(first.page, say).saved).toBeVisible()

  await openSection(first.page, say, 'personal')
  await personalForm(first.page, say).lastName.fill('Lambert-Dubois')
  await personalForm(first.page, say).language.selectOption('nl')
  await profilePage(first.page, say).save.click()
  const dutch = await loadTexts('nl')
  await expect(profilePage(first.page, dutch).saved).toBeVisible()
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'nl')
  await first.close()

  const { page } = await launch()
  const name = 'Marie Lambert-Dubois'
  // Serv@Net opens where it was said to.
  await page.waitForURL('**/servnet/limits')
  await pressHome(page, dutch)
  await expect(page.getByText(dutch('servnet:greeting', { name }))).toBeVisible()
  await openProfile(page, dutch)
  const kept = preferencesForm(page, dutch)
  await expect(kept.country).toHaveValue('België')
  await expect(kept.startPage).toHaveValue('buyers')
  await expect(kept.currency).toHaveValue('CHF')
  await expect(kept.alertsByEmail).toBeChecked()
  const other = await signInElsewhere(portal.url, regular.fr)
  expect((await other.call('GET', '/v1/me/preferences')).json).toMatchObject({
    defaultSearchCountry: 'BE',
    servnetStartPage: 'buyers',
    currency: 'CHF',
    language: 'nl',
    alertsByEmail: true,
  })

  // What was chosen is also what the next message is like; a scheduler may run twice.
  await portal.command('send-alert-digests')
  await portal.command('send-alert-digests')
  const digestsToMarie = () =>
    mailbox.received.filter(
      ({ to, mail }) =>
        to === recovering.fr.email && mail.text?.includes(dutch('mail:alerts_digest.where')),
    )
  await expect.poll(() => digestsToMarie().length).toBeGreaterThan(0)
  expect(digestsToMarie()).toHaveLength(1)
})

test('the guide’s other way: from Insights by “Mon compte”, and back', async ({ launch, say }) => {
  const { page } = await launch()
  await chooseService(page, say, 'insights')
  await signIn(page, say, regular.fr)
  await expect(page.getByRole('heading', { name: say('insights:dashboard') })).toBeVisible()
  await page.getByRole('link', { name: say('insights:account') }).click()
  await expect(preferencesForm(page, say).heading).toBeVisible()
  await page.getByRole('link', { name: say('insights:dashboard') }).click()
  await expect(page.getByRole('heading', { name: say('insights:dashboard') })).toBeVisible()
})

test('two apps at once: what does not touch is merged, what does is chosen field by field', async ({
  launch,
  launchElsewhere,
  portal,
  say,
}) => {
  const device = await signInElsewhere(portal.url, regular.fr)
  const [here, there] = [await launch(), await launchElsewhere()]
  for (const { page } of [here, there]) {
    // oxlint-disable-next-line no-await-in-loop -- one app after the other
    await signInToProfile(page, say, regular.fr)
    // oxlint-disable-next-line no-await-in-loop -- one app after the other
    await openSection(page, say, 'personal')
  }
  const mine = personalForm(here.page, say)
  const theirs = personalForm(there.page, say)
  const saving = profilePage(here.page, say)

  await theirs.lastName.fill('Lambert-Petit')
  await profilePage(there.page, say).save.click()
  await expect(profilePage(there.page, say).saved).toBeVisible()
  await mine.firstName.fill('Marie-Anne')
  await saving.save.click()
  await expect(saving.saved).toBeVisible()
  await expect(mine.lastName).toHaveValue('Lambert-Petit')
  expect(await nameAtPortal(device)).toEqual({
    firstName: 'Marie-Anne',
    lastName: 'Lambert-Petit',
  })

  await theirs.firstName.fill('Maria')
  await theirs.lastName.fill('Lambert')
  await profilePage(there.page, say).save.click()
  // This app saw another first name when it began: that one conflicts here already.
  await expect(profilePage(there.page, say).conflict).toBeVisible()
  await there.page.getByRole('radio', { name: say('profile:conflict.mine') }).check()
  await there.page.getByRole('button', { name: say('profile:conflict.submit') }).click()
  await expect(profilePage(there.page, say).saved).toBeVisible()

  await mine.firstName.fill('Marion')
  await mine.lastName.fill('Lambert-Dubois')
  await saving.save.click()
  const { conflict } = saving
  const firstNames = conflict.getByRole('group', { name: say('profile:personal.firstName') })
  const lastNames = conflict.getByRole('group', {
    name: say('profile:personal.lastName'),
    exact: true,
  })
  await expect(firstNames).toContainText('Marion')
  await expect(firstNames).toContainText('Maria')
  await expect(lastNames).toContainText('Lambert-Dubois')
  const submit = conflict.getByRole('button', { name: say('profile:conflict.submit') })
  await firstNames.getByRole('radio', { name: 'Maria' }).check()
  await submit.click()
  await expect(conflict.getByText(say('profile:conflict.choose'))).toBeVisible()
  await lastNames.getByRole('radio', { name: 'Lambert-Dubois' }).check()
  await submit.click()
  await expect(saving.saved).toBeVisible()
  await expect(mine.firstName).toHaveValue('Maria')
  expect(await nameAtPortal(device)).toEqual({ firstName: 'Maria', lastName: 'Lambert-Dubois' })
})

test('leaving with something unsaved asks first: stay, discard or save', async ({
  launch,
  say,
}) => {
  const { page } = await launch()
  await signInToProfile(page, say, regular.fr)
  const { leaving, save, undo } = profilePage(page, say)
  const toHome = home(page, say).menu.getByRole('link', { name: say('servnet:menu.home') })
  const form = preferencesForm(page, say)
  const before = await form.currency.inputValue()
  await form.currency.selectOption('CHF')
  // From one section to another one goes freely.
  await openSection(page, say, 'personal')
  await openSection(page, say, 'preferences')
  await expect(form.currency).toHaveValue('CHF')

  await toHome.click()
  await expect(leaving).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(leaving).toBeHidden()
  await expect(form.currency).toHaveValue('CHF')
  await toHome.click()
  await leaving.getByRole('button', { name: say('profile:leave.discard') }).click()
  await expect(home(page, say).banner).toBeVisible()

  await openProfile(page, say)
  await expect(form.currency).toHaveValue(before)
  await form.currency.selectOption('JPY')
  await undo.click()
  await expect(form.currency).toHaveValue(before)
  await form.currency.selectOption('CHF')
  // Playwright's own step back waits for a page, which is held back here.
  await page.evaluate('history.back()')
  await leaving.getByRole('button', { name: say('profile:leave.save') }).click()
  await expect(home(page, say).banner).toBeVisible()
  await openProfile(page, say)
  await expect(form.currency).toHaveValue('CHF')
  await expect(save).toBeVisible()
})
