/** A recovery's code: until when it counts, another one, and what stands around it. */
import { alertWith } from './support/flows.ts'
import { changeDatabase } from './support/portal-database.ts'
import { readCode } from './support/letters.ts'
import {
  beginRecovery,
  expectRefused,
  fillAnswers,
  forgetful,
  recovering,
  recoveryForm,
} from './support/recovery-flows.ts'
import { expect, test } from './support/test.ts'

const { username, email, answers } = recovering.fr

test('a code that comes too late takes no try, and keeps the answers', async ({
  launch,
  portal,
  mailbox,
  say,
}) => {
  const subject = say('mail:recovery_code.subject')
  const page = await forgetful(launch, say)
  const form = recoveryForm(page, say)
  await beginRecovery(page, say, username)
  // Shortly before midnight with its day.
  await expect(page.getByText(/^Valable jusqu’(?:à|au .+,) \d\d:\d\d\.$/u)).toBeVisible()
  await fillAnswers(page, say, answers, await readCode(mailbox, { to: email, subject }))
  changeDatabase(portal, 'update recoveries set code_expires_at = 1, next_code_at = 1')
  await form.next.click()
  await expect(alertWith(page, say('errors:code_expired.message'))).toBeFocused()
  await expect(page.getByText(say('forms:code.over'))).toBeVisible()
  await expect(form.code).toHaveValue('')
  await expect(form.answer('first-pet')).toHaveValue('Rex')

  await page.reload()
  await form.sendAgain.click()
  await expect(form.code).toBeFocused()
  await expect(page.getByText(say('forms:code.over'))).toBeHidden()
  const code = await readCode(mailbox, { to: email, subject }, 2)
  // As it is copied out of the message.
  await fillAnswers(page, say, answers, `Code : ${code}, Atradius`)
  await form.next.click()
  await expect(form.heading('password')).toBeVisible()
})

test('another code: after a countdown, and the older one counts no longer', async ({
  launch,
  portal,
  mailbox,
  say,
}) => {
  const subject = say('mail:recovery_code.subject')
  const page = await forgetful(launch, say)
  const form = recoveryForm(page, say)
  await beginRecovery(page, say, username)
  const older = await readCode(mailbox, { to: email, subject })
  const countdown = page.getByRole('timer')
  const first = await countdown.innerText()
  await expect(countdown).not.toHaveText(first)
  await expect(form.sendAgain).toBeHidden()

  changeDatabase(portal, 'update recoveries set next_code_at = 1')
  await page.reload()
  await form.code.fill(older)
  await form.sendAgain.click()
  await expect(page.getByText(say('forms:code.sent'))).toBeVisible()
  await expect(form.code).toBeFocused()
  await expect(form.code).toHaveValue('')
  await expect(countdown).toContainText(/\d/u)
  const newer = await readCode(mailbox, { to: email, subject }, 2)
  await fillAnswers(page, say, answers, older)
  await form.next.click()
  await expectRefused(page, say, 4)
  await form.code.fill(newer)
  await form.next.click()
  await expect(form.heading('password')).toBeVisible()
})
