/** The first sign-in, end to end, as the guide tells it. */
import {
  chooseService,
  completeEnrolment,
  enrolment,
  home,
  newcomer,
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

      await completeEnrolment(page, say, enrolment)
      await expect(home(page, say).banner).toBeVisible()
      await expect(home(page, say).alerts).toBeVisible()
      await app.close()

      const again = await launch()
      await expect(home(again.page, say).banner).toBeVisible()
      await expect(again.page).toHaveURL(/\/servnet$/)
    })
  })
}
