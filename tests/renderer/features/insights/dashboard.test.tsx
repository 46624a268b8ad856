import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DashboardPage } from '../../../../src/renderer/features/insights/dashboard/dashboard-page.tsx'
import type { Dashboard } from '../../../../src/shared/contract/credit/dashboard.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { answerOf, busyDashboard, eur, fresh, guideDashboard } from '../../support/dashboard.ts'
import { answerFromNowOn, raiseEvent } from '../../support/fake-portal.ts'
import {
  allText,
  inLanguage,
  panel,
  scriptInsights,
  showDashboard,
  textOf,
} from '../../support/insights.tsx'
import { show, visited } from '../../support/stage.tsx'

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptInsights()
})

describe('the guide’s own screen', () => {
  test('stands there figure for figure, in its own words', async () => {
    await showDashboard(guideDashboard, 'en')
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Dashboard')
    const text = allText()
    for (const words of [
      'Current Position (as at 13 July 2016)',
      'Risk Acceptance',
      'Total Applications',
      'Total Decisions',
      'Weighted Average Buyer Rating (ABR)',
      'Weighted Average Buyer Rating (ABR) of Largest Policies',
      'Policy NamePolicy IDABR',
      'DEDERT ICESTICKS B.V.1738643',
      'Change (from 1 June 2016 to 13 July 2016)',
      'New Decisions',
      'Deductions',
      'Future Deductions',
      'Pending Applications',
      'Largest Buyer Rating Deteriorations',
      'Buyer NameDeteriorationNew BRTotal CLDRA %',
      'No buyer rating changes to display',
      'Data updated Wednesday 13 July 2016 at 3:10 AM, GMT',
      'Confidential Information, for internal use and information purposes only',
      'Terms and Conditions',
    ]) {
      expect(text).toContain(words)
    }
    await expect
      .element(page.getByRole('link', { name: '57% (see the rows: Risk Acceptance)' }))
      .toHaveAttribute('href', '/insights/figures/risk-acceptance')
    for (const bar of ['Zero', 'Partial (not covered)', 'Partial (covered)', 'Full']) {
      const row = panel('New Decisions').getByRole('listitem').filter({ hasText: bar })
      // oxlint-disable-next-line no-await-in-loop -- one row after the other
      await expect.poll(() => textOf(row.element())).toContain('EUR 0')
    }
    await expect
      .element(page.getByRole('link', { name: /^ABR 43 of 100; 100 is the highest risk\./u }))
      .toBeVisible()
  })

  test.each([
    ['fr', 'Données mises à jour le mercredi 13 juillet 2016 à 03:10, GMT', '57 %'],
    ['nl', 'Gegevens bijgewerkt op woensdag 13 juli 2016 om 03:10, GMT', '57%'],
    ['de', 'Daten aktualisiert am Mittwoch, 13. Juli 2016 um 03:10, GMT', '57 %'],
    ['es', 'Datos actualizados el miércoles, 13 de julio de 2016 a las 3:10, GMT', '57 %'],
    ['it', 'Dati aggiornati mercoledì 13 luglio 2016 alle 03:10, GMT', '57%'],
  ] as const)('is written as one writes in %s', async (language, updated, percent) => {
    await showDashboard(guideDashboard, language)
    await expect.poll(allText).toContain(updated)
    expect(allText()).toContain(percent)
  })
})

describe('what is not to be computed', () => {
  const nothing: Dashboard = {
    ...guideDashboard,
    position: {
      riskAcceptance: { percent: null, granted: null, applied: null, months: [] },
      applications: 0,
      decisions: 0,
      abr: { value: null, ratedShare: null, ratedCld: null, before: null },
      totalCld: eur('0'),
      buyers: 0,
      largestPolicies: [],
    },
  }

  test('is a dash and never 0 %; an empty portfolio says what it is', async () => {
    await showDashboard(nothing)
    await expect.element(page.getByText('Votre portefeuille est encore vide')).toBeVisible()
    expect(textOf(panel('Acceptation du risque').element())).not.toMatch(/\b0\s%\s\(voir/u)
    await expect
      .element(page.getByRole('link', { name: /pas de valeur \(voir les lignes : Acceptation/u }))
      .toBeVisible()
    await expect
      .element(page.getByText('Aucun acheteur noté n’a de limite : il n’y a pas d’ABR.'))
      .toBeVisible()
    await expect.element(page.getByText('Aucune police n’a de limite en vigueur.')).toBeVisible()
  })

  test('for want of a rate says of which currency and of which day, at each figure', async () => {
    const change = Object.fromEntries(
      Object.entries(guideDashboard.change).map(([name, value]) => [
        name,
        Array.isArray(value) ? value : name === 'newDecisions' ? value : null,
      ]),
    )
    await showDashboard({
      ...guideDashboard,
      rates: [
        { currency: 'EUR', rate: '1', date: '2016-07-13' },
        { currency: 'RUB', rate: null, date: null },
      ],
      change: {
        ...guideDashboard.change,
        ...change,
        newDecisions: { zero: null, partialNotCovered: null, partialCovered: null, full: null },
      },
    })
    const words = 'Pas de taux pour RUB au 13 juillet 2016'
    await expect.element(page.getByRole('status').getByText(words)).toBeVisible()
    for (const name of ['Nouvelles décisions', 'Déductions et demandes']) {
      const said = textOf(panel(name).element()).split(words).length - 1
      expect(said).toBe(name === 'Nouvelles décisions' ? 4 : 5)
    }
    // The percentages stay.
    expect(textOf(panel('Acceptation du risque').element())).toContain('57 %')
  })
})

test('huge amounts are written to the last digit, long names break, nothing scrolls sideways', async () => {
  await page.viewport(400, 900)
  const huge = eur('123456789012345678901234.00')
  await showDashboard({
    ...busyDashboard,
    position: {
      ...busyDashboard.position,
      largestPolicies: [{ id: 'W'.repeat(40), name: 'W'.repeat(300), abr: 100, totalCld: huge }],
    },
    change: { ...busyDashboard.change, deductions: huge },
  })
  await expect
    .poll(() => textOf(panel('Déductions et demandes').element()))
    .toContain('123 456 789 012 345 678 901 234 EUR')
  expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth)
})

test('is asked for again when main keeps another one, and says how old it is', async () => {
  await showDashboard(guideDashboard)
  await expect.poll(allText).toContain('EUR')
  answerFromNowOn({
    'insights.dashboard': () =>
      success({
        dashboard: { ...guideDashboard, position: { ...guideDashboard.position, decisions: 7 } },
        freshness: { ...fresh, stale: true },
      }),
  })
  raiseEvent('resource.changed', { resources: ['dashboard'] })
  await expect
    .element(page.getByRole('link', { name: '7 (voir les lignes : Total des décisions)' }))
    .toBeVisible()
  expect(document.querySelector('[data-as-at]')).not.toBeNull()
})

test('while it is on its way, its titles stand where its figures will', async () => {
  await show(<DashboardPage />, inLanguage('fr'), '/insights')
  for (const title of ['Acceptation du risque', 'Nouvelles décisions', 'Déductions et demandes']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect.element(panel(title)).toBeVisible()
  }
  await expect.element(page.getByText('Votre tableau de bord se charge')).toBeInTheDocument()
})

test('what cannot be fetched says so, leaves the period as it is, and can be tried again', async () => {
  answerFromNowOn({ 'insights.dashboard': () => failure({ code: 'network_offline' }) })
  await show(<DashboardPage />, inLanguage('fr'), '/insights')
  await expect.element(page.getByRole('alert')).toBeVisible()
  await expect.element(page.getByRole('combobox', { name: 'Période' })).toBeVisible()
  answerFromNowOn({ 'insights.dashboard': () => answerOf(guideDashboard) })
  await userEvent.click(page.getByRole('button', { name: 'Réessayer' }))
  await expect.poll(allText).toContain('DEDERT ICESTICKS B.V.')
})

test('each deterioration leads to its buyer', async () => {
  await showDashboard(busyDashboard)
  await userEvent.click(page.getByRole('link', { name: 'L’Oréal Négoce SARL' }))
  expect(visited).toContain('/insights/buyers/b1')
})
