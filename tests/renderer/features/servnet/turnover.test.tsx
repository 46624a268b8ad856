/** Declaring turnover: what was declared before stands beside the amount. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TurnoverPage } from '../../../../src/renderer/features/servnet/turnover-page.tsx'
import type { TurnoverDeclaration } from '../../../../src/shared/contract/credit/turnover.ts'
import {
  periodsBefore,
  yearBefore,
} from '../../../../src/renderer/features/servnet/turnover-periods.ts'
import { scriptApplying, withOnePolicy } from '../../support/apply.ts'
import { answerFromNowOn, pageOf, signedIn } from '../../support/fake-portal.ts'
import { show } from '../../support/stage.tsx'

/** The policy of whoever has but one. */
const policyId = '17386'

const declared = (period: string, amount: string, replaced = false): TurnoverDeclaration => ({
  id: `${period} ${amount}`,
  policyId,
  period,
  amount: { amount, currency: 'EUR' },
  declaredAt: '2026-07-08T09:00:00.000Z',
  replaced,
})

beforeEach(() => {
  scriptApplying()
  withOnePolicy()
})

test('the period’s and that of the year before, also far back in what is kept', async () => {
  // The one that is offered first.
  const [period = ''] = periodsBefore(new Date(), 'quarter')
  const first = [declared(period, '1.00', true), declared(period, '1250000.00')]
  const second = [declared(yearBefore(period), '1000000.00')]
  answerFromNowOn({
    'servnet.declarations': ({ cursor }) =>
      cursor === null ? pageOf(first, 'next') : pageOf(second),
  })
  await show(<TurnoverPage />, signedIn, '/servnet/turnover')
  await expect.element(page.getByText(/Déjà déclaré.*1.250.000/u)).toBeVisible()
  await expect.element(page.getByText(/Un an plus tôt.*1.000.000/u)).toBeVisible()
  await userEvent.click(page.getByText('Mois', { exact: true }))
  await expect.element(page.getByText(/Un an plus tôt/u)).not.toBeInTheDocument()
})

test.each([
  ['2026-Q1', '2025-Q1'],
  ['2026-10', '2025-10'],
  ['2000-01', '1999-01'],
])('a year before %s is %s', (period, before) => {
  expect(yearBefore(period)).toBe(before)
})
