/** Exposure: a ledger is opened, says what is covered and until when to report, and leads on; without a network too. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chooseService, regular, signIn } from './support/flows.ts'
import { openLedger, ledgerText } from './support/exposure-flows.ts'
import { connection } from './support/offline-flows.ts'
import { expect, test } from './support/test.ts'

test('a ledger is opened on this computer, a customer is looked at, its days saved, and all of it removed', async ({
  launch,
  faulty,
  exports,
  folder,
  say,
}) => {
  const file = path.join(folder, 'balance.csv')
  writeFileSync(file, ledgerText(new Date()))
  const { page } = await launch({ portalUrl: faulty.url, chosenFiles: [file] })
  await chooseService(page, say, 'servnet')
  await signIn(page, say, regular.fr)
  await openLedger(page, say)
  const list = page.getByRole('grid')
  await expect(list.getByRole('row')).toHaveCount(4)
  await page.getByText(say('exposure:left.title', { count: 1 })).click()
  await expect(page.getByText(say('exposure:left.line', { place: 6 }))).toBeVisible()

  // A known buyer, by its name; its oldest invoice is past the extension.
  const known = list.getByRole('row', { name: 'Gelateria Polare' })
  await expect(known).toContainText(say('exposure:reporting.to_report'))
  await known.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gelateria Polare')
  await expect(page.getByText(say('exposure:deliveries.no'))).toBeVisible()
  await page.getByRole('button', { name: say('exposure:calendar.one') }).click()
  await expect(page.getByText(/\.ics/u)).toBeVisible()
  const saved = /\S+\.ics/u.exec((await page.getByText(/\.ics/u).textContent()) ?? '')?.[0] ?? ''
  const calendar = readFileSync(path.join(exports, path.basename(saved)), 'utf8')
  expect(calendar).toContain('BEGIN:VCALENDAR')
  expect(calendar.match(/BEGIN:VEVENT/gu)?.length).toBeGreaterThan(0)

  // To the form, filled in; and back, without a network.
  await faulty.shut()
  await page.getByRole('button', { name: say('exposure:actions.apply') }).click()
  await expect(page.getByRole('heading', { level: 1, name: say('apply:title') })).toBeVisible()
  await expect(page.getByText('Gelateria Polare BVBA').first()).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gelateria Polare')
  await page
    .getByRole('link', { name: say('exposure:title') })
    .first()
    .click()
  await expect(list.getByRole('row')).toHaveCount(4)
  await expect(connection(page, say).chip).toBeVisible()

  await page.getByRole('button', { name: say('exposure:remove') }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: say('exposure:remove') })
    .click()
  await expect(page.getByRole('button', { name: say('exposure:start.open') })).toBeVisible()
})
