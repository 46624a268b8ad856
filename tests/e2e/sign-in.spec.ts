/** What keeps a person from signing in, and how they go on. */
import type { Page } from '@playwright/test'
import {
  alertWith,
  chooseService,
  home,
  newcomer,
  regular,
  securityForm,
  signIn,
  signInForm,
} from './support/flows.ts'
import { changeDatabase } from './support/portal-database.ts'
import { expect, test } from './support/test.ts'
import type { Say } from './support/texts.ts'

const { username, password } = regular.fr

/** Nothing that was typed may be lost to a failure. */
async function expectStillTyped(
  page: Page,
  say: Say,
  typed: { username: string; password: string },
) {
  await expect(signInForm(page, say).username).toHaveValue(typed.username)
  await expect(signInForm(page, say).password).toHaveValue(typed.password)
}

test('a wrong password and a username that nobody has look the same', async ({ launch, say }) => {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  const alert = alertWith(
    page,
    say('errors:invalid_credentials.message'),
    say('errors:invalid_credentials.next'),
  )
  const answers: string[] = []
  for (const typed of [
    { username, password: 'Pas-Celui-Ci-2026!' },
    { username: 'personne.du.tout', password: 'Pas-Celui-Ci-2026!' },
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other, as a person makes them
    await test.step(typed.username, async () => {
      await signIn(page, say, typed)
      await expect(alert).toBeFocused()
      await expectStillTyped(page, say, typed)
      answers.push((await alert.textContent()) ?? '')
    })
  }
  expect(answers[0]).toBe(answers[1])

  await signIn(page, say, regular.fr)
  await expect(home(page, say).banner).toBeVisible()
})

test('an empty form says everything that is missing at once', async ({ launch, say }) => {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await signInForm(page, say).submit.click()
  const alert = alertWith(page, say('signIn:incomplete'))
  await expect(alert).toContainText(say('signIn:usernameMissing'))
  await expect(alert).toContainText(say('signIn:passwordMissing'))
  await alert.getByRole('link', { name: say('signIn:passwordMissing') }).click()
  await expect(signInForm(page, say).password).toBeFocused()
})

test('after too many tries the wait is shown, and is true', async ({ launch, say }) => {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  const wrong = { username, password: 'Pas-Celui-Ci-2026!' }
  const throttled = alertWith(page, say('errors:too_many_attempts.message'))
  const form = signInForm(page, say)
  await signIn(page, say, wrong)
  await expect(async () => {
    if (await throttled.isVisible()) return
    await form.password.press('Enter')
    await expect(throttled).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(page.getByRole('timer')).toContainText(/\d/u)
  await expectStillTyped(page, say, wrong)

  // The right password has to wait like any other; pressing Enter now asks nobody.
  await form.password.fill(password)
  await form.password.press('Enter')
  await expect(throttled).toBeVisible()

  await expect(page.getByRole('timer')).toHaveText(say('signIn:waitingOver'))
  await form.password.press('Enter')
  await expect(home(page, say).banner).toBeVisible()
})

test('an initial password that is too old leads to the contact person', async ({
  launch,
  portal,
  say,
}) => {
  // Its 14 days cannot be waited for: they are moved into the past where the portal keeps them.
  const past = 'update users set enrolment_expires_at = 1 where username = ?'
  changeDatabase(portal, past, newcomer.username)

  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await signIn(page, say, newcomer)
  await expect(
    alertWith(
      page,
      say('errors:initial_password_expired.message'),
      say('errors:initial_password_expired.next'),
    ),
  ).toBeVisible()
  await expectStillTyped(page, say, newcomer)
})

test('the password can be shown, and Caps Lock is pointed out', async ({ launch, say }) => {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  const field = signInForm(page, say).password
  await field.fill('geheim')
  const label = { field: say('signIn:password') }
  await page.getByRole('button', { name: say('common:password.showLong', label) }).click()
  await expect(field).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: say('common:password.hideLong', label) }).click()
  await expect(field).toHaveAttribute('type', 'password')

  await field.dispatchEvent('keydown', { key: 'A', modifierCapsLock: true, bubbles: true })
  await expect(page.getByRole('status').getByText(say('common:password.capsLock'))).toBeVisible()
})

test('without staying signed in, the name is remembered and the session is not', async ({
  launch,
  say,
}) => {
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signInForm(first.page, say).staySignedIn.uncheck()
  await signIn(first.page, say, newcomer)
  await expect(securityForm(first.page, say).heading).toBeVisible()
  await first.close()

  const { page } = await launch()
  await expect(page).toHaveURL(/\/sign-in$/u)
  await expect(signInForm(page, say).username).toHaveValue(newcomer.username)
  await expect(signInForm(page, say).password).toHaveValue('')
  await signIn(page, say, newcomer)
  await expect(securityForm(page, say).heading).toBeVisible()
})
