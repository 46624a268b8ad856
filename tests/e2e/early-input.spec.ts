/** What a person does before the page is wired is kept and done. */
import {
  chooseService,
  home,
  regular,
  signIn,
  signInForm,
  signOut,
  wired,
} from './support/flows.ts'
import { expect, test } from './support/test.ts'

test('typed and submitted before the page answers: signed in all the same', async ({
  launch,
  say,
}) => {
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, regular.fr)
  await expect(home(first.page, say).banner).toBeVisible()
  await signOut(first.page, say)
  await first.close()

  // The sign-in page is now the first one, prerendered; its script is held back.
  const { page } = await launch()
  await wired(page)
  const held: (() => Promise<void>)[] = []
  let holding = true
  await page.route('**/assets/start-*.js', async (route) => {
    if (!holding) return route.fallback()
    held.push(() => route.fallback())
  })
  await page.reload({ waitUntil: 'domcontentloaded' })
  await expect.poll(() => held.length).toBeGreaterThan(0)
  const form = signInForm(page, say)
  await form.username.fill(regular.fr.username)
  await form.password.fill(regular.fr.password)
  await form.password.press('Enter')
  await expect(page.locator('html[data-wired]')).toHaveCount(0)

  holding = false
  await Promise.all(held.map((release) => release()))
  await expect(home(page, say).banner).toBeVisible()
})

test('typed before the page answers: the text stays, also the cursor', async ({ launch, say }) => {
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, regular.fr)
  await expect(home(first.page, say).banner).toBeVisible()
  await signOut(first.page, say)
  await first.close()

  const { page } = await launch()
  await wired(page)
  const held: (() => Promise<void>)[] = []
  await page.route('**/assets/start-*.js', async (route) => {
    held.push(() => route.fallback())
  })
  await page.reload({ waitUntil: 'domcontentloaded' })
  await expect.poll(() => held.length).toBeGreaterThan(0)
  await signInForm(page, say).username.pressSequentially('marie')
  await Promise.all(held.map((release) => release()))
  await wired(page)
  await expect(signInForm(page, say).username).toHaveValue('marie')
  await expect(signInForm(page, say).username).toBeFocused()
})
