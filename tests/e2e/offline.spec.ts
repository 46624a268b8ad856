/** Without a network: it opens, shows, keeps what is done, and sends it once the portal is back. */
import type { Page } from 'playwright-core'
import { chooseService, home, pressHome, regular, signIn } from './support/flows.ts'
import { connection } from './support/offline-flows.ts'
import {
  openProfile,
  openSection,
  personalForm,
  preferencesForm,
  profilePage,
  signInToProfile,
} from './support/profile-flows.ts'
import { expect, test } from './support/test.ts'
import type { Say } from './support/texts.ts'

const buyer = 'Glaces du Condroz SA'

async function saveCurrency(page: Page, say: Say, currency: string): Promise<void> {
  await preferencesForm(page, say).currency.selectOption(currency)
  await profilePage(page, say).save.click()
}

test('portal away before the start: home and profile are shown with their age, an edit is queued, survives a crash, and is sent', async ({
  launch,
  launchElsewhere,
  faulty,
  say,
}) => {
  const first = await launch({ portalUrl: faulty.url })
  await signInToProfile(first.page, say, regular.fr)
  await expect(preferencesForm(first.page, say).currency).toHaveValue('EUR')
  await first.kill()

  await faulty.shut()
  const second = await launch({ portalUrl: faulty.url })
  await expect(second.page.getByText(buyer)).toBeVisible()
  await expect(connection(second.page, say).age).toBeVisible()
  await expect(connection(second.page, say).offline).toBeVisible()
  await openProfile(second.page, say)
  await expect(connection(second.page, say).age).toBeVisible()
  await saveCurrency(second.page, say, 'USD')
  await expect(connection(second.page, say).pending).toBeVisible()
  await expect(profilePage(second.page, say).unsaved).toBeHidden()
  await second.kill()

  const { page } = await launch({ portalUrl: faulty.url })
  await openProfile(page, say)
  await expect(preferencesForm(page, say).currency).toHaveValue('USD')
  await expect(connection(page, say).pending).toBeVisible()
  await connection(page, say).offline.click()
  await expect(connection(page, say).items).toHaveCount(1)

  await faulty.open()
  await connection(page, say).tryAgain.click()
  await expect(connection(page, say).nothingWaits).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(connection(page, say).online).toBeVisible()
  await expect(connection(page, say).pending).toBeHidden()

  const elsewhere = await launchElsewhere({ portalUrl: faulty.url })
  await signInToProfile(elsewhere.page, say, regular.fr)
  await expect(preferencesForm(elsewhere.page, say).currency).toHaveValue('USD')
})

test('cut within each form: what is done is kept, marked, and sent by itself', async ({
  launch,
  faulty,
  say,
}) => {
  const { page } = await launch({ portalUrl: faulty.url })
  await chooseService(page, say, 'servnet')
  await signIn(page, say, regular.fr)
  await expect(page.getByText(buyer)).toBeVisible()
  const alert = say('servnet:alerts.limit_reduced', { buyer: 'Horeca Sambre' })
  const tick = page.getByRole('checkbox', { name: say('alerts:handledLong', { alert }) })
  await expect(tick).toBeVisible()

  await faulty.shut()
  await tick.check()
  await page.getByRole('button', { name: 'Un seul identifiant pour tous vos services' }).click()
  await expect(connection(page, say).mark).toHaveCount(2)
  await openProfile(page, say)
  await saveCurrency(page, say, 'GBP')
  await expect(connection(page, say).pending).toBeVisible()
  await openSection(page, say, 'personal')
  await personalForm(page, say).firstName.fill('Anne')
  await profilePage(page, say).save.click()
  await expect(connection(page, say).pending).toBeVisible()
  // Nothing is unsaved: no question on the way out.
  await pressHome(page, say)
  // On a new visit it is no longer among what is to be handled.
  await expect(home(page, say).banner).toBeVisible()
  await expect(tick).toBeHidden()

  await faulty.open()
  await connection(page, say).openSheet()
  await connection(page, say).tryAgain.click()
  await expect(connection(page, say).nothingWaits).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(connection(page, say).mark).toHaveCount(0)
  await openProfile(page, say)
  await expect(preferencesForm(page, say).currency).toHaveValue('GBP')
})

test('cut while syncing: what was on its way and what waits is there in the end', async ({
  launch,
  launchElsewhere,
  faulty,
  say,
}) => {
  const { page } = await launch({ portalUrl: faulty.url })
  await signInToProfile(page, say, regular.fr)
  await faulty.shut()
  await saveCurrency(page, say, 'GBP')
  await expect(connection(page, say).pending).toBeVisible()
  await openSection(page, say, 'personal')
  await personalForm(page, say).firstName.fill('Anne')
  await profilePage(page, say).save.click()
  await expect(connection(page, say).pending).toBeVisible()

  await faulty.open()
  await connection(page, say).openSheet()
  await connection(page, say).tryAgain.click()
  await expect.poll(() => faulty.calls.some((call) => call.startsWith('PATCH'))).toBe(true)
  await faulty.shut()
  await page.reload()
  await expect(personalForm(page, say).firstName).toHaveValue('Anne')

  await faulty.open()
  await connection(page, say).openSheet()
  await connection(page, say).tryAgain.click()
  await expect(connection(page, say).nothingWaits).toBeVisible()
  const elsewhere = await launchElsewhere({ portalUrl: faulty.url })
  await signInToProfile(elsewhere.page, say, regular.fr)
  await expect(preferencesForm(elsewhere.page, say).currency).toHaveValue('GBP')
  await openSection(elsewhere.page, say, 'personal')
  await expect(personalForm(elsewhere.page, say).firstName).toHaveValue('Anne')
})

test('signing out while something waits asks first, and loses it only where that is wanted', async ({
  launch,
  faulty,
  say,
}) => {
  const { page } = await launch({ portalUrl: faulty.url })
  await signInToProfile(page, say, regular.fr)
  await faulty.shut()
  await saveCurrency(page, say, 'CHF')
  await expect(connection(page, say).pending).toBeVisible()
  const leave = () =>
    home(page, say)
      .menu.getByRole('button', { name: say('shell:menu.signOut') })
      .click()
  const question = page.getByRole('alertdialog', {
    name: say('offline:signOut.title', { count: 1 }),
  })
  await leave()
  await question.getByRole('button', { name: say('offline:signOut.cancel') }).click()
  await expect(connection(page, say).pending).toBeVisible()
  await leave()
  await question.getByRole('button', { name: say('offline:signOut.discard', { count: 1 }) }).click()
  await expect(page.getByText(say('offline:signIn'))).toBeVisible()
})

test('whoever comes to sign in without the portal is told before they type', async ({
  launch,
  faulty,
  say,
}) => {
  await faulty.shut()
  const { page } = await launch({ portalUrl: faulty.url })
  await chooseService(page, say, 'servnet')
  await expect(page.getByText(say('offline:signIn'))).toBeVisible()
  await faulty.open()
  await signIn(page, say, regular.fr)
  await expect(home(page, say).banner).toBeVisible()
})
