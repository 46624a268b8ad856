/** The tour's look at the portfolio: what it stands at, a buyer, many applications, and one that is decided. */
import type { Page } from 'playwright-core'
import { home } from '../../tests/e2e/support/flows.ts'
import {
  application,
  describeApplication,
  openProducts,
} from '../../tests/e2e/support/portfolio-flows.ts'
import type { Say } from '../../tests/e2e/support/texts.ts'
import type { Language } from '../../src/shared/languages.ts'
import type { Show } from './pictures.ts'

type PortfolioTour = { readonly say: Say; readonly language: Language; readonly show: Show }

/** The buyer of whom the guide's own screen tells. */
const buyer = 'Gelateria Polare BVBA'
/** Nobody's buyer so far. */
const company = 'Boulangerie de la Lesse SRL'

/** Begins where the person's services are listed, and ends on the page of a decided application. */
export async function lookAtPortfolio(tour: PortfolioTour, page: Page): Promise<void> {
  const { say, show } = tour
  const menu = home(page, say).menu
  const figure = page.locator('a[href^="/insights/figures/risk-acceptance"]')
  await show('dashboard', page, async () => {
    await menu.getByRole('link', { name: say('services:insights.name') }).click()
    await figure.waitFor()
  })
  await show('rows-behind-a-figure', page, async () => {
    await figure.click()
    await page.getByRole('grid').getByRole('rowheader').first().waitFor()
  })
  await show('search', page, async () => {
    await menu.getByRole('link', { name: say('insights:search') }).click()
    await page.getByRole('searchbox').fill('gelateria')
    await page.getByRole('rowheader', { name: buyer }).waitFor()
  })
  await show('buyer', page, async () => {
    await page.getByRole('rowheader', { name: buyer }).click()
    await page.getByRole('heading', { level: 1, name: buyer }).waitFor()
  })
  await show('palette', page, async () => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: say('shell:search') })
      .click()
    await page.getByRole('dialog').getByRole('combobox').fill('gelateria')
    await page.getByRole('option', { name: buyer }).waitFor()
  })
  await page.keyboard.press('Escape')
  await prepareMany(tour, page)
  await apply(tour, page)
}

/** Rows as they are copied from a spreadsheet, one of them not right; nothing of them is sent. */
async function prepareMany({ say, language, show }: PortfolioTour, page: Page): Promise<void> {
  const countryName = new Intl.DisplayNames(language, { type: 'region' })
  const rows = [
    (['name', 'country', 'policy', 'amount'] as const).map((field) => say(`batch:fields.${field}`)),
    [company, countryName.of('BE'), '17386', '25000'],
    ['Glaces de la Semois SA', countryName.of('BE'), '17386', '?'],
    ['Sorbets du Rhin GmbH', countryName.of('DE'), '17386', '40000'],
  ]
  await show('many-applications', page, async () => {
    await home(page, say)
      .menu.getByRole('link', { name: say('services:servnet.name') })
      .click()
    await openProducts(page, say)
    await page.getByRole('link', { name: say('products:applySeveral') }).click()
    await page
      .getByLabel(say('batch:start.paste'))
      .fill(rows.map((row) => row.join('\t')).join('\n'))
    await page.getByRole('button', { name: say('batch:start.read') }).click()
    await page.getByRole('button', { name: say('batch:send', { count: 2 }) }).waitFor()
  })
}

async function apply({ say, language, show }: PortfolioTour, page: Page): Promise<void> {
  const country = new Intl.DisplayNames(language, { type: 'region' }).of('BE') ?? ''
  const { send, sent, follow, decided } = application(page, say)
  await show('application', page, async () => {
    await home(page, say)
      .menu.getByRole('link', { name: say('services:servnet.name') })
      .click()
    await describeApplication(page, say, { company, country, amount: '25000' })
    await send.waitFor()
  })
  await show('application-sent', page, async () => {
    await send.click()
    await sent.waitFor()
  })
  await show('application-decided', page, async () => {
    await follow.click()
    await decided.waitFor({ timeout: 60_000 })
  })
}
