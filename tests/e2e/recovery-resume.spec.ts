/** Whatever interrupts a recovery, the person goes on where they were, and leaves no secret behind. */
import {
  alertWith,
  chooseService,
  home,
  regular,
  signIn,
  signInForm,
  signOut,
} from './support/flows.ts'
import { filesWith, keptOnDisk } from './support/disk.ts'
import { countKeychainEntries, keychainObstacle } from './support/keychain.ts'
import { readCode } from './support/letters.ts'
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
import { loadTexts } from './support/texts.ts'

const { username, email, answers } = recovering.fr
/** Long enough not to be found by chance. */
const typed = answers.map(([, answer]) => answer).filter(({ length }) => length > 4)

/** The portal's name of the recovery, which opens it to whoever knows it. */
function idOf(calls: readonly string[]): string {
  const [, id] = /\/v1\/recoveries\/([\w-]{43,})/u.exec(calls.join('\n')) ?? []
  if (id === undefined) throw new Error('No recovery was named to the portal')
  return id
}

test('killed in step 2 and in step 3: it goes on, and no secret is on the disk', async ({
  launch,
  faulty,
  mailbox,
  profile,
  keychain,
  say,
}) => {
  test.skip(keychainObstacle() !== null, 'without a keychain nothing is kept')
  const at = { portalUrl: faulty.url }
  const first = await launch(at)
  await chooseService(first.page, say, 'servnet')
  await forgetPassword(first.page, say)
  await keptOnDisk(profile, () => beginRecovery(first.page, say, username))
  const code = await readCode(mailbox, { to: email, subject: say('mail:recovery_code.subject') })
  await fillAnswers(first.page, say, answers, code)
  await first.kill()
  const secrets = () => [...typed, code, newPassword, idOf(faulty.calls)]

  const second = await launch(at)
  await chooseService(second.page, say, 'servnet')
  await forgetPassword(second.page, say)
  const form = recoveryForm(second.page, say)
  await expect(form.heading('answers')).toBeVisible()
  await expect(form.answer('favourite-city')).toHaveValue('')
  await expect(form.code).toHaveValue('')
  expect(filesWith(profile, secrets())).toEqual([])
  await fillAnswers(second.page, say, answers, code)
  await form.next.click()
  await form.heading('password').waitFor()
  await form.newPassword.fill(newPassword)
  await second.kill()
  expect(filesWith(profile, secrets())).toEqual([])

  const third = await launch(at)
  await chooseService(third.page, say, 'servnet')
  await forgetPassword(third.page, say)
  await choosePassword(third.page, say, newPassword)
  await recoveryForm(third.page, say).toSignIn.click()
  await signIn(third.page, say, { username, password: newPassword })
  await expect(home(third.page, say).banner).toBeVisible()
  await signOut(third.page, say)
  await expect.poll(() => countKeychainEntries(keychain)).toBe(0)
  await third.close()
  expect(filesWith(profile, [...secrets(), username])).toEqual([])
})

test('the language changes in the middle: the questions follow, what is typed stays', async ({
  launch,
  say,
}) => {
  const english = await loadTexts('en')
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await forgetPassword(page, say)
  await beginRecovery(page, say, username)
  await fillAnswers(page, say, answers, '123')
  await page.getByLabel(say('common:language.label')).selectOption('English')
  const form = recoveryForm(page, english)
  for (const [id, answer] of answers) {
    // oxlint-disable-next-line no-await-in-loop -- one field after the other
    await expect(form.answer(id)).toHaveValue(answer)
  }
  await expect(form.code).toHaveValue('123')
  await form.next.click()
  await expect(alertWith(page, english('errors:fields.code_numeric'))).toBeVisible()
})

test('to and fro between signing in and the first step, the username comes along', async ({
  launch,
  say,
}) => {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await signInForm(page, say).username.fill('marie')
  await forgetPassword(page, say)
  await expect(recoveryForm(page, say).username).toHaveValue('marie')
  await recoveryForm(page, say).username.fill(regular.nl.username)
  await page.goBack()
  await expect(signInForm(page, say).username).toHaveValue(regular.nl.username)
  await expect(page).toHaveURL(/\/sign-in$/u)
})
