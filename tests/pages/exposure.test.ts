/** Exposure’s pages as they are built: for axe, on small screens, by the keyboard, and the forms that they fill in. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { success } from '../../src/shared/contract/result.ts'
import { exposureAnswers, exposureScenes } from './support/exposure-scenes.ts'
import { builtPages } from './support/open-page.ts'
import { violations, widerThanSmallWindow } from './support/violations.ts'

const { visit } = builtPages()

it.each(exposureScenes)('$name: nothing that axe knows', async ({ path, answers, act }) => {
  const page = await visit(path, { answers: { ...exposureAnswers, ...answers } })
  await act?.(page)
  expect(await violations(page)).toEqual([])
  expect(await widerThanSmallWindow(page)).toBe(0)
})

const place = (page: Page) => {
  const { pathname, search } = new URL(page.url())
  return `${pathname}${search}`
}
const kept = { savedAt: '2026-11-20T09:00:00.000Z' }

it('by the keyboard alone one comes from what is to be done to a customer, and back to its row', async () => {
  const page = await visit('/servnet/exposure', { answers: exposureAnswers })
  await page.getByRole('list', { name: 'À faire' }).getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => place(page)).toBe('/servnet/exposure?reporting=to_report')
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => place(page)).toBe('/servnet/exposure/k1')
  await page.getByRole('link', { name: 'Encours et couverture' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => place(page)).toBe('/servnet/exposure?reporting=to_report')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('tr')?.textContent))
    .toMatch(/^Brasserie du Hoyoux/u)
})

it('a limit is applied for with the buyer and what it owes, and the address names neither', async () => {
  const page = await visit('/servnet/exposure/k2', { answers: exposureAnswers })
  await page.getByRole('button', { name: 'Demander une limite' }).click()
  const amount = page.getByLabel('Montant de la limite')
  await amount.waitFor()
  expect(await amount.inputValue()).toMatch(/^98\s700$/u)
  expect(place(page)).toBe('/servnet/apply')
  expect(await page.getByText('L’Oréal Distribution').first().isVisible()).toBe(true)
  await page.goBack()
  await page.goForward()
  await amount.waitFor()
  expect(await amount.inputValue()).toMatch(/^98\s700$/u)
})

it('what is being applied for on somebody else is offered beside it', async () => {
  const draft = {
    buyerId: '100002',
    buyerName: 'Ørsted A/S',
    country: 'DK',
    registrationNumber: '',
    town: '',
    policyId: '17386',
    amount: '12',
    currency: 'EUR',
    terms: '',
    startsOn: '',
    endsOn: '',
  }
  const answers = {
    ...exposureAnswers,
    'servnet.applicationDraft': success({ draft, ...kept }),
  }
  const page = await visit('/servnet/exposure/k2', { answers })
  await page.getByRole('button', { name: 'Demander une limite' }).click()
  await page.getByText('Vous aviez commencé une demande sur Ørsted A/S.').waitFor()
  await page.getByRole('button', { name: 'La reprendre' }).click()
  expect(await page.getByLabel('Montant de la limite').inputValue()).toBe('12')
})

it('a case is entered with the buyer and its overdue invoices, and a draft of another is offered', async () => {
  const draft = {
    buyerId: null,
    buyerName: 'Škoda Transportation',
    country: 'CZ',
    registrationNumber: '',
    town: '',
    policyId: '17386',
    currency: 'EUR',
    invoices: [],
    remarks: 'Litige',
    documents: [],
  }
  const answers = { ...exposureAnswers, 'collectnet.caseDraft': success({ draft, ...kept }) }
  const page = await visit('/servnet/exposure/k2', { answers })
  await page.getByRole('button', { name: 'Saisir un dossier' }).click()
  const invoices = page.getByRole('region', { name: 'Factures' }).locator('input')
  await invoices.first().waitFor()
  expect(place(page)).toBe('/collectnet/new')
  const typed = await invoices.evaluateAll((all) =>
    all.map((one) => (one instanceof HTMLInputElement ? one.value : '')),
  )
  expect(typed.map((text) => text.replaceAll(/\s/gu, ' ')).slice(2)).toEqual([
    'F2026-10611',
    '2026-08-04',
    '2026-09-03',
    '32 300',
    '',
    '',
    '2026-10-20',
    '20 000',
  ])
  expect(await page.getByText('L’Atelier de la Vesdre SRL').isVisible()).toBe(true)
  await page.getByText('Vous aviez commencé un dossier sur Škoda Transportation.').waitFor()
  await page.getByRole('button', { name: 'Le reprendre' }).click()
  await expect.poll(() => page.getByLabel('Remarques').inputValue()).toBe('Litige')
})

it('a customer that is no known buyer is described by the ledger', async () => {
  const scene = exposureScenes.find(({ name }) => name === 'exposure: a customer to identify')
  const page = await visit('/servnet/exposure/k3', {
    answers: { ...exposureAnswers, ...scene?.answers },
  })
  await page.getByRole('button', { name: 'Demander une limite' }).click()
  await page.getByRole('button', { name: 'Continuer' }).waitFor()
  expect(await page.locator('#buyerName').inputValue()).toBe('Delhaize Frères')
  expect(place(page)).toBe('/servnet/apply')
})
