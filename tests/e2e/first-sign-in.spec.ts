/** The first sign-in, end to end, as the guide tells it. */
import { z } from 'zod'
import {
  chooseService,
  completeEnrolment,
  confirmEmail,
  emailReminder,
  enrolment,
  home,
  pressHome,
  signIn,
  wired,
} from './support/flows.ts'
import { readCode } from './support/letters.ts'
import { expect, test } from './support/test.ts'

const invitationSchema = z.object({ password: z.string().min(1) })

for (const language of ['fr', 'nl'] as const) {
  test.describe(language, () => {
    test.use({ language })

    test('an invited person enrols, quits, and is still signed in', async ({
      launch,
      portal,
      mailbox,
      say,
    }) => {
      const username = `nouveau.${language}`
      const services = ['--language', language, '--services', 'servnet,insights']
      const printed = await portal.command('invite', '--username', username, ...services)
      const found = /^Initial password: +(?<password>\S+)$/mu.exec(printed)?.groups
      const { password } = invitationSchema.parse(found)

      const app = await launch()
      const { page } = app
      await wired(page)
      await chooseService(page, say, 'servnet')
      await signIn(page, say, { username, password })
      await completeEnrolment(page, say, enrolment)
      await expect(home(page, say).banner).toBeVisible()
      await expect(home(page, say).alerts).toBeVisible()
      const { email } = enrolment
      const subject = say('mail:email_change_code.subject')
      const code = await readCode(mailbox, { to: email, subject })
      await confirmEmail(page, say, { email, code })
      await expect(emailReminder(page, say).region).toBeHidden()
      await app.close()

      // From the next time on, Serv@Net opens where the profile says: as the guide has it, on the form.
      const again = await launch()
      const form = again.page.getByRole('heading', { level: 1, name: say('apply:title') })
      await expect(form).toBeVisible()
      await expect(again.page).toHaveURL(/\/servnet\/apply$/u)
      await pressHome(again.page, say)
      await expect(again.page).toHaveURL(/\/servnet$/u)
      await expect(home(again.page, say).alerts).toBeVisible()
      await expect(emailReminder(again.page, say).region).toBeHidden()
      await again.close()

      const third = await launch()
      await expect(third.page.getByRole('heading', { level: 1 })).toHaveText(say('apply:title'))
    })
  })
}
