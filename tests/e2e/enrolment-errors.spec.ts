/** What enrolment does not accept: everything at once, at its field, with what to do. */
import type { Page } from '@playwright/test'
import {
  alertWith,
  chooseService,
  completeEnrolment,
  enrolment,
  fillPersonalData,
  fillSecurity,
  home,
  newcomer,
  personalDataForm,
  regular,
  securityForm,
  signIn,
} from './support/flows.ts'
import { expect, test } from './support/test.ts'
import type { Say } from './support/texts.ts'

type Launch = () => Promise<{ readonly page: Page }>

async function enrolling(launch: Launch, say: Say): Promise<Page> {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await signIn(page, say, newcomer)
  await securityForm(page, say).heading.waitFor()
  return page
}

test('a weak password: every rule that it fails, at once', async ({ launch, say }) => {
  const page = await enrolling(launch, say)
  const form = securityForm(page, say)
  await fillSecurity(page, say, { ...enrolment, newPassword: 'nouveau' })
  await form.next.click()
  const alert = page.getByRole('alert')
  await expect(alert).toBeFocused()
  for (const failure of [
    say('errors:fields.too_short', { min: 12 }),
    say('errors:fields.missing_upper'),
    say('errors:fields.missing_digit'),
    say('errors:fields.missing_symbol'),
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one sentence after the other
    await expect(alert).toContainText(failure)
  }
  await expect(form.newPassword).toHaveValue('nouveau')
  await expect(form.answer(1)).toHaveValue(enrolment.answers[0])

  await form.newPassword.fill('Nouveau.Client-2026!')
  await form.next.click()
  await expect(page.getByText(say('errors:fields.contains_username')).first()).toBeVisible()

  await form.newPassword.fill(enrolment.newPassword)
  await form.next.click()
  await expect(personalDataForm(page, say).heading).toBeVisible()
})

test('the initial password cannot stay', async ({ launch, say }) => {
  const page = await enrolling(launch, say)
  const form = securityForm(page, say)
  await fillSecurity(page, say, { ...enrolment, newPassword: newcomer.password })
  await form.next.click()
  await expect(page.getByText(say('errors:fields.used_before')).first()).toBeVisible()
  await expect(form.newPassword).toHaveValue(newcomer.password)
})

test('answers that are alike, or say the password', async ({ launch, say }) => {
  const page = await enrolling(launch, say)
  const form = securityForm(page, say)
  const answers = ['Namur', ' NAMUR ', enrolment.newPassword] as const
  await fillSecurity(page, say, { ...enrolment, answers })
  await form.next.click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(say('errors:fields.answers_alike'))
  await expect(alert).toContainText(say('errors:fields.answer_is_password'))
  await expect(form.answer(2)).toHaveValue(' NAMUR ')

  await form.answer(2).fill('Delvaux')
  await form.answer(3).fill('Rex')
  await form.next.click()
  await expect(personalDataForm(page, say).heading).toBeVisible()
})

test('e-mail addresses that differ, then one that another account has', async ({ launch, say }) => {
  const page = await enrolling(launch, say)
  await fillSecurity(page, say, enrolment)
  await securityForm(page, say).next.click()
  const form = personalDataForm(page, say)
  await form.heading.waitFor()
  const other = 'claire.dumond@dedert.example'
  await fillPersonalData(page, say, { ...enrolment, emailConfirmation: other })
  await form.next.click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(say('errors:fields.emails_differ'))
  await alert.getByRole('link', { name: say('errors:fields.emails_differ') }).click()
  await expect(form.emailConfirmation).toBeFocused()
  await expect(form.emailConfirmation).toHaveValue(other)

  const taken = 'Marie.Lambert@dedert-icesticks.example'
  await form.email.fill(taken)
  await form.emailConfirmation.fill(taken)
  await form.next.click()
  await expect(alertWith(page, say('errors:fields.email_taken'))).toBeVisible()
  await expect(form.email).toHaveValue(taken)
  await expect(form.firstName).toHaveValue(enrolment.firstName)

  await form.email.fill(enrolment.email)
  await form.emailConfirmation.fill(enrolment.email)
  await form.next.click()
  await expect(home(page, say).banner).toBeVisible()
})

test('the portal goes away in the middle of both steps: nothing typed is lost', async ({
  launch,
  faulty,
  say,
}) => {
  const page = await enrolling(() => launch({ portalUrl: faulty.url }), say)
  const security = securityForm(page, say)
  await fillSecurity(page, say, enrolment)
  await faulty.shut()
  await security.next.click()
  const unreachable = alertWith(
    page,
    say('errors:portal_unreachable.message'),
    say('errors:portal_unreachable.next'),
  )
  await expect(unreachable).toBeFocused()
  await expect(security.newPassword).toHaveValue(enrolment.newPassword)
  await expect(security.answer(3)).toHaveValue(enrolment.answers[2])
  await faulty.open()
  await security.next.click()

  const personalData = personalDataForm(page, say)
  await personalData.heading.waitFor()
  await fillPersonalData(page, say, enrolment)
  await faulty.shut()
  await personalData.next.click()
  await expect(unreachable).toBeFocused()
  await expect(personalData.email).toHaveValue(enrolment.email)
  await faulty.open()
  await personalData.next.click()
  await expect(home(page, say).banner).toBeVisible()
})

test('an initial password is useless after enrolment', async ({
  launch,
  profile,
  keychain,
  say,
}) => {
  const page = await enrolling(launch, say)
  await completeEnrolment(page, say, enrolment)
  const elsewhere = await launch({
    profile: `${profile}-elsewhere`,
    keychain: `${keychain} elsewhere`,
  })
  await chooseService(elsewhere.page, say, 'servnet')
  await signIn(elsewhere.page, say, newcomer)
  await expect(alertWith(elsewhere.page, say('errors:invalid_credentials.message'))).toBeVisible()
  await signIn(elsewhere.page, say, { ...regular.fr })
  await expect(home(elsewhere.page, say).banner).toBeVisible()
})
