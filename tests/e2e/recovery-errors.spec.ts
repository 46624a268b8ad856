/** What a recovery does not accept, and what gets in its way: said in words, and nothing is lost. */
import type { Page } from '@playwright/test'
import { alertWith, home, regular, signIn, signInForm } from './support/flows.ts'
import { changeDatabase, firstRow } from './support/portal-database.ts'
import { lettersTo, readCode } from './support/letters.ts'
import {
  beginRecovery,
  expectRefused,
  fillAnswers,
  forgetful,
  newPassword,
  recovering,
  recoveryForm,
} from './support/recovery-flows.ts'
import { expect, test } from './support/test.ts'
import { loadTexts } from './support/texts.ts'
import type { Say } from './support/texts.ts'

const { username, email, answers } = recovering.fr

test('wrong answers and codes of all kinds: five tries, then it starts again', async ({
  launch,
  portal,
  mailbox,
  say,
}) => {
  const subject = say('mail:recovery_code.subject')
  const page = await forgetful(launch, say)
  const form = recoveryForm(page, say)
  await beginRecovery(page, say, username)
  const earlier = await readCode(mailbox, { to: email, subject })
  await form.previous.click()
  const { nl } = recovering
  await beginRecovery(page, say, nl.username)
  const dutch = await loadTexts('nl')
  const another = await readCode(mailbox, {
    to: nl.email,
    subject: dutch('mail:recovery_code.subject'),
  })
  await form.previous.click()
  await beginRecovery(page, say, username)
  const code = await readCode(mailbox, { to: email, subject }, 2)

  const [city, name] = answers
  await fillAnswers(page, say, [city, name, ['first-pet', 'Milou']], code)
  await form.next.click()
  await expectRefused(page, say, 4)
  await expect(form.answer('favourite-city')).toHaveValue('Namur')
  await expect(form.answer('first-pet')).toHaveValue('Milou')
  await expect(form.code).toHaveValue(code)

  await fillAnswers(page, say, answers, earlier)
  await form.next.click()
  await expectRefused(page, say, 3)
  await form.code.fill(another)
  await form.next.click()
  await expectRefused(page, say, 2)
  await form.code.fill(earlier)
  await form.next.click()
  await expectRefused(page, say, 1)
  await expect(form.answer('first-pet')).toHaveValue('Rex')
  await form.next.click()

  await expect(page.getByText(say('recovery:over.title'))).toBeVisible()
  await expect(form.username).toHaveValue(username)
  await form.next.click()
  await expect(form.heading('answers')).toBeFocused()
  await expect(form.answer('favourite-city')).toHaveValue('')
  await expect(form.code).toHaveValue('')
  await fillAnswers(page, say, answers, await readCode(mailbox, { to: email, subject }, 3))
  // As five tries with the right code would have it.
  const until = Date.now() + 60_000
  changeDatabase(
    portal,
    `update throttles set blocked_until = ${until} where key like 'recovery-answers:%'`,
  )
  await form.next.click()
  const throttled = alertWith(page, say('errors:too_many_attempts.message'))
  await expect(throttled).toContainText(say('recovery:signInOpen'))
  await expect(throttled.getByRole('timer')).toContainText(/\d/u)

  await page.getByRole('link', { name: say('recovery:back') }).click()
  await expect(signInForm(page, say).username).toHaveValue(username)
  await signIn(page, say, regular.fr)
  await expect(home(page, say).banner).toBeVisible()
})

test('an expired request explains itself and starts again with the username', async ({
  launch,
  portal,
  mailbox,
  say,
}) => {
  const subject = say('mail:recovery_code.subject')
  const page = await forgetful(launch, say)
  const form = recoveryForm(page, say)
  await beginRecovery(page, say, username)
  await fillAnswers(page, say, answers, await readCode(mailbox, { to: email, subject }))
  changeDatabase(portal, 'update recoveries set expires_at = 1')
  await form.next.click()

  await expect(page.getByText(say('recovery:over.text'))).toBeVisible()
  await expect(form.heading('username')).toBeFocused()
  await expect(form.username).toHaveValue(username)
  await form.next.click()
  await expect(form.heading('answers')).toBeFocused()
  await expect(form.answer('favourite-city')).toHaveValue('')
  await fillAnswers(page, say, answers, await readCode(mailbox, { to: email, subject }, 2))
  await form.next.click()

  await form.heading('password').waitFor()
  changeDatabase(portal, 'update recoveries set expires_at = 1')
  await form.newPassword.fill(newPassword)
  await form.again.fill(newPassword)
  await form.next.click()
  await expect(page.getByText(say('recovery:over.text'))).toBeVisible()
  await expect(form.username).toHaveValue(username)
})

test('the mail server is away: the page does not wait, and the code comes when it is back', async ({
  launch,
  portal,
  mailbox,
  say,
}) => {
  await mailbox.goDown()
  const page = await forgetful(launch, say)
  await beginRecovery(page, say, username)
  await page.getByText(say('recovery:noMail.title')).click()
  await expect(page.getByText(say('recovery:noMail.spam'))).toBeVisible()
  const tried = () => firstRow(portal, 'select last_error from mails')['last_error']
  await expect.poll(tried).not.toBeNull()
  await mailbox.comeUp()
  const subject = say('mail:recovery_code.subject')
  const code = await readCode(mailbox, { to: email, subject })
  await fillAnswers(page, say, answers, code)
  await recoveryForm(page, say).next.click()
  await expect(recoveryForm(page, say).heading('password')).toBeVisible()
  expect(lettersTo(mailbox, { to: email, subject })).toHaveLength(1)
})

test('a mail server that says nothing holds up neither this request nor the next', async ({
  launch,
  mailbox,
  say,
}) => {
  const greet = mailbox.holdGreetings()
  const page = await forgetful(launch, say)
  await beginRecovery(page, say, recovering.nl.username)
  await recoveryForm(page, say).previous.click()
  await beginRecovery(page, say, username)
  expect(mailbox.received).toHaveLength(0)
  greet()
  const subject = say('mail:recovery_code.subject')
  await fillAnswers(page, say, answers, await readCode(mailbox, { to: email, subject }))
  await recoveryForm(page, say).next.click()
  await expect(recoveryForm(page, say).heading('password')).toBeVisible()
})

test('the portal goes away at each of the three steps: nothing typed is lost', async ({
  launch,
  faulty,
  mailbox,
  say,
}) => {
  const page = await forgetful(() => launch({ portalUrl: faulty.url }), say)
  const form = recoveryForm(page, say)
  const unreachable = alertWith(page, say('errors:portal_unreachable.message'))
  await form.username.fill(username)
  await faulty.shut()
  await form.next.click()
  await expect(unreachable).toBeFocused()
  await expect(form.username).toHaveValue(username)
  await faulty.open()
  await form.next.click()

  await expect(form.heading('answers')).toBeFocused()
  const subject = say('mail:recovery_code.subject')
  const code = await readCode(mailbox, { to: email, subject })
  await fillAnswers(page, say, answers, code)
  await faulty.shut()
  await form.next.click()
  await expect(unreachable).toBeFocused()
  await expect(form.answer('first-pet')).toHaveValue('Rex')
  await expect(form.code).toHaveValue(code)
  await faulty.open()
  await form.next.click()

  await form.heading('password').waitFor()
  await form.newPassword.fill(newPassword)
  await form.again.fill(newPassword)
  await faulty.shut()
  await form.next.click()
  await expect(unreachable).toBeFocused()
  await expect(form.again).toHaveValue(newPassword)
  await faulty.open()
  await form.next.click()
  await expect(form.done).toBeVisible()
})

test('an old password is named as such, another one is accepted', async ({
  launch,
  mailbox,
  say,
}) => {
  const subject = say('mail:recovery_code.subject')
  const page = await forgetful(launch, say)
  const form = recoveryForm(page, say)
  await beginRecovery(page, say, username)
  await fillAnswers(page, say, answers, await readCode(mailbox, { to: email, subject }))
  await form.next.click()
  await form.heading('password').waitFor()
  await form.newPassword.fill(regular.fr.password)
  await form.again.fill('Autre-Chose-2026!')
  await form.next.click()
  await expect(page.getByRole('alert')).toContainText(say('errors:fields.passwords_differ'))
  await form.again.fill(regular.fr.password)
  await form.next.click()
  await expect(page.getByRole('alert')).toContainText(say('errors:fields.used_before'))
  await expect(form.newPassword).toHaveValue(regular.fr.password)
  await choosePasswordAgain(page, say)
})

async function choosePasswordAgain(page: Page, say: Say): Promise<void> {
  const form = recoveryForm(page, say)
  await form.newPassword.fill(newPassword)
  await form.again.fill(newPassword)
  await form.next.click()
  await expect(form.done).toBeVisible()
}
