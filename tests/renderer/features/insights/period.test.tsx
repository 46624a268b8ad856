import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { answerOf, fresh, guideDashboard, policyOf } from '../../support/dashboard.ts'
import { answerFromNowOn, callsOf, raiseEvent } from '../../support/fake-portal.ts'
import { allText, preferCurrency, scriptInsights, showDashboard } from '../../support/insights.tsx'

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptInsights()
})

const reports = () => callsOf('insights.dashboard')

describe('the period', () => {
  test('is at first that of the portal, and each preset asks for its own', async () => {
    await showDashboard(guideDashboard)
    await expect.poll(reports).toEqual([{ report: { currency: 'EUR' } }])
    const period = page.getByRole('combobox', { name: 'Période' })
    await userEvent.selectOptions(period, 'Depuis le 1er janvier')
    const year = new Date().toISOString().slice(0, 4)
    await expect
      .poll(() => reports().at(-1))
      .toEqual({
        report: { currency: 'EUR', from: `${year}-01-01` },
      })
  })

  test('can be any two days', async () => {
    await showDashboard(guideDashboard)
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Période' }), 'Dates au choix')
    await userEvent.fill(page.getByLabelText('Du', { exact: true }), '2016-06-01')
    await userEvent.fill(page.getByLabelText('Au', { exact: true }), '2016-07-13')
    await userEvent.click(page.getByRole('button', { name: 'Afficher', exact: true }))
    await expect
      .poll(() => reports().at(-1))
      .toEqual({
        report: { currency: 'EUR', from: '2016-06-01', to: '2016-07-13' },
      })
  })

  test('that ends before it begins is told of at its end; nothing typed is lost', async () => {
    await showDashboard(guideDashboard)
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Période' }), 'Dates au choix')
    const [from, to] = [
      page.getByLabelText('Du', { exact: true }),
      page.getByLabelText('Au', { exact: true }),
    ]
    await userEvent.fill(from, '2016-07-13')
    await userEvent.fill(to, '2016-06-01')
    await userEvent.click(page.getByRole('button', { name: 'Afficher', exact: true }))
    await expect
      .element(to)
      .toHaveAccessibleDescription(
        'La période finit avant de commencer. Choisissez le 13 juillet 2016 ou un jour plus tard.',
      )
    await expect.element(to).toHaveFocus()
    await expect.element(from).toHaveValue('2016-07-13')
    await expect.element(to).toHaveValue('2016-06-01')
    expect(reports()).toHaveLength(1)
    await userEvent.fill(to, '2999-01-01')
    await expect.element(to).toHaveAccessibleDescription(/finit au plus tard aujourd’hui/u)
    await userEvent.fill(from, '')
    await expect.element(from).toHaveAccessibleDescription('Indiquez une date.')
  })
})

describe('the policy', () => {
  test('is all of them, or one; whoever has one has nothing to choose', async () => {
    answerFromNowOn({
      'credit.policies': () =>
        success({ policies: [policyOf('1', 'Une'), policyOf('2', 'Deux')], freshness: fresh }),
    })
    await showDashboard(guideDashboard)
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Police' }), 'Deux (2)')
    await expect
      .poll(() => callsOf('insights.dashboard').at(-1))
      .toEqual({ report: { currency: 'EUR', policy: '2' } })
    answerFromNowOn({
      'insights.dashboard': () => failure({ code: 'not_found' }),
      'credit.policies': () => success({ policies: [policyOf('1', 'Une')], freshness: fresh }),
    })
    raiseEvent('resource.changed', { resources: ['policies', 'dashboard'] })
    await expect
      .element(page.getByText('Cette police ne vous est pas, ou plus, accessible.'))
      .toBeVisible()
    answerFromNowOn({ 'insights.dashboard': () => answerOf(guideDashboard) })
    await userEvent.click(page.getByRole('button', { name: 'Afficher toutes les polices' }))
    await expect.poll(allText).toContain('Situation actuelle (au 13 juillet 2016)')
    await expect.element(page.getByRole('combobox', { name: 'Police' })).not.toBeInTheDocument()
  })
})

test('another currency is asked for once the preferences name it', async () => {
  await showDashboard(guideDashboard)
  await expect.element(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  preferCurrency('USD')
  answerFromNowOn({
    'insights.dashboard': () =>
      answerOf({
        ...guideDashboard,
        currency: 'USD',
        rates: [
          { currency: 'EUR', rate: '1', date: '2016-07-13' },
          { currency: 'USD', rate: '1.1072', date: '2016-07-12' },
        ],
      }),
  })
  raiseEvent('resource.changed', { resources: ['preferences'] })
  await expect.poll(allText).toContain('Taux de change : 1 EUR = 1,1072 USD (12 juillet 2016)')
  expect(callsOf('insights.dashboard').at(-1)).toEqual({ report: { currency: 'USD' } })
})
