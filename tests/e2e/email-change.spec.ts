/** A new e-mail address: it counts once its code is entered, and the old one is told. */
import type { Page } from '@playwright/test'
import { alertWith, regular } from './support/flows.ts'
import { changeDatabase } from './support/portal-database.ts'
import { letterTo, lettersTo, readCode } from './support/letters.ts'
import {
  emailForm,
  openSection,
  reauthenticate,
  reauthentication,
  requestEmail,
  signInToProfile,
} from './support/profile-flows.ts'
import { recovering } from './support/recovery-flows.ts'
import { expect, test } from './support/test.ts'
import type { Say } from './support/texts.ts'

const { password } = regular.fr
const old = recovering.fr.email
const fresh = 'm.lambert@nouvelle-adresse.example'

async function personalData(
  launch: () => Promise<{ readonly page: Page }>,
  say: Say,
): Promise<Page> {
  const { page } = await launch()
  await signInToProfile(page, say, regular.fr)
  await openSection(page, say, 'personal')
  return page
}

test('the password again, a code to the new address, a word to the old one', async ({
  launch,
  mailbox,
  say,
}) => {
  const page = await personalData(launch, say)
  const form = emailForm(page, say)
  await requestEmail(page, say, fresh)
  const asked = reauthentication(page, say)
  await asked.password.fill('Pas-Le-Bon-2026!')
  await asked.submit.click()
  await expect(asked.dialog).toContainText(say('errors:fields.invalid_credentials'))
  await asked.cancel.click()
  await expect(form.email).toHaveValue(fresh)
  await form.request.click()
  await reauthenticate(page, say, password)

  await expect(page.getByText(say('profile:email.pending', { email: fresh }))).toBeVisible()
  const subject = say('mail:email_change_code.subject')
  const code = await readCode(mailbox, { to: fresh, subject })
  const told = { to: old, subject: say('mail:email_change_requested.subject') }
  expect((await letterTo(mailbox, told)).text).toContain(fresh)
  await expect(page.getByText(say('profile:email.delivery.sent'))).toBeVisible()
  await form.code.fill(code === '000000' ? '000001' : '000000')
  await form.confirm.click()
  const refused = alertWith(page, say('errors:verification_failed.message'))
  await expect(refused).toContainText(/\d|un essai/u)

  // Closing the app in between loses nothing.
  await page.reload()
  await form.code.fill(code)
  await form.confirm.click()
  await expect(page.getByText(say('profile:email.changed', { email: fresh }))).toBeVisible()
  await letterTo(mailbox, { to: old, subject: say('mail:email_changed.subject') })
  expect(lettersTo(mailbox, { to: fresh, subject })).toHaveLength(1)
})

test('an address that another account has, in whatever case, and one’s own', async ({
  launch,
  mailbox,
  say,
}) => {
  const page = await personalData(launch, say)
  const form = emailForm(page, say)
  await requestEmail(page, say, recovering.nl.email.toUpperCase())
  await reauthenticate(page, say, password)
  await expect(alertWith(page, say('errors:fields.email_taken'))).toBeFocused()
  await expect(form.email).toHaveValue(recovering.nl.email.toUpperCase())

  await requestEmail(page, say, old)
  await expect(page.getByRole('alert')).toContainText(say('errors:fields.email_unchanged'))
  await form.again.fill(fresh)
  await form.request.click()
  await expect(page.getByRole('alert')).toContainText(say('errors:fields.emails_differ'))
  expect(mailbox.received).toHaveLength(0)
})

test('the mail server is away, then back: told, tried again, and the code arrives', async ({
  launch,
  mailbox,
  say,
}) => {
  await mailbox.goDown()
  const page = await personalData(launch, say)
  await requestEmail(page, say, fresh)
  await reauthenticate(page, say, password)
  await expect(page.getByText(say('profile:email.delivery.delayed'))).toBeVisible()
  await mailbox.comeUp()
  const subject = say('mail:email_change_code.subject')
  const code = await readCode(mailbox, { to: fresh, subject })
  await expect(page.getByText(say('profile:email.delivery.sent'))).toBeVisible()
  await emailForm(page, say).code.fill(code)
  await emailForm(page, say).confirm.click()
  await expect(page.getByText(say('profile:email.changed', { email: fresh }))).toBeVisible()
})

test('the mail server is slow: the message is about to leave; the change can be given up', async ({
  launch,
  mailbox,
  say,
}) => {
  const page = await personalData(launch, say)
  const greet = mailbox.holdGreetings()
  await requestEmail(page, say, fresh)
  await reauthenticate(page, say, password)
  await expect(page.getByText(say('profile:email.delivery.queued'))).toBeVisible()
  greet()
  await expect(page.getByText(say('profile:email.delivery.sent'))).toBeVisible()
  await emailForm(page, say).giveUp.click()
  await expect(page.getByText(say('profile:email.cancelled', { email: old }))).toBeVisible()
})

test('an address that refuses: said, and corrected', async ({ launch, mailbox, say }) => {
  const wrong = 'm.lambret@nouvelle-adresse.example'
  mailbox.judge((address) => (address === wrong ? 'refuse' : 'accept'))
  const page = await personalData(launch, say)
  const form = emailForm(page, say)
  await requestEmail(page, say, wrong)
  await reauthenticate(page, say, password)
  const refused = say('profile:email.delivery.refused', { email: wrong })
  await expect(page.getByText(refused)).toBeVisible()
  await form.correct.click()
  await expect(form.email).toHaveValue(wrong)

  await requestEmail(page, say, fresh)
  const subject = say('mail:email_change_code.subject')
  await form.code.fill(await readCode(mailbox, { to: fresh, subject }))
  await form.confirm.click()
  await expect(page.getByText(say('profile:email.changed', { email: fresh }))).toBeVisible()
})

test('another code after a minute; five minutes after the password it is asked for again', async ({
  launch,
  portal,
  mailbox,
  say,
}) => {
  const page = await personalData(launch, say)
  const form = emailForm(page, say)
  const subject = say('mail:email_change_code.subject')
  await requestEmail(page, say, fresh)
  await reauthenticate(page, say, password)
  const older = await readCode(mailbox, { to: fresh, subject })
  await expect(page.getByRole('timer')).toContainText(/\d/u)
  changeDatabase(portal, 'update email_changes set next_code_at = 1')
  changeDatabase(portal, 'update sessions set reauthenticated_until = 1')
  await page.reload()
  await page.getByRole('button', { name: say('forms:code.send') }).click()
  await reauthenticate(page, say, password)
  const newer = await readCode(mailbox, { to: fresh, subject }, 2)
  await form.code.fill(older)
  await form.confirm.click()
  await expect(alertWith(page, say('errors:verification_failed.message'))).toBeVisible()
  await form.code.fill(newer)
  await form.confirm.click()
  await expect(page.getByText(say('profile:email.changed', { email: fresh }))).toBeVisible()
})
