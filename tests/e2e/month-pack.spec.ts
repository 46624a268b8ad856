/** Insights: a month for the board, printed by the app into a file; and a supposition, kept nowhere. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { goTo } from './support/portfolio-flows.ts'
import { chooseService, regular, signIn } from './support/flows.ts'
import { expect, test } from './support/test.ts'

test('the month pack is chosen, seen and saved as a PDF; a limit is cut by supposition', async ({
  launch,
  say,
  exports,
}) => {
  const { page } = await launch()
  await chooseService(page, say, 'insights')
  await signIn(page, say, regular.fr)
  await expect(page.getByRole('heading', { name: say('dashboard:title') })).toBeVisible()
  await goTo(page, say, say('monthPack:title'))
  await page.getByLabel(say('monthPack:month'), { exact: true }).selectOption({ index: 2 })
  const month = await page.getByLabel(say('monthPack:month'), { exact: true }).inputValue()
  const sheets = page.getByRole('region', { name: say('monthPack:preview') })
  await expect(sheets).toContainText('DEDERT ICESTICKS B.V.')
  await expect(sheets).toContainText(say('monthPack:concentration.largest'))
  await page.getByRole('button', { name: say('monthPack:save') }).click()
  const file = path.join(exports, `${say('monthPack:file')}-${month}.pdf`)
  await expect(page.getByText(say('monthPack:saved', { path: file }))).toBeVisible()
  const paper = readFileSync(file).toString('latin1')
  expect(paper.startsWith('%PDF-')).toBe(true)
  expect(paper.match(/\/Type\s*\/Page\b/gu)).toHaveLength(4)
  expect(paper).toContain('/Lang (fr)')
  expect(paper).toContain('/StructTreeRoot')
  // A4, in points.
  expect(paper).toMatch(/\/MediaBox \[0 0 59[56](?:\.\d+)? 84[12](?:\.\d+)?\]/u)

  await goTo(page, say, say('whatIf:title'))
  await page.getByLabel(say('whatIf:cut.which'), { exact: true }).selectOption('policy')
  await page.getByLabel(say('whatIf:choice.policy'), { exact: true }).selectOption('17386')
  await page.getByLabel(say('whatIf:cut.percent')).fill('50')
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('whatIf:markText'))).toBeVisible()
  const total = page.getByRole('row', { name: new RegExp(say('dashboard:abr.totalCld'), 'u') })
  const [before, after] = (await total.getByRole('cell').allInnerTexts()).map((text) =>
    Number(text.replaceAll(/\D/gu, '')),
  )
  expect(before).toBeGreaterThan(0)
  // Both are rounded where they are shown.
  expect(Math.abs((after ?? 0) * 2 - (before ?? 0))).toBeLessThanOrEqual(1)
  expect(await page.title()).toContain(say('whatIf:mark'))
})
