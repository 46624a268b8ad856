import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { BuyersPage } from '../../../../src/renderer/features/insights/buyers/buyers-page.tsx'
import { success } from '../../../../src/shared/contract/result.ts'
import { awkwardNames, freshness } from '../../../pages/support/portfolio.ts'
import { answerBuyers, scriptBuyers, many, newcomer } from '../../support/buyers.ts'
import { answerFromNowOn, callsOf, holdAnswers, raiseEvent } from '../../support/fake-portal.ts'
import { leave, show, visited } from '../../support/stage.tsx'

const field = page.getByRole('searchbox')
const grid = page.getByRole('grid')
const cell = (name: string | RegExp) => grid.getByRole('rowheader', { name, exact: true })
const open = () => show(<BuyersPage />, person, '/insights/buyers')

let person = newcomer()

beforeEach(async () => {
  person = newcomer()
  await page.viewport(1280, 900)
  scriptBuyers()
})

test('the field has the focus, and all buyers are there at once', async () => {
  await open()
  await expect.element(field).toHaveFocus()
  await expect.element(page.getByText(/^250\s000 acheteurs$/u)).toBeVisible()
  await expect.element(grid).toHaveAttribute('aria-rowcount', String(many + 1))
})

test.each([
  ['loreal', 'L’Oréal Distribution'],
  ["o'brien", 'O’Brien & Sons'],
  ['orsted', 'Ørsted A/S'],
  ['ISTANBUL', 'İstanbul Gıda'],
  ['strassenbau', 'Straßenbau Groß'],
  ['テスト', '株式会社テスト'],
  ['ромашка', 'ООО «Ромашка»'],
  ['النور', 'شركة النور'],
  ['5 degrees', '-5 Degrees'],
  ['lines', /^Two\s+Lines Trading$/u],
  ['100014', 'NULL'],
])('“%s” finds %s as one types', async (typed, name) => {
  await open()
  await userEvent.fill(field, typed)
  await expect.element(cell(name)).toBeVisible()
  await expect.element(page.getByText(/^1 sur 250\s000$/u)).toBeVisible()
})

test('two that differ in case only are two, and a formula is a name', async () => {
  await open()
  await userEvent.fill(field, 'acme')
  await expect.element(cell('ACME Foods')).toBeVisible()
  await expect.element(cell('Acme Foods')).toBeVisible()
  await expect.element(cell(awkwardNames[10] ?? '')).toBeVisible()
})

test('who is not there can be applied for', async () => {
  await open()
  await userEvent.fill(field, 'Zébulon & Fils')
  await expect.element(page.getByText('Aucun acheteur « Zébulon & Fils ».')).toBeVisible()
  await userEvent.click(page.getByRole('link', { name: 'Demander une limite pour ce nom' }))
  expect(visited.at(-1)).toBe('/servnet/apply?name=Z%C3%A9bulon+%26+Fils')
})

test('the country of the profile narrows, until it is taken off', async () => {
  scriptBuyers({ defaultSearchCountry: 'FR' })
  await open()
  await expect.element(page.getByRole('combobox', { name: 'Pays' })).toHaveValue('FR')
  expect(callsOf('credit.buyers')[0]).toMatchObject({ filters: { country: 'FR' } })
  await expect.element(cell('O’Brien & Sons')).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Retirer le filtre Pays' }))
  await expect.element(page.getByText(/^250\s000 acheteurs$/u)).toBeVisible()
})

test('while others are sorted the former rows stay; then one begins at the first', async () => {
  await open()
  await expect.element(cell('L’Oréal Distribution')).toBeVisible()
  const answer = holdAnswers('credit.buyers')
  await userEvent.click(grid.getByRole('columnheader', { name: /^Nom/u }).getByRole('button'))
  await expect.element(grid).toHaveAttribute('aria-busy', 'true')
  await expect.element(cell('L’Oréal Distribution')).toBeVisible()
  answer()
  await expect.element(cell(`Acheteur ${many - 1}`)).toBeVisible()
  await expect.element(grid).not.toHaveAttribute('aria-busy')
})

test('the columns that one chooses are remembered, and so are the rows’ heights', async () => {
  await open()
  await userEvent.click(page.getByRole('button', { name: 'Affichage' }))
  await userEvent.click(page.getByRole('menuitemcheckbox', { name: 'Ville' }))
  await userEvent.click(page.getByRole('menuitemradio', { name: 'Aérée' }))
  await expect.element(grid.getByRole('columnheader', { name: 'Ville' })).toBeVisible()
  expect(callsOf('credit.saveListView').at(-1)).toEqual({
    list: 'buyers',
    view: {
      columns: ['name', 'country', 'town', 'rating', 'totalCld', 'riskAcceptance', 'decision'],
      density: 'comfortable',
    },
  })
})

test('what is exported is what one sees, XLSX first', async () => {
  answerFromNowOn({
    'credit.export': () => success({ kind: 'saved', path: '/home/jan/acheteurs.xlsx', rows: 2 }),
  })
  await open()
  await userEvent.fill(field, 'acme')
  await expect.element(cell('ACME Foods')).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Exporter' }))
  await userEvent.click(page.getByRole('menuitem').first())
  await expect
    .element(page.getByText('2 lignes enregistrées dans /home/jan/acheteurs.xlsx'))
    .toBeVisible()
  expect(callsOf('credit.export')).toEqual([
    {
      format: 'xlsx',
      columns: ['name', 'country', 'rating', 'totalCld', 'riskAcceptance', 'decision'],
      table: { kind: 'buyers', filters: { q: 'acme', sort: 'name' } },
    },
  ])
})

test('a list that is still arriving says how much of it is here, and grows', async () => {
  let kept = 120_000
  answerFromNowOn({
    'credit.buyers': (input) => {
      const { window } = answerBuyers(input).data
      return success({
        window: { ...window, total: kept, kept, isWhole: kept === many },
        freshness,
      })
    },
  })
  await open()
  await expect.element(page.getByText(/La liste arrive encore : 120\s000/u)).toBeVisible()
  kept = many
  raiseEvent('resource.changed', { resources: ['buyers'] })
  await expect.element(page.getByText(/^250\s000 acheteurs$/u)).toBeVisible()
  await expect.element(page.getByText(/La liste arrive encore/u)).not.toBeInTheDocument()
})

test('one comes back to the row and to what one typed', async () => {
  await open()
  await userEvent.fill(field, 'acme')
  await userEvent.click(cell('Acme Foods'))
  expect(visited.at(-1)).toBe('/insights/buyers/100020')
  leave()
  await open()
  await expect.element(field).toHaveValue('acme')
  await expect.element(cell('Acme Foods')).toHaveFocus()
})

test('amounts are in the currency of the profile, by the rates that are kept; else in euro', async () => {
  scriptBuyers({ currency: 'USD' })
  await open()
  await expect.element(grid.getByRole('columnheader', { name: /Limites \(EUR\)/u })).toBeVisible()
  await expect.element(page.getByText(/aucun cours USD/u)).toBeVisible()
})
