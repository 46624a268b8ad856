/** Applying for a limit: decided while one watches; and without a network, sent once. */
import type { Page } from 'playwright-core'
import { chooseService, home, regular, signIn } from './support/flows.ts'
import { connection } from './support/offline-flows.ts'
import { expect, test } from './support/test.ts'
import type { Say } from './support/texts.ts'

const company = 'Boulangerie de la Lesse SRL'

/** Describes a company that nobody knows, and asks for 25,000 on it, up to what is checked. */
async function write(page: Page, say: Say): Promise<void> {
  const menu = home(page, say).menu
  await menu.getByRole('link', { name: say('servnet:menu.products') }).click()
  await page.getByRole('link', { name: say('products:apply') }).click()
  await page.getByRole('button', { name: say('apply:who.describe') }).click()
  await page.getByLabel(say('apply:who.name')).fill(company)
  await page.getByRole('combobox', { name: say('apply:who.country') }).fill('Belgique')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: say('apply:goOn') }).click()
  await page.getByLabel(say('apply:howMuch.amount')).fill('25000')
  await page.getByText(say('apply:howMuch.days', { count: 30 }), { exact: true }).click()
  await page.getByRole('button', { name: say('apply:goOn') }).click()
}

test('what is applied for is decided while one watches', async ({ launch, say }) => {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await signIn(page, say, regular.fr)
  await write(page, say)
  await page.getByRole('button', { name: say('apply:check.send') }).click()
  await expect(page.getByRole('heading', { name: say('apply:sent.title') })).toBeVisible()
  await page.getByRole('link', { name: say('apply:sent.follow') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company)
  await expect(
    page.getByRole('heading', { name: say('products:applications.decided') }),
  ).toBeVisible({ timeout: 60_000 })
})

test('without a network it waits, survives a crash, and is sent once', async ({
  launch,
  faulty,
  say,
}) => {
  const first = await launch({ portalUrl: faulty.url })
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, regular.fr)
  await expect(home(first.page, say).alerts).toBeVisible()
  const menu = home(first.page, say).menu
  await menu.getByRole('link', { name: say('servnet:menu.products') }).click()
  await expect(first.page.getByText('17386').first()).toBeVisible()
  await faulty.shut()
  await write(first.page, say)
  const send = first.page.getByRole('button', { name: say('apply:check.send') })
  const keep = first.page.getByRole('button', { name: say('apply:check.keep') })
  await send.or(keep).dblclick()
  await expect(first.page.getByRole('heading', { name: say('apply:sent.waiting') })).toBeVisible()
  await first.kill()

  const { page } = await launch({ portalUrl: faulty.url })
  await connection(page, say).chip.click()
  await expect(connection(page, say).items).toHaveCount(1)
  await faulty.open()
  await connection(page, say).tryAgain.click()
  await expect(connection(page, say).nothingWaits).toBeVisible()
  await page.keyboard.press('Escape')
  await home(page, say)
    .menu.getByRole('link', { name: say('servnet:menu.products') })
    .click()
  await page.getByRole('link', { name: say('products:nav.applications') }).click()
  const rows = page.getByRole('link', { name: say('products:applications.on', { buyer: company }) })
  await expect(rows).toHaveCount(1)
})
