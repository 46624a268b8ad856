/** What the home page brings up by itself: a password that will expire, questions to rehearse. */
import { chooseService, home, pressHome, regular, signIn } from './support/flows.ts'
import { changePassword } from './support/password-flows.ts'
import { changeDatabase } from './support/portal-database.ts'
import { letterTo, lettersTo } from './support/letters.ts'
import { reauthenticate, rehearsalForm, rehearse } from './support/profile-flows.ts'
import { newPassword, recovering } from './support/recovery-flows.ts'
import { expect, test } from './support/test.ts'
import type { JourneyPortal } from './support/journey-portal.ts'

const { username, password } = regular.fr
const day = 24 * 60 * 60_000

/** A password that was chosen long ago cannot be waited for. */
function letPasswordExpireIn(portal: JourneyPortal, days: number): void {
  const statement = 'update users set password_expires_at = ? where username = ?'
  changeDatabase(portal, statement, Date.now() + days * day, username)
}

test('a password that will expire: told once by e-mail, and in the app until put off', async ({
  launch,
  portal,
  mailbox,
  say,
}) => {
  letPasswordExpireIn(portal, 6)
  await portal.command('send-expiry-notices')
  await portal.command('send-expiry-notices')
  const subject = say('mail:password_expiry.subject_later', { days: 6 })
  await letterTo(mailbox, { to: recovering.fr.email, subject })
  expect(mailbox.received).toHaveLength(1)

  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, regular.fr)
  const reminder = (page: typeof first.page) =>
    page.getByRole('region', { name: say('servnet:reminders.expires', { count: 6 }) })
  await expect(reminder(first.page)).toBeVisible()
  await reminder(first.page)
    .getByRole('button', { name: say('servnet:reminders.later') })
    .click()
  await expect(reminder(first.page)).toBeHidden()
  await first.close()

  const second = await launch()
  await expect(home(second.page, say).alerts).toBeVisible()
  await expect(reminder(second.page)).toBeHidden()
  await second.close()

  letPasswordExpireIn(portal, 1)
  const { page } = await launch()
  const tomorrow = say('servnet:reminders.expires', { count: 1 })
  await expect(page.getByRole('region', { name: tomorrow })).toBeVisible()
  await page.getByRole('link', { name: say('servnet:reminders.changeNow') }).click()
  await changePassword(page, say, password, newPassword)
  await expect(page.getByText(say('profile:password.changed'))).toBeVisible()
  await pressHome(page, say)
  await expect(home(page, say).alerts).toBeVisible()
  await expect(page.getByRole('link', { name: say('servnet:reminders.changeNow') })).toBeHidden()
  const changed = { to: recovering.fr.email, subject: say('mail:password_changed.subject') }
  await letterTo(mailbox, changed)
  expect(lettersTo(mailbox, changed)).toHaveLength(1)
})

test('a rehearsal: offered, done without any consequence, or put off', async ({
  launch,
  portal,
  say,
}) => {
  changeDatabase(portal, 'update users set rehearsal_due_at = 1')
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, regular.fr)
  const { page } = first
  const offer = page.getByRole('region', { name: say('servnet:reminders.rehearsal') })
  await offer.getByRole('link', { name: say('servnet:reminders.rehearse') }).click()
  await expect(rehearsalForm(page, say).heading).toBeVisible()
  await page.getByRole('button', { name: say('profile:rehearsal.start') }).click()
  await reauthenticate(page, say, password)
  const [city, name] = recovering.fr.answers
  await rehearse(page, say, [city, name, ['first-pet', 'Milou']])
  await expect(page.getByText(say('profile:rehearsal.someWrongText'))).toBeVisible()
  await pressHome(page, say)
  await expect(home(page, say).alerts).toBeVisible()
  await expect(offer).toBeHidden()
  await first.close()

  changeDatabase(portal, 'update users set rehearsal_due_at = 1')
  const second = await launch()
  const again = second.page.getByRole('region', { name: say('servnet:reminders.rehearsal') })
  await again.getByRole('button', { name: say('servnet:reminders.later') }).click()
  await expect(again).toBeHidden()
  await second.close()
  const third = await launch()
  await expect(home(third.page, say).alerts).toBeVisible()
  await expect(
    third.page.getByRole('region', { name: say('servnet:reminders.rehearsal') }),
  ).toBeHidden()
})
