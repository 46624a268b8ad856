/** A forgotten password, end to end, as the guide tells it. */
import type { Page } from '@playwright/test'
import { alertWith, chooseService, home, regular, signIn, signInForm } from './support/flows.ts'
import { signInElsewhere, trySignIn } from './support/other-device.ts'
import { letterTo, lettersTo, readCode } from './support/letters.ts'
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
import type { Say } from './support/texts.ts'

for (const language of ['fr', 'nl'] as const) {
  test.describe(language, () => {
    test.use({ language })

    test('three steps, and back to signing in with the new password', async ({
      launch,
      portal,
      mailbox,
      say,
    }) => {
      const { username, email, answers } = recovering[language]
      const other = await signInElsewhere(portal.url, regular[language])
      const { page } = await launch()
      await chooseService(page, say, 'servnet')
      await signInForm(page, say).username.fill(username)
      await forgetPassword(page, say)
      const form = recoveryForm(page, say)
      await expect(form.username).toHaveValue(username)
      await form.username.press('Enter')

      await expect(form.heading('answers')).toBeFocused()
      const subject = say('mail:recovery_code.subject')
      const code = await readCode(mailbox, { to: email, subject })
      await fillAnswers(page, say, answers, code)
      await form.code.press('Enter')
      await expect(form.heading('password')).toBeFocused()
      await choosePassword(page, say, newPassword)
      await expect(page.getByText(say('recovery:done.text'))).toBeVisible()
      await form.toSignIn.click()

      await expect(page).toHaveURL(/\/sign-in$/u)
      await expect(signInForm(page, say).username).toHaveValue(username)
      await signInForm(page, say).password.fill(newPassword)
      await signInForm(page, say).password.press('Enter')
      await expect(home(page, say).banner).toBeVisible()

      expect((await trySignIn(portal.url, regular[language])).status).toBe(401)
      expect((await other.call('GET', '/v1/sessions')).status).toBe(401)
      await letterTo(mailbox, { to: email, subject: say('mail:password_recovered.subject') })
      expect(lettersTo(mailbox, { to: email, subject })).toHaveLength(1)
    })
  })
}

test('answers in other case, with other spaces, with accents composed otherwise', async ({
  launch,
  portal,
  mailbox,
  say,
}) => {
  const { username, email, answers } = recovering.fr
  const [city, name] = answers
  const own = [city, name, ['first-pet', 'Médor l’Élégant']] as const
  const person = await signInElsewhere(portal.url, regular.fr)
  const { password } = regular.fr
  await person.call('POST', '/v1/sessions/current/reauthenticate', { password })
  const saved = await person.call('PUT', '/v1/me/security-questions', {
    answers: own.map(([questionId, answer]) => ({ questionId, answer })),
  })
  expect(saved.status).toBe(200)

  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await forgetPassword(page, say)
  await beginRecovery(page, say, ' MARIE.Lambert ')
  const code = await readCode(mailbox, { to: email, subject: say('mail:recovery_code.subject') })
  const typed = [
    ['favourite-city', '  nAMUR '],
    ['mothers-maiden-name', 'DELVAUX'],
    ['first-pet', ' médor   L’élégant'.normalize('NFD')],
  ] as const
  await fillAnswers(page, say, typed, ` ${code.slice(0, 3)} ${code.slice(3)} `)
  await recoveryForm(page, say).next.click()
  await choosePassword(page, say, newPassword)
  await recoveryForm(page, say).toSignIn.click()
  await signIn(page, say, { username, password: newPassword })
  await expect(home(page, say).banner).toBeVisible()
})

/** What the second step says to this username, first and after a failure; the name left out. */
async function wordsFor(page: Page, say: Say, username: string): Promise<string[]> {
  const form = recoveryForm(page, say)
  if (await form.previous.isVisible()) await form.previous.click()
  await beginRecovery(page, say, username)
  const step = page.getByRole('main')
  const boxes = step.getByRole('textbox')
  const questions = await boxes.count()
  const asked = await step.innerText()
  for (const [index, box] of (await boxes.all()).entries()) {
    // oxlint-disable-next-line no-await-in-loop -- a person fills in one field after the other
    await box.fill(index < questions - 1 ? `Faux ${index}` : '000000')
  }
  await form.next.click()
  const failed = alertWith(page, say('errors:verification_failed.message'))
  await expect(failed).toBeFocused()
  const texts = [asked, await failed.innerText()]
  const labels = await step.locator('label').allInnerTexts()
  return texts.map((text) =>
    // The questions differ from one person to the other, and so does the minute.
    [username, ...labels]
      .reduce((left, part) => left.replaceAll(part, '…'), text)
      // So do the minutes until which request and code are good, shortly before midnight with their day.
      .replaceAll(/jusqu’(?:à|au .+?,) \d+:\d+/gu, '…')
      // How long is left depends on when one looks.
      .replace(/\d+\s(?:minute|seconde)[^.]*/u, '…'),
  )
}

test('a username that nobody has: the same way, the same words, no message', async ({
  launch,
  mailbox,
  say,
}) => {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await forgetPassword(page, say)
  const unknown = await wordsFor(page, say, 'personne.ici')
  const invited = await wordsFor(page, say, 'nouveau.client')
  const known = await wordsFor(page, say, recovering.fr.username)
  expect(unknown).toEqual(known)
  expect(invited).toEqual(known)
  const subject = say('mail:recovery_code.subject')
  await letterTo(mailbox, { to: recovering.fr.email, subject })
  // Messages leave in the order in which they were asked for: none came before that one.
  expect(mailbox.received).toHaveLength(1)
})

test.describe('where the tenant asks for no code', () => {
  test.use({ portalFlags: ['--no-recovery-code'] })

  test('the guide’s own pages: three questions and nothing else', async ({
    launch,
    mailbox,
    say,
  }) => {
    const { username, email, answers } = recovering.fr
    const { page } = await launch()
    await chooseService(page, say, 'servnet')
    await forgetPassword(page, say)
    await beginRecovery(page, say, username)
    const form = recoveryForm(page, say)
    await expect(page.getByText(say('recovery:answers.intro'))).toBeVisible()
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(3)
    await expect(form.sendAgain).toBeHidden()
    await fillAnswers(page, say, answers, null)
    await form.next.click()
    await choosePassword(page, say, newPassword)
    await letterTo(mailbox, { to: email, subject: say('mail:password_recovered.subject') })
    expect(mailbox.received).toHaveLength(1)
  })
})

test.describe('where the tenant asks no questions', () => {
  test.use({ portalFlags: ['--no-recovery-questions'] })

  test('the code alone', async ({ launch, mailbox, say }) => {
    const { username, email } = recovering.fr
    const { page } = await launch()
    await chooseService(page, say, 'servnet')
    await forgetPassword(page, say)
    await beginRecovery(page, say, username)
    const form = recoveryForm(page, say)
    await expect(form.heading('code')).toBeVisible()
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(1)
    await form.code.fill('BCDF GHJK')
    await form.next.click()
    await expect(alertWith(page, say('errors:verification_failed.message'))).toBeVisible()
    const subject = say('mail:recovery_code.subject')
    await form.code.fill(await readCode(mailbox, { to: email, subject }))
    await form.next.click()
    await choosePassword(page, say, newPassword)
  })
})
