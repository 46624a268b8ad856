/** What-if: what is typed as what is asked, what is wrong with it, and the mark that nothing of it is real. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  nothingTyped,
  readForm,
  type SuppositionForm,
} from '../../../../src/renderer/features/insights/what-if/supposition-form.ts'
import { WhatIfPage } from '../../../../src/renderer/features/insights/what-if/what-if-page.tsx'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { answerFromNowOn, callsOf } from '../../support/fake-portal.ts'
import { allText, inLanguage, scriptInsights } from '../../support/insights.tsx'
import { show } from '../../support/stage.tsx'
import { asItIs, supposed } from '../../support/what-if.ts'

const read = (some: Partial<SuppositionForm>) => readForm({ ...nothingTyped, ...some }, 'fr')

test('what is typed is what is supposed', () => {
  expect(read({})).toEqual({ kind: 'nothing' })
  expect(
    read({
      code: 'USD',
      movePercent: ' −10,5 ',
      who: 'largest',
      count: '3',
      points: '15',
      which: 'band',
      band: 'high',
      cutTo: 'amount',
      cutAmount: '100 000',
      cutCurrency: 'EUR',
    }),
  ).toEqual({
    kind: 'suppositions',
    suppositions: {
      currency: { code: 'USD', to: { kind: 'percent', percent: -10.5 } },
      worsening: { who: { kind: 'largest', count: 3 }, points: 15 },
      cut: {
        which: { kind: 'band', id: 'high' },
        to: { kind: 'amount', amount: { amount: '100000.00', currency: 'EUR' } },
      },
    },
  })
  expect(read({ code: 'USD', move: 'rate', moveRate: '1,25' })).toMatchObject({
    suppositions: { currency: { to: { kind: 'rate', rate: '1.25' } } },
  })
})

test.each<[Partial<SuppositionForm>, readonly string[]]>([
  [{ code: 'USD', movePercent: '-100' }, ['movePercent']],
  [{ code: 'USD', movePercent: '1,234' }, ['movePercent']],
  [{ code: 'USD', movePercent: 'dix' }, ['movePercent']],
  [{ code: 'USD', move: 'rate', moveRate: '0,0' }, ['moveRate']],
  [{ who: 'largest', count: '1,5', points: '100' }, ['count', 'points']],
  [{ who: 'buyer', points: '5' }, ['worseBuyer']],
  [{ which: 'country', cutPercent: '101' }, ['country', 'cutPercent']],
  [{ which: 'policy', policy: 'p1', cutTo: 'amount', cutAmount: '-5' }, ['cutAmount']],
  [{ which: 'buyer', cutPercent: '' }, ['cutBuyer', 'cutPercent']],
])('%o is wrong at its own fields', (some, fields) => {
  const reading = read(some)
  expect(reading.kind === 'faults' && Object.keys(reading.faults).toSorted()).toEqual(
    fields.toSorted(),
  )
})

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptInsights()
  answerFromNowOn({ 'insights.whatIf': () => success(asItIs) })
})

async function showPage(): Promise<void> {
  await show(<WhatIfPage />, inLanguage('fr'), '/insights/what-if')
  await expect.element(page.getByRole('combobox', { name: 'Devise' })).toBeVisible()
}

const compute = page.getByRole('button', { name: 'Calculer' })

test('the result is marked, says what was supposed, and so does its copy', async () => {
  await showPage()
  answerFromNowOn({ 'insights.whatIf': () => success(supposed) })
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Devise' }), 'USD')
  await userEvent.fill(page.getByRole('textbox', { name: /^Variation/u }), '-10')
  await userEvent.click(compute)
  await expect.element(page.getByText(/^Ces chiffres supposent ce qui suit\./u)).toBeVisible()
  expect(allText()).toContain('USD : -10 % de sa valeur en euros')
  expect(allText()).toMatch(/169 044 850 EUR\s*-7 113 153 EUR/u)
  expect(document.title).toContain('Hypothèse')
  expect(callsOf('insights.whatIf').at(-1)).toEqual({
    suppositions: {
      currency: { code: 'USD', to: { kind: 'percent', percent: -10 } },
      worsening: null,
      cut: null,
    },
    currency: 'EUR',
  })
  let copied = ''
  // Behind the page's own, which listens to the document.
  const listen = (event: ClipboardEvent) => {
    copied = event.clipboardData?.getData('text/plain') ?? ''
  }
  window.addEventListener('copy', listen, { once: true })
  await userEvent.click(page.getByRole('button', { name: 'Copier le tableau' }))
  await expect.element(page.getByText('Le tableau est copié.')).toBeVisible()
  expect(copied).toMatch(/^Hypothèse\. .*\nUSD\s: /u)
})

test('what is wrong stands at its field, which takes the focus; nothing typed is lost', async () => {
  await showPage()
  const asked = callsOf('insights.whatIf').length
  await userEvent.click(compute)
  await expect.element(page.getByText('Supposez au moins une chose.')).toBeVisible()
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Quels acheteurs' }), 'largest')
  const points = page.getByRole('textbox', { name: /^De combien de points/u })
  await userEvent.fill(points, '150')
  await userEvent.click(compute)
  await expect.element(page.getByText('Indiquez un nombre entier de 1 à 99.')).toBeVisible()
  expect(document.activeElement?.id).toBe('points')
  await expect.element(points).toHaveValue('150')
  expect(callsOf('insights.whatIf')).toHaveLength(asked)
})

test('lists that are not whole, and limits that are not granted, are said', async () => {
  await showPage()
  answerFromNowOn({ 'insights.whatIf': () => success({ ...supposed, isWhole: false }) })
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Devise' }), 'USD')
  await userEvent.fill(page.getByRole('textbox', { name: /^Variation/u }), '5')
  await userEvent.click(compute)
  await expect
    .element(page.getByText(/^Tous les acheteurs ne sont pas encore sur cet ordinateur/u))
    .toBeVisible()
})

test('what could not be computed says why', async () => {
  await showPage()
  answerFromNowOn({ 'insights.whatIf': () => failure({ code: 'store_unavailable' }) })
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Devise' }), 'USD')
  await userEvent.fill(page.getByRole('textbox', { name: /^Variation/u }), '5')
  await userEvent.click(compute)
  await expect.element(page.getByRole('alert')).toBeVisible()
})
