/** Collect@Net’s pages as they are built: for axe, on small screens, and what they lead to. */
import { expect, it } from 'vitest'
import { caseAnswers, caseScenes } from './support/case-scenes.ts'
import { builtPages } from './support/open-page.ts'
import { violations, widerThanSmallWindow } from './support/violations.ts'

const { visit } = builtPages()

it.each(caseScenes)('$name: nothing that axe knows', async ({ path, answers, act }) => {
  const page = await visit(path, { answers: { ...caseAnswers, ...answers } })
  await act?.(page)
  expect(await violations(page)).toEqual([])
  expect(await widerThanSmallWindow(page)).toBe(0)
})

it('a case is opened from the list with the keyboard, and leads back', async () => {
  const page = await visit('/collectnet', { answers: caseAnswers })
  await page.getByRole('grid').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).pathname).toBe('/collectnet/cases/c0')
  await page.getByRole('link', { name: 'Dossiers de recouvrement' }).click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/collectnet')
})
