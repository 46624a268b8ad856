/** Buyers and limits as a portal gives them, with names that people really have. */
import type { Buyer } from '../../../src/shared/contract/credit/buyers.ts'
import type { CreditLimit } from '../../../src/shared/contract/credit/credit-limits.ts'
import type { Application } from '../../../src/shared/contract/credit/applications.ts'
import type { Policy } from '../../../src/shared/contract/credit/policies.ts'

export const awkwardNames = [
  'L’Oréal',
  "L'Oreal",
  'O’Brien & Sons',
  'Ørsted A/S',
  'Škoda',
  'İstanbul Gıda',
  'Straße GmbH',
  'Strasse GmbH',
  'Cafe\u0301 Noir',
  'Deux\u00a0Mots ',
  'Zero\u200bWidth',
  '株式会社テスト',
  'ООО «Ромашка»',
  'شركة',
  'x'.repeat(250),
  '=HYPERLINK("x")',
  '+32 Logistics',
  '-5 Degrees',
  '@Home NV',
  'NULL',
  'True Food',
  '1E10 Ltd',
  'March1',
  'Two\nLines',
  'Case BV',
  'CASE BV',
  '…',
] as const

export function buyer(id: string, some: Partial<Buyer> = {}): Buyer {
  return {
    id,
    name: `Buyer ${id}`,
    country: 'BE',
    town: null,
    registrationNumber: null,
    rating: 40,
    band: 'medium',
    totalCld: { amount: '1000.00', currency: 'EUR' },
    limits: [{ amount: '1000.00', currency: 'EUR' }],
    riskAcceptance: 50,
    decision: 'accepted',
    pendingApplications: 0,
    endsOn: null,
    policyIds: ['p1'],
    ...some,
  }
}

export function limit(id: string, some: Partial<CreditLimit> = {}): CreditLimit {
  return {
    id,
    policyId: 'p1',
    buyerId: `b-${id}`,
    buyerName: `Buyer ${id}`,
    country: 'BE',
    applied: { amount: '2000.00', currency: 'EUR' },
    granted: { amount: '1000.00', currency: 'EUR' },
    status: 'partly_accepted',
    initiatedBy: 'customer',
    appliedAt: '2026-10-01T08:00:00.000Z',
    decidedAt: '2026-10-02T08:00:00.000Z',
    effectiveOn: '2026-10-02',
    endsOn: null,
    inForce: { amount: '1000.00', currency: 'EUR' },
    reason: null,
    paymentTermsDays: 30,
    conditions: null,
    pending: null,
    ...some,
  }
}

export function application(id: string, some: Partial<Application> = {}): Application {
  return {
    id,
    kind: 'new',
    policyId: 'p1',
    buyerId: `b-${id}`,
    buyerName: `Buyer ${id}`,
    country: 'BE',
    amount: { amount: '2000.00', currency: 'EUR' },
    paymentTermsDays: 30,
    startsOn: null,
    endsOn: null,
    status: 'pending',
    appliedAt: '2026-11-20T08:00:00.000Z',
    expectedBy: null,
    decision: null,
    limitId: `l-${id}`,
    ...some,
  }
}

export function policy(id: string): Policy {
  return {
    id,
    name: `Policy ${id}`,
    currency: 'EUR',
    country: 'BE',
    mepDays: 60,
    graceDays: 30,
    maximumTermsDays: 90,
    reportWithinDays: 30,
  }
}
