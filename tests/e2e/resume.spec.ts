/** Whatever ends the app in the middle of enrolment, the person goes on where they were. */
import type { Page } from '@playwright/test'
import {
  chooseQuestions,
  chooseService,
  completeEnrolment,
  enrolment,
  fillPersonalData,
  fillSecurity,
  home,
  newcomer,
  personalDataForm,
  securityForm,
  signIn,
  signInForm,
} from './support/flows.ts'
import { expect, test } from './support/test.ts'
import type { Say } from './support/texts.ts'

/** Resolves when what main keeps of the enrolment has all of `texts`. */
async function keptInMain(page: Page, texts: readonly string[]): Promise<void> {
  const kept = async () =>
    JSON.stringify(await page.evaluate(() => window.portal.call('enrolment.read', {})))
  for (const text of texts) {
    // oxlint-disable-next-line no-await-in-loop -- what is kept once stays
    await expect.poll(kept).toContain(JSON.stringify(text))
  }
}

/** Types the last of the step's fields, and waits until it is kept. */
async function typeLast(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.fill(text)
  await field.blur()
  await keptInMain(page, [text])
}

async function questionsChosen(page: Page, say: Say): Promise<string[]> {
  const form = securityForm(page, say)
  return Promise.all([1, 2, 3].map((number) => form.question(number).inputValue()))
}

test('killed in step 1: the questions are there again, the secrets are not', async ({
  launch,
  say,
}) => {
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, newcomer)
  await securityForm(first.page, say).heading.waitFor()
  await fillSecurity(first.page, say, enrolment)
  // The third question is the last that is kept of this step.
  await expect(securityForm(first.page, say).answer(3)).toHaveValue(enrolment.answers[2])
  await securityForm(first.page, say).question(3).selectOption({ index: 5 })
  await securityForm(first.page, say).question(3).blur()
  const chosen = await questionsChosen(first.page, say)
  await keptInMain(first.page, chosen)
  await first.kill()

  const { page } = await launch()
  await expect(page).toHaveURL(/\/enrolment$/u)
  const form = securityForm(page, say)
  await expect(form.heading).toBeVisible()
  await expect(page.getByText(say('enrolment:resumed'))).toBeVisible()
  expect(await questionsChosen(page, say)).toEqual(chosen)
  await expect(form.newPassword).toHaveValue('')
  for (const number of [1, 2, 3]) {
    // oxlint-disable-next-line no-await-in-loop -- one field after the other
    await expect(form.answer(number)).toHaveValue('')
  }
})

test('killed in step 2: everything typed is there again', async ({ launch, say }) => {
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, newcomer)
  await securityForm(first.page, say).heading.waitFor()
  await fillSecurity(first.page, say, enrolment)
  await securityForm(first.page, say).next.click()
  await personalDataForm(first.page, say).heading.waitFor()
  await fillPersonalData(first.page, say, enrolment)
  await personalDataForm(first.page, say).alertsByEmail.check()
  const lastName = say('enrolment:personalData.lastName')
  await typeLast(first.page, lastName, 'Dumont-Peeters')
  await first.kill()

  const { page } = await launch()
  const form = personalDataForm(page, say)
  await expect(form.heading).toBeVisible()
  await expect(form.email).toHaveValue(enrolment.email)
  await expect(form.emailConfirmation).toHaveValue(enrolment.emailConfirmation)
  await expect(form.firstName).toHaveValue(enrolment.firstName)
  await expect(form.lastName).toHaveValue('Dumont-Peeters')
  await expect(form.alertsByEmail).toBeChecked()
  await form.next.click()
  await expect(home(page, say).banner).toBeVisible()
})

test('going back and forth between the steps loses nothing', async ({ launch, say }) => {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await signIn(page, say, newcomer)
  const security = securityForm(page, say)
  await security.heading.waitFor()
  await fillSecurity(page, say, enrolment)
  const chosen = await questionsChosen(page, say)
  await security.next.click()
  const personalData = personalDataForm(page, say)
  await personalData.heading.waitFor()
  await fillPersonalData(page, say, enrolment)

  await personalData.back.click()
  await expect(security.heading).toBeFocused()
  await expect(security.newPassword).toHaveValue(enrolment.newPassword)
  expect(await questionsChosen(page, say)).toEqual(chosen)
  await expect(security.answer(2)).toHaveValue(enrolment.answers[1])

  await security.next.click()
  await expect(personalData.heading).toBeFocused()
  await expect(personalData.email).toHaveValue(enrolment.email)
  await expect(personalData.lastName).toHaveValue(enrolment.lastName)
})

test('who does not stay signed in finds the same step after signing in again', async ({
  launch,
  say,
}) => {
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signInForm(first.page, say).staySignedIn.uncheck()
  await signIn(first.page, say, newcomer)
  await securityForm(first.page, say).heading.waitFor()
  await chooseQuestions(first.page, say)
  await securityForm(first.page, say).question(3).blur()
  const chosen = await questionsChosen(first.page, say)
  await keptInMain(first.page, chosen)
  await first.close()

  const { page } = await launch()
  await expect(signInForm(page, say).username).toHaveValue(newcomer.username)
  await signInForm(page, say).password.fill(newcomer.password)
  await signInForm(page, say).password.press('Enter')
  await securityForm(page, say).heading.waitFor()
  expect(await questionsChosen(page, say)).toEqual(chosen)
})

test('killed right after the last step: the account is registered, and open', async ({
  launch,
  say,
}) => {
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, newcomer)
  await completeEnrolment(first.page, say, enrolment)
  await first.kill()

  const { page } = await launch()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('apply:title'))
})
