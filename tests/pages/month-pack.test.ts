/** The month pack and what-if as they are built: for axe, on small screens, by the keyboard and on paper. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { success } from '../../src/shared/contract/result.ts'
import { busyDashboard, eur, answerOf, fresh, policyOf } from '../renderer/support/dashboard.ts'
import { asItIs, supposed } from '../renderer/support/what-if.ts'
import { builtPages } from './support/open-page.ts'
import type { Answers } from './support/fake-portal.ts'
import { longest } from './support/longest.ts'
import { portfolio } from './support/portfolio.ts'
import { violations, widerThanSmallWindow } from './support/violations.ts'

const { visit } = builtPages()

const policies = Array.from({ length: 40 }, (_, index) =>
  policyOf(String(40_001 + index), `Van Damme Logistics ${index + 1} NV`),
)

const answers: Answers = {
  ...portfolio,
  'insights.dashboard': answerOf(busyDashboard),
  'insights.whatIf': success(asItIs),
  'insights.saveMonthPack': success({ kind: 'saved', path: '/home/marie/dossier.pdf' }),
  'credit.policies': success({ policies, freshness: fresh }),
}

const sheetsOf = (page: Page) => page.getByRole('region', { name: 'Aperçu des pages' })

it('the month pack has no violation that axe knows, and is white paper in the dark', async () => {
  const page = await visit('/insights/month-pack', { answers })
  await sheetsOf(page).getByText('Les dix plus gros acheteurs').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' })
  const ground = await page
    .locator('[class*=sheets] > div')
    .first()
    .evaluate((sheet) => getComputedStyle(sheet).backgroundColor)
  expect(ground).toBe('rgb(255, 255, 255)')
})

it('is printed alone: tagged, in its language, on A4, a sheet from the top of a page on', async () => {
  const page = await visit('/insights/month-pack', { answers, colorScheme: 'dark' })
  await sheetsOf(page).getByText('Les dix plus gros acheteurs').first().waitFor()
  const options = { format: 'A4', printBackground: true, tagged: true } as const
  const paper = (await page.pdf(options)).toString('latin1')
  // Four sheets, and the policies go on on one page more.
  expect(paper.match(/\/Type\s*\/Page\b/gu)).toHaveLength(5)
  expect(paper).toContain('/Lang (fr)')
  expect(paper).toContain('/StructTreeRoot')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const seen = await page.evaluate(() => ({
    rail: document.querySelector('nav')?.checkVisibility(),
    controls: document.querySelector('#month')?.checkVisibility(),
    values: [...document.querySelectorAll('[class*=value]')].filter(
      (text) => getComputedStyle(text).visibility === 'visible',
    ).length,
  }))
  await page.emulateMedia({ media: null })
  expect(seen).toEqual({ rail: false, controls: false, values: 12 })
})

it('a month is chosen and the pack saved by the keyboard alone', async () => {
  const page = await visit('/insights/month-pack', { answers })
  await sheetsOf(page).getByText('Les dix plus gros acheteurs').first().waitFor()
  const month = page.locator('#month')
  await month.focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => new URL(page.url()).searchParams.get('month')).toMatch(/^\d{4}-\d{2}$/u)
  await page.keyboard.press('Tab')
  // Not before the figures of that month are on the page.
  await page.locator('button:focus:not([aria-disabled=true])').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Enregistré : /home/marie/dossier.pdf').waitFor()
})

/** Fills in one supposition of each kind, and computes. */
async function suppose(page: Page): Promise<void> {
  await page.locator('#code').selectOption('USD')
  await page.locator('#movePercent').fill('-10')
  await page.locator('#who').selectOption('largest')
  await page.locator('#count').fill('3')
  await page.locator('#points').fill('15')
  await page.locator('#which').selectOption('band')
  await page.locator('#band').selectOption('elevated')
  await page.locator('#cutPercent').fill('20')
  await page.evaluate((result) => window.answerPortal('insights.whatIf', result), success(supposed))
  await page.locator('#cutPercent').press('Enter')
  await page.getByText('Ces chiffres supposent ce qui suit.').waitFor()
}

it('what-if has no violation either, with faults and with a result', async () => {
  const page = await visit('/insights/what-if', { answers })
  await page.locator('#code').selectOption('USD')
  await page.locator('#movePercent').press('Enter')
  await page.locator('#movePercent-error').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('movePercent')
  expect(await violations(page)).toEqual([])
  await suppose(page)
  expect(await violations(page)).toEqual([])
})

it.each(['/insights/month-pack', '/insights/what-if'])(
  '%s reflows at 320 pixels with the longest names and amounts',
  async (path) => {
    const huge = eur('123456789012345678901234.00')
    const name = longest(300)
    const long = {
      ...supposed,
      result: {
        ...supposed.result,
        before: { ...supposed.result.before, totalCld: huge },
        largest: supposed.result.largest.map((one) => ({ ...one, name, totalCld: huge })),
        concerned: supposed.result.concerned.map((one) => ({ ...one, name, before: huge })),
      },
    }
    const page = await visit(path, { answers: { ...answers, 'insights.whatIf': success(long) } })
    if (path.endsWith('what-if')) {
      await suppose(page)
      await page.evaluate((result) => window.answerPortal('insights.whatIf', result), success(long))
      await page.getByRole('button', { name: 'Calculer' }).click()
    }
    await page.getByText(name.slice(0, 100)).first().waitFor()
    expect(await widerThanSmallWindow(page)).toBe(0)
  },
)
