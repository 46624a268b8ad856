/** The first sign-in, end to end, as the guide tells it. */
import {
  chooseService,
  enrolment,
  fillPersonalData,
  fillSecurity,
  home,
  newcomer,
  personalDataForm,
  securityForm,
  signIn,
  wired,
} from './support/flows.ts'
import { expect, test } from './support/test.ts'

for (const language of ['fr', 'nl'] as const) {
  test.describe(language, () => {
    test.use({ language })

    test('an invited person enrols, quits, and is still signed in', async ({ launch, say }) => {
      const app = await launch()
      const { page } = app
      await wired(page)
      await chooseService(page, say, 'servnet')
      await signIn(page, say, newcomer)

      const security = securityForm(page, say)
      await security.heading.waitFor()
      await fillSecurity(page, say, enrolment)
      await security.next.click()

      const personalData = personalDataForm(page, say)
      await personalData.heading.waitFor()
      await fillPersonalData(page, say, enrolment)
      await personalData.next.click()

      await page.waitForURL('**/servnet')
      await expect(home(page, say).banner).toBeVisible()
      await expect(home(page, say).alerts).toBeVisible()
      await app.close()

      const again = await launch()
      await expect(home(again.page, say).banner).toBeVisible()
      await expect(again.page).toHaveURL(/\/servnet$/)
    })
  })
}
