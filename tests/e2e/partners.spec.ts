/** A broker: one client's view from page to page, documents, without a network, and a grant that ends. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expectAccessible } from './support/accessible.ts'
import { chooseService, signIn } from './support/flows.ts'
import { connection } from './support/offline-flows.ts'
import { expect, test } from './support/test.ts'

const broker = { username: 'luc.courtier', password: 'Courtage-En-Confiance-2026!' }
const client = 'Brasserie du Hoyoux SA'

test('a broker goes through one client’s pages, saves a document, and is told when a grant ends', async ({
  launch,
  portal,
  faulty,
  exports,
  say,
}) => {
  const { page } = await launch({ portalUrl: faulty.url })
  await chooseService(page, say, 'partners')
  await signIn(page, say, broker)
  await page.getByRole('searchbox').fill('hoyoux')
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: client })).toBeVisible()

  // Into its view, and on within it.
  const band = page.getByRole('region', { name: say('partners:view.label') })
  await page
    .getByRole('main')
    .getByRole('link', { name: say('partners:view.pages.buyers') })
    .click()
  await expect(band).toContainText(client)
  const first = page.getByRole('grid').getByRole('row').nth(1)
  await expect(first).toBeVisible()
  await expectAccessible(page, 'a client’s buyers')
  const name = (await first.getByRole('rowheader').textContent()) ?? ''
  await first.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(band).toContainText(client)
  await band.getByRole('link', { name: say('partners:view.pages.limits') }).click()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await expect(band).toContainText(client)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(band).toContainText(client)

  // Out of it; another one by the palette, and without a network.
  await band.getByRole('link', { name: say('partners:view.back') }).click()
  await expect(band).toBeHidden()
  await page.getByRole('link', { name: say('services:partners.documents') }).click()
  const save = page.getByRole('button', {
    name: say('partners:documents.saveOne', { name: 'Questionnaire de proposition' }),
  })
  await save.click()
  await expect(
    page.getByText(say('partners:documents.saved', { name: 'questionnaire-proposition.pdf' })),
  ).toBeVisible()
  const saved = readFileSync(path.join(exports, 'questionnaire-proposition.pdf'), 'latin1')
  expect(saved).toContain('A remplir avec votre client')
  await expectAccessible(page, 'documents')
  await faulty.shut()
  await page
    .getByRole('banner')
    .getByRole('button', { name: say('shell:search') })
    .click()
  await page.getByRole('dialog').getByRole('combobox').fill('dedert')
  await page
    .getByRole('group', { name: say('palette:groups.client') })
    .getByRole('option')
    .click()
  await expect(band).toContainText('DEDERT')
  await band.getByRole('link', { name: say('partners:view.pages.buyers') }).click()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()

  // The grant ends while one looks.
  await faulty.open()
  await portal.command('withdraw', '--username', broker.username, '--policies', '17386')
  await connection(page, say).openSheet()
  await connection(page, say).tryAgain.click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: say('partners:view.gone') })).toBeVisible()
  await expect(page.getByText('DEDERT')).toHaveCount(0)
  await page
    .getByRole('main')
    .getByRole('link', { name: say('partners:view.back') })
    .click()
  await page.getByRole('searchbox').fill('')
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(3)
})
