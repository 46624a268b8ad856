/** Collect@Net: a case is entered without a network, survives a crash, is sent once and can be followed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pdfFile } from '../support/files.ts'
import { chooseService, regular, signIn } from './support/flows.ts'
import { connection } from './support/offline-flows.ts'
import { expect, test } from './support/test.ts'

test('a case is entered without a network, and is there once it can be sent', async ({
  launch,
  faulty,
  say,
}) => {
  const company = 'Glacerie du Condroz SA'
  const folder = mkdtempSync(path.join(tmpdir(), 'services-online-documents-'))
  const chosen = path.join(folder, 'Facture 2026-118.pdf')
  writeFileSync(chosen, pdfFile('2026-118'))
  const first = await launch({ portalUrl: faulty.url, chosenFiles: [chosen] })
  await chooseService(first.page, say, 'collectnet')
  await signIn(first.page, say, regular.fr)
  const list = first.page.getByRole('grid')
  await expect(list.getByRole('row').nth(1)).toBeVisible()
  await faulty.shut()
  await first.page
    .getByRole('link', { name: say('cases:enter.title') })
    .first()
    .click()
  await first.page.getByRole('button', { name: say('apply:who.describe') }).click()
  await first.page.getByLabel(say('apply:who.name')).fill(company)
  await first.page.getByRole('combobox', { name: say('apply:who.country') }).fill('Belgique')
  await first.page.keyboard.press('Enter')
  const invoice = first.page.getByRole('group', { name: say('cases:enter.invoice', { number: 1 }) })
  await invoice.getByLabel(say('cases:invoice.number')).fill('2026-118')
  await invoice.getByLabel(say('cases:invoice.issuedOn'), { exact: true }).fill('2026-05-04')
  await invoice.getByLabel(say('cases:invoice.dueOn'), { exact: true }).fill('2026-06-03')
  await invoice.getByLabel(say('cases:invoice.amount')).fill('1 250,50')
  await first.page.getByRole('button', { name: say('cases:documents.add') }).click()
  await expect(first.page.getByText('Facture 2026-118.pdf')).toBeVisible()
  rmSync(folder, { recursive: true })
  const send = first.page.getByRole('button', { name: say('cases:enter.send') })
  await send.or(first.page.getByRole('button', { name: say('cases:enter.keep') })).dblclick()
  await expect(first.page.getByRole('heading', { name: say('cases:enter.waiting') })).toBeVisible()
  await first.kill()

  const { page, output } = await launch({ portalUrl: faulty.url })
  const waits = page.getByRole('region', { name: say('cases:waiting.title') })
  await page.getByRole('link', { name: say('services:collectnet.name') }).click()
  await expect(waits.getByText(company)).toBeVisible()
  await connection(page, say).openSheet()
  await expect(connection(page, say).items).toHaveCount(1)
  await faulty.open()
  await connection(page, say).tryAgain.click()
  await expect(connection(page, say).nothingWaits).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(waits).toHaveCount(0)
  const entered = page.getByRole('row', { name: company })
  await expect(entered).toHaveCount(1)
  await entered.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company)
  await expect(page.getByRole('main')).toContainText('2026-118')
  const open = say('cases:documents.openLong', { name: 'Facture 2026-118.pdf' })
  await page.getByRole('button', { name: open }).click()
  const opened = /host: opened the file (.*)/u
  await expect.poll(() => opened.exec(output())?.[1]).toBeDefined()
  expect(readFileSync(opened.exec(output())?.[1] ?? '')).toEqual(pdfFile('2026-118'))
})
