/** Six languages, switched at once, remembered, and never at the cost of what was typed. */
import { chooseService, home, regular, signIn, signInForm } from './support/flows.ts'
import { expect, test } from './support/test.ts'
import { loadTexts } from './support/texts.ts'

const names = {
  fr: 'Français',
  nl: 'Nederlands',
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  it: 'Italiano',
} as const

for (const language of ['fr', 'nl', 'en', 'de', 'es', 'it'] as const) {
  test(`the system’s language is the app’s: ${language}`, async ({ launch }) => {
    test.skip(process.platform !== 'linux', 'elsewhere no variable sets it')
    const say = await loadTexts(language)
    const { page } = await launch({ language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.getByText(say('services:intro'))).toBeVisible()
  })
}

test('a language chosen holds at once, keeps what was typed, and outlives a restart', async ({
  launch,
  say,
}) => {
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signInForm(first.page, say).username.fill('marie')
  await signInForm(first.page, say).password.fill('nog niet klaar')

  for (const language of ['de', 'it', 'nl'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one choice after the other
    await test.step(language, async () => {
      const said = await loadTexts(language)
      await first.page.getByRole('combobox').first().selectOption(names[language])
      await expect(first.page.getByRole('heading', { name: said('signIn:title') })).toBeVisible()
      await expect(first.page.locator('html')).toHaveAttribute('lang', language)
      await expect(signInForm(first.page, said).username).toHaveValue('marie')
      await expect(signInForm(first.page, said).password).toHaveValue('nog niet klaar')
    })
  }
  await first.close()

  const dutch = await loadTexts('nl')
  const { page } = await launch()
  await expect(page.getByText(dutch('services:intro'))).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
})

test('the profile’s language is used where none was chosen', async ({ launch, say }) => {
  test.skip(process.platform !== 'linux', 'elsewhere journeys choose one')
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await signIn(page, say, regular.nl)
  const dutch = await loadTexts('nl')
  await expect(home(page, dutch).alerts).toBeVisible()
})
