/** Insights' dashboard as main would answer it. */
import type { Dashboard, FigureRow } from '../../../src/shared/contract/credit/dashboard.ts'
import type { Policy } from '../../../src/shared/contract/credit/policies.ts'
import { success } from '../../../src/shared/contract/result.ts'

export const fresh = { fetchedAt: '2016-07-13T08:00:00.000Z', stale: false, refreshing: false }

/** "1234.50" in euro. */
export const eur = (amount: string) => ({ amount, currency: 'EUR' })

const months = ['08', '09', '10', '11', '12'].map((month) => `2015-${month}`)
const thisYear = ['01', '02', '03', '04', '05', '06', '07'].map((month) => `2016-${month}`)

/** The guide's own screen: one policy, one application, one decision, nothing new in the period. */
export const guideDashboard: Dashboard = {
  asOf: '2016-07-13',
  from: '2016-06-01',
  to: '2016-07-13',
  currency: 'EUR',
  dataUpdatedAt: '2016-07-13T03:10:00.000Z',
  rates: [{ currency: 'EUR', rate: '1', date: '2016-07-13' }],
  position: {
    riskAcceptance: {
      percent: 57,
      granted: eur('5700.00'),
      applied: eur('10000.00'),
      months: [
        ...months.map((month) => ({ month, percent: null })),
        ...thisYear.map((month) => ({ month, percent: 57 })),
      ],
    },
    applications: 1,
    decisions: 1,
    abr: { value: 43, ratedShare: 100, ratedCld: eur('5700.00'), before: 43 },
    totalCld: eur('5700.00'),
    buyers: 1,
    largestPolicies: [
      { id: '17386', name: 'DEDERT ICESTICKS B.V.', abr: 43, totalCld: eur('5700.00') },
    ],
  },
  change: {
    newDecisions: {
      zero: eur('0'),
      partialNotCovered: eur('0'),
      partialCovered: eur('0'),
      full: eur('0'),
    },
    deductions: eur('0'),
    futureDeductions: eur('0'),
    customerCuts: eur('0'),
    endedTemporary: eur('0'),
    pendingApplications: eur('0'),
    deteriorations: [],
  },
}

/** A portfolio in which a good deal happened. */
export const busyDashboard: Dashboard = {
  ...guideDashboard,
  rates: [
    { currency: 'EUR', rate: '1', date: '2016-07-13' },
    { currency: 'GBP', rate: '0.83410', date: '2016-07-12' },
    { currency: 'USD', rate: '1.1072', date: '2016-07-13' },
  ],
  position: {
    riskAcceptance: {
      percent: 71.4,
      granted: eur('182450300.25'),
      applied: eur('255532633.40'),
      months: [...months, ...thisYear].map((month, index) => ({
        month,
        percent: [62, 64.5, 61, 66, 68, 67.2, 69, 72, 70, 74, 73, 71.4][index] ?? null,
      })),
    },
    applications: 24_913,
    decisions: 24_377,
    abr: { value: 46.24, ratedShare: 97.6, ratedCld: eur('171930211.00'), before: 44.7 },
    totalCld: eur('176158003.00'),
    buyers: 21_004,
    largestPolicies: [
      ['40012', 'Van Damme Logistics NV', 51.2, '31250000'],
      ['40007', 'Škoda Kovárna a.s.', 44, '22840000'],
      ['40031', 'Ørsted Træ A/S', 39.5, '18200000'],
      ['40002', '株式会社テスト', null, '9000000'],
    ].map(([id, name, abr, cld]) => ({
      id: String(id),
      name: String(name),
      abr: typeof abr === 'number' ? abr : null,
      totalCld: eur(String(cld)),
    })),
  },
  change: {
    newDecisions: {
      zero: eur('1250000.00'),
      partialNotCovered: eur('2140500.00'),
      partialCovered: eur('3890250.00'),
      full: eur('7420000.00'),
    },
    deductions: eur('845000.00'),
    futureDeductions: eur('260000.00'),
    customerCuts: eur('75000.00'),
    endedTemporary: eur('120000.00'),
    pendingApplications: eur('1904300.50'),
    deteriorations: [
      ['b1', 'L’Oréal Négoce SARL', 21, 64, '450000', 48],
      ['b2', 'Ørsted Træ A/S', 14, 58, '1200000', 80],
      ['b3', '+32 Logistics', 9, 77, '0', null],
      ['b4', 'شركة النور', 3, 51, '80000', 100],
    ].map(([buyerId, name, deterioration, rating, cld, ra]) => ({
      buyerId: String(buyerId),
      name: String(name),
      deterioration: Number(deterioration),
      rating: Number(rating),
      totalCld: eur(String(cld)),
      riskAcceptance: typeof ra === 'number' ? ra : null,
    })),
  },
}

/** What main answers of it. */
export const answerOf = (dashboard: Dashboard) => success({ dashboard, freshness: fresh })

/** A row behind a figure, with as much as a test says. */
export function figureRow(id: string, values: Partial<FigureRow> = {}): FigureRow {
  return {
    id,
    buyerId: `buyer-${id}`,
    name: `Acheteur ${id}`,
    country: 'BE',
    policyId: '17386',
    on: '2016-06-20',
    applied: null,
    granted: null,
    amount: null,
    original: null,
    totalCld: null,
    rating: null,
    deterioration: null,
    riskAcceptance: null,
    status: null,
    ...values,
  }
}

/** A policy with usual conditions. */
export const policyOf = (id: string, name: string): Policy => ({
  id,
  name,
  currency: 'EUR',
  country: 'BE',
  mepDays: 60,
  graceDays: 30,
  maximumTermsDays: 90,
  reportWithinDays: 30,
})
