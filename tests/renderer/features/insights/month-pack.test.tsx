/** The month pack: which month, what is told of it, and what is said where something is not known. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { MonthPackPage } from '../../../../src/renderer/features/insights/month-pack/month-pack-page.tsx'
import {
  monthReport,
  packMonthOf,
  packMonths,
} from '../../../../src/renderer/features/insights/period/period-rules.ts'
import type { Dashboard } from '../../../../src/shared/contract/credit/dashboard.ts'
import type { WhatIfAnswer } from '../../../../src/shared/contract/insights/what-if.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import type { Language } from '../../../../src/shared/languages.ts'
import { answerOf, busyDashboard, fresh, guideDashboard } from '../../support/dashboard.ts'
import { answerFromNowOn, callsOf } from '../../support/fake-portal.ts'
import { allText, inLanguage, scriptInsights } from '../../support/insights.tsx'
import { show, visited } from '../../support/stage.tsx'
import { asItIs } from '../../support/what-if.ts'

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptInsights()
  answerFromNowOn({ 'insights.whatIf': () => success(asItIs) })
})

async function showPack(
  dashboard: Dashboard,
  { language = 'fr', path = '/insights/month-pack' }: { language?: Language; path?: string } = {},
): Promise<void> {
  answerFromNowOn({ 'insights.dashboard': () => answerOf(dashboard) })
  await show(<MonthPackPage />, inLanguage(language), path)
  await expect.poll(allText).toContain('GMT')
}

describe('which month', () => {
  test('is one of the last 24; else the last one that is over', () => {
    const today = '2026-01-15'
    expect(packMonths(today)).toHaveLength(24)
    expect([packMonths(today)[0], packMonths(today).at(-1)]).toEqual(['2026-01', '2024-02'])
    const of = (search: string) => packMonthOf(new URLSearchParams(search), today)
    expect(of('')).toEqual({ month: '2025-12', isRefused: false })
    expect(of('month=2024-02')).toEqual({ month: '2024-02', isRefused: false })
    for (const wrong of ['2024-01', '2026-02', '2026-1', '<b>', '2026-13', '']) {
      expect(of(`month=${wrong}`)).toEqual({ month: '2025-12', isRefused: true })
    }
  })

  test('that is over is asked for whole, the present one up to the present', () => {
    expect(monthReport('2024-02', '2026-01-15', 'EUR')).toEqual({
      currency: 'EUR',
      from: '2024-02-01',
      to: '2024-02-29',
    })
    expect(monthReport('2026-01', '2026-01-15', 'EUR')).toEqual({
      currency: 'EUR',
      from: '2026-01-01',
    })
  })

  test('an address names that there is none of, is said, and another can be chosen', async () => {
    await showPack(busyDashboard, { path: '/insights/month-pack?month=1999-01' })
    await expect.element(page.getByText(/^Ce mois n’est pas parmi les 24 derniers/u)).toBeVisible()
    const month = page.getByRole('combobox', { name: 'Mois' })
    await userEvent.selectOptions(month, month.element().querySelectorAll('option')[3] ?? '')
    expect(visited.at(-1)).toMatch(/^\/insights\/month-pack\?month=\d{4}-\d{2}$/u)
  })
})

describe('what is told', () => {
  test('is made of the figures, in whole sentences', async () => {
    await showPack(busyDashboard)
    await expect.poll(allText).toContain('comme 38,4 acheteurs égaux')
    for (const sentence of [
      '21 004 acheteurs sont couverts, pour un total de 176 158 003 EUR.',
      'L’acceptation du risque est de 71 %, contre 73 % un mois plus tôt.',
      'L’ABR passe de 45 à 46 sur 100 en un mois : le risque augmente.',
      '14 700 750 EUR de demandes ont été décidées, dont 11 310 250 EUR accordés.',
      'L’assureur a réduit ou retiré 845 000 EUR de limites.',
      'La plus forte dégradation de notation : L’Oréal Négoce SARL, de 43 à 64.',
    ]) {
      expect(allText()).toContain(sentence)
    }
  })

  test('where nothing happened, in the guide’s own words', async () => {
    await showPack(guideDashboard, { language: 'en' })
    expect(allText()).toContain('No buyer rating changes to display')
    expect(allText()).toContain('The insurer reduced no limit.')
    expect(allText()).toContain('The ABR is 43 of 100, unchanged in a month.')
  })

  test('says how old it is, on the paper too, where it could not be refreshed', async () => {
    answerFromNowOn({
      'insights.dashboard': () =>
        success({ dashboard: guideDashboard, freshness: { ...fresh, stale: true } }),
    })
    await show(<MonthPackPage />, inLanguage('fr'), '/insights/month-pack')
    await expect
      .element(page.getByText(/^Ces chiffres n’ont pas pu être actualisés\. Ils ont été reçus/u))
      .toBeVisible()
  })

  test('leaves out what has no rate, and says which', async () => {
    const none = { zero: null, partialNotCovered: null, partialCovered: null, full: null }
    await showPack({
      ...busyDashboard,
      rates: [{ currency: 'RUB', rate: null, date: null }],
      change: { ...busyDashboard.change, newDecisions: none, deductions: null },
    })
    expect(allText()).toContain('Pas de taux pour RUB au 13 juillet 2016.')
    expect(allText()).not.toContain('ont été décidées')
  })

  test.each<[string, WhatIfAnswer | null]>([
    ['Tous les acheteurs ne sont pas encore sur cet ordinateur', { ...asItIs, isWhole: false }],
    ['La concentration n’a pas pu être calculée', null],
    ['Aucune limite n’est en vigueur.', { ...asItIs, result: { ...asItIs.result, largest: [] } }],
  ])('of the concentration: %s', async (words, answer) => {
    answerFromNowOn({
      'insights.whatIf': () =>
        answer === null ? failure({ code: 'network_offline' }) : success(answer),
    })
    await showPack(busyDashboard)
    await expect.poll(allText).toContain(words)
  })
})

describe('saving', () => {
  const save = page.getByRole('button', { name: 'Enregistrer en PDF' })

  test('says where it is', async () => {
    answerFromNowOn({
      'insights.saveMonthPack': () => success({ kind: 'saved', path: '/home/x/pack.pdf' }),
    })
    await showPack(busyDashboard, { path: '/insights/month-pack' })
    await expect.element(save).not.toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(save)
    await expect.element(page.getByText('Enregistré : /home/x/pack.pdf')).toBeVisible()
    expect(JSON.stringify(callsOf('insights.saveMonthPack'))).toMatch(
      /^\[\{"month":"\d{4}-\d\d"\}\]$/u,
    )
  })

  test('that fails says what to do, and can be tried again', async () => {
    answerFromNowOn({ 'insights.saveMonthPack': () => failure({ code: 'page_not_printed' }) })
    await showPack(busyDashboard)
    await expect.element(save).not.toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(save)
    await expect.element(page.getByText('Le PDF n’a pas pu être préparé.')).toBeVisible()
    await expect.element(save).toBeVisible()
  })
})

test('what is not here says so where the portal is away', async () => {
  answerFromNowOn({ 'insights.dashboard': () => failure({ code: 'network_offline' }) })
  await show(<MonthPackPage />, inLanguage('fr'), '/insights/month-pack')
  await expect.element(page.getByRole('alert')).toBeVisible()
  await expect.element(page.getByRole('combobox', { name: 'Mois' })).toBeVisible()
})
