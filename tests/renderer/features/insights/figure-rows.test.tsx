import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { FigurePage } from '../../../../src/renderer/features/insights/figures/figure-page.tsx'
import { figurePath } from '../../../../src/renderer/common/navigation/navigation.ts'
import {
  figures,
  type Dashboard,
  type Figure,
  type FigureRow,
} from '../../../../src/shared/contract/credit/dashboard.ts'
import type { AppState } from '../../../../src/shared/contract/routes.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { answerOf, busyDashboard, eur, figureRow } from '../../support/dashboard.ts'
import { answerFromNowOn, callsOf, pageOf, signedIn } from '../../support/fake-portal.ts'
import { scriptInsights } from '../../support/insights.tsx'
import { show, visited } from '../../support/stage.tsx'

const state: AppState = { ...signedIn, service: 'insights' }
const english: AppState = { ...state, language: 'en' }

/** Shows the rows of `figure` in English. */
async function showRows(
  figure: Figure,
  rows: readonly FigureRow[],
  dashboard: Dashboard = busyDashboard,
) {
  answerFromNowOn({
    'insights.dashboard': () => answerOf(dashboard),
    'insights.figureRows': () => pageOf(rows),
  })
  await show(<FigurePage />, english, figurePath(figure))
  await expect.element(page.getByRole('grid')).toBeVisible()
}

const textOf = (element: Element) => element.textContent.replaceAll(/\s+/gu, ' ').trim()
/** The cells of a row of the grid: 0 is the names, the last one the sums. */
const cellsOf = (row: number) =>
  page.getByRole('grid').getByRole('row').nth(row).element().querySelectorAll('th, td')
const row = (at: number) => [...cellsOf(at)].map(textOf)

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptInsights()
})

test('risk acceptance: what was applied for and granted, and sums that give the percentage', async () => {
  await showRows('risk-acceptance', [
    figureRow('1', {
      applied: eur('10000'),
      granted: eur('12000'),
      amount: eur('10000'),
      riskAcceptance: 57,
    }),
  ])
  await expect.poll(() => row(0)).toContain('Applied for')
  expect(row(1)).toEqual([
    'Acheteur 1',
    'Belgium',
    '17386',
    '20/06/2016',
    'EUR 10,000',
    'EUR 10,000',
    '57%',
  ])
  await expect
    .poll(() => row(-1).filter((text) => text !== ''))
    .toEqual(['Total', 'EUR 255,532,633.40', 'EUR 182,450,300.25', '71%'])
})

test('a partial decision is split into what is covered and what is not, exactly', async () => {
  await showRows('new-decisions-partial', [
    figureRow('1', { applied: eur('9007199254740993.01'), granted: eur('0.02') }),
  ])
  await expect
    .poll(() => row(1).slice(-3))
    .toEqual(['EUR 9,007,199,254,740,993.01', 'EUR 0.02', 'EUR 9,007,199,254,740,992.99'])
  expect(row(-1).slice(-3)).toEqual(['EUR 6,030,750', 'EUR 3,890,250', 'EUR 2,140,500'])
})

test('an amount in another currency is told in both', async () => {
  await showRows('deductions', [
    figureRow('1', {
      amount: eur('903.18'),
      granted: eur('0'),
      original: { amount: '1000.00', currency: 'USD' },
    }),
  ])
  await expect.poll(() => row(0).slice(-2)).toEqual(['In its currency', 'Amount'])
  expect(row(1).slice(-2)).toEqual(['USD 1,000', 'EUR 903.18'])
  expect(row(-1).at(-1)).toBe('EUR 845,000')
})

test.each(figures)('%s has a name, columns and an explanation of its own', async (figure) => {
  await showRows(figure, [figureRow('1', { name: 'True Food', status: 'accepted' })])
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(document.title).not.toContain('figures.')
  expect(textOf(document.body)).not.toMatch(/rows\.|explain\.|\{\{/u)
  expect(row(0).every((name) => name !== '')).toBe(true)
  await userEvent.click(page.getByRole('button', { name: /^How it is computed/u }))
  await expect.element(page.getByRole('dialog')).toBeVisible()
})

test('a row leads to its buyer: by its name, and by the keyboard', async () => {
  await showRows('deductions', [figureRow('1'), figureRow('2')])
  await userEvent.click(page.getByRole('link', { name: 'Acheteur 2' }))
  expect(visited.filter((path) => path === '/insights/buyers/buyer-2')).toHaveLength(1)
})

test('more rows come a page at a time, for the period and policy that are chosen', async () => {
  answerFromNowOn({
    'insights.dashboard': () => answerOf(busyDashboard),
    'insights.figureRows': ({ cursor }) =>
      cursor === null ? pageOf([figureRow('1')], 'next') : pageOf([figureRow('2')]),
  })
  await show(<FigurePage />, state, figurePath('decisions'))
  await userEvent.click(page.getByRole('button', { name: 'Afficher d’autres lignes' }))
  await expect.element(page.getByText('2 lignes')).toBeVisible()
  expect(callsOf('insights.figureRows')).toEqual([
    { figure: 'decisions', report: { currency: 'EUR' }, cursor: null },
    { figure: 'decisions', report: { currency: 'EUR' }, cursor: 'next' },
  ])
})

test('the rows can be saved as a file; where that fails it is said', async () => {
  answerFromNowOn({ 'credit.export': () => failure({ code: 'disk_full' }) })
  await showRows('deductions', [figureRow('1')])
  await userEvent.click(page.getByRole('button', { name: 'Export as CSV' }))
  await expect.element(page.getByRole('alert')).toBeVisible()
  answerFromNowOn({
    'credit.export': () => success({ kind: 'saved', path: '/home/marie/rows.csv', rows: 1 }),
  })
  await userEvent.click(page.getByRole('button', { name: 'Export as CSV' }))
  await expect.element(page.getByText('One row saved in /home/marie/rows.csv')).toBeVisible()
  expect(callsOf('credit.export').at(-1)).toEqual({
    format: 'csv',
    columns: null,
    table: { kind: 'figure', figure: 'deductions', report: { currency: 'EUR' } },
  })
})

test('no rows, a figure that does not exist and a failure have words of their own', async () => {
  answerFromNowOn({
    'insights.dashboard': () => answerOf(busyDashboard),
    'insights.figureRows': () => pageOf([]),
  })
  await show(<FigurePage />, state, figurePath('deductions'))
  await expect.element(page.getByText('Aucune ligne pour cette période.')).toBeVisible()
  await show(<FigurePage />, state, '/insights/figures/nothing')
  await expect.element(page.getByText('Ce chiffre n’existe pas.')).toBeVisible()
  answerFromNowOn({ 'insights.figureRows': () => failure({ code: 'network_offline' }) })
  await show(<FigurePage />, state, figurePath('deductions'))
  await expect.element(page.getByRole('alert').first()).toBeVisible()
})

test('largest policies: each has its own average, also beyond those of the dashboard', async () => {
  await showRows('largest-policies', [
    figureRow('99', { buyerId: null, name: 'Elfte', policyId: '99', totalCld: eur('10'), abr: 51 }),
    figureRow('98', { buyerId: null, name: 'Zwölfte', policyId: '98', totalCld: eur('5') }),
  ])
  await expect.poll(() => row(1)).toContain('51')
  expect(row(2)).toContain('–')
})
