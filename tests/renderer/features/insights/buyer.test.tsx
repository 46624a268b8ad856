import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { BuyerPage } from '../../../../src/renderer/features/insights/buyer/buyer-page.tsx'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { buyerAt, buyerDetail, freshness } from '../../../pages/support/portfolio.ts'
import { newcomer, scriptBuyers } from '../../support/buyers.ts'
import { answerFromNowOn, callsOf } from '../../support/fake-portal.ts'
import { leave, show, visited } from '../../support/stage.tsx'

const open = () => show(<BuyerPage />, person, '/insights/buyers/100000')
const heading = page.getByRole('heading', { level: 1 })
const side = page.getByRole('complementary')
const note = page.getByRole('textbox', { name: 'Ma note' })

let person = newcomer()

beforeEach(async () => {
  person = newcomer()
  await page.viewport(1280, 900)
  scriptBuyers()
  answerFromNowOn({
    'credit.buyerDetail': ({ id }) =>
      success({
        detail: { ...buyerDetail, buyer: { ...buyerDetail.buyer, id, name: `Acheteur ${id}` } },
        freshness,
      }),
    'credit.policies': () => success({ policies: [], freshness }),
    'credit.neighbours': ({ id }) =>
      success({
        previous: id === '100000' ? null : String(Number(id) - 1),
        next: String(Number(id) + 1),
      }),
    'credit.note': () => success({ text: '', savedAt: null }),
    'credit.saveNote': () => success({ savedAt: new Date().toISOString() }),
  })
})

test('says what the limit is, until when it holds, and what changes', async () => {
  await open()
  await expect.element(side.getByText(/^150\s000\sEUR$/u)).toBeVisible()
  await expect.element(page.getByText('Jusqu’au 30/06/2027')).toBeVisible()
  await expect
    .element(page.getByText(/Les livraisons avant le 10\/12\/2026 gardent 150\s000\sEUR/u))
    .toBeVisible()
  await expect.element(page.getByText(/\+14 depuis le 29\/10\/2026 : plus risqué/u)).toBeVisible()
})

test('the history of the rating is read out a value at a time, and is a table', async () => {
  await open()
  const chart = page.getByRole('figure', { name: 'Évolution de la notation' })
  await expect.element(chart).toBeVisible()
  chart.element().focus()
  await expect.element(chart.getByRole('status')).toHaveTextContent('À partir du 29/10/2026 : 62')
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(chart.getByRole('status')).toHaveTextContent('À partir du 12/05/2026 : 48')
  await userEvent.click(page.getByText('Afficher en tableau'))
  await expect
    .element(page.getByRole('table', { name: 'Évolution de la notation' }).getByRole('row').nth(5))
    .toBeVisible()
})

test('Ctrl and the arrows go through the list that one came from', async () => {
  await open()
  await expect.element(heading).toHaveTextContent('Acheteur 100000')
  await expect
    .element(page.getByRole('button', { name: 'Acheteur suivant' }))
    .not.toHaveAttribute('aria-disabled')
  await userEvent.keyboard('{Control>}{ArrowDown}{/Control}')
  await expect.element(heading).toHaveTextContent('Acheteur 100001')
  await expect
    .element(page.getByRole('button', { name: 'Acheteur précédent' }))
    .not.toHaveAttribute('aria-disabled')
  await userEvent.keyboard('{Control>}{ArrowUp}{/Control}')
  await expect.element(heading).toHaveTextContent('Acheteur 100000')
  expect(visited.at(-1)).toBe('/insights/buyers/100000')
})

test('the note is kept by itself, also where one leaves in the middle of a word', async () => {
  await open()
  await userEvent.fill(note, 'Acompte de 30 %')
  await expect.element(page.getByText(/^Gardée sur cet ordinateur/u)).toBeVisible()
  await userEvent.fill(note, 'Acompte de 30 % conv')
  leave()
  expect(callsOf('credit.saveNote').at(-1)).toEqual({
    buyerId: '100000',
    text: 'Acompte de 30 % conv',
  })
})

test('a note that cannot be kept is said, and what is typed stays', async () => {
  answerFromNowOn({ 'credit.saveNote': () => failure({ code: 'unexpected' }) })
  await open()
  await userEvent.fill(note, 'Important')
  await expect.element(page.getByText(/La note n’a pas pu être gardée/u)).toBeVisible()
  await expect.element(note).toHaveValue('Important')
})

test('an unrated buyer is none with a zero', async () => {
  answerFromNowOn({
    'credit.buyerDetail': () =>
      success({
        detail: {
          ...buyerDetail,
          buyer: { ...buyerAt(4), rating: null, band: null },
          ratings: [],
          limits: [],
          decisions: [],
          runOff: [],
          alerts: [],
        },
        freshness,
      }),
  })
  await open()
  await expect.element(page.getByText(/n’a pas encore de notation/u)).toBeVisible()
  await expect.element(page.getByText('Aucune alerte sur cet acheteur.')).toBeVisible()
  await expect.element(page.getByRole('figure')).not.toBeInTheDocument()
})

test('a buyer that vanished has words of its own, and its note stays', async () => {
  answerFromNowOn({
    'credit.buyerDetail': () => failure({ code: 'not_found' }),
    'credit.note': () => success({ text: 'À rappeler', savedAt: freshness.fetchedAt }),
  })
  await open()
  await expect
    .element(page.getByRole('heading', { level: 1, name: /portefeuille$/u }))
    .toBeVisible()
  await expect.element(note).toHaveValue('À rappeler')
  await expect.element(page.getByRole('link', { name: 'Tous les acheteurs' })).toBeVisible()
})

test('offline, the row of the list stands in for what was never opened', async () => {
  answerFromNowOn({
    'credit.buyerDetail': () => failure({ code: 'network_offline' }),
    'credit.buyer': () => success({ buyer: buyerAt(1), freshness }),
  })
  await open()
  await expect.element(heading).toHaveTextContent('O’Brien & Sons')
  await expect.element(page.getByText(/seule la ligne de la liste/u)).toBeVisible()
  await expect.element(page.getByText('719 500 EUR')).toBeVisible()
})
