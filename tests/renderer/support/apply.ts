/** What main answers to who applies for a limit: two policies, two buyers, and a portal that takes all. */
import { page } from 'vitest/browser'
import type { Application } from '../../../src/shared/contract/credit/applications.ts'
import type { Buyer } from '../../../src/shared/contract/credit/buyers.ts'
import type { CreditLimit } from '../../../src/shared/contract/credit/credit-limits.ts'
import type { Policy } from '../../../src/shared/contract/credit/policies.ts'
import { success } from '../../../src/shared/contract/result.ts'
import type { ApplicationDraft } from '../../../src/shared/contract/servnet/routes.ts'
import { eur, freshness } from './credit.ts'
import { answerFromNowOn, scriptPortal } from './fake-portal.ts'
import { hold, profileOf } from './profile.ts'

export const icesticks: Policy = {
  id: '17386',
  name: 'DEDERT ICESTICKS B.V.',
  currency: 'EUR',
  country: 'NL',
  mepDays: 60,
  graceDays: 30,
  maximumTermsDays: 120,
  reportWithinDays: 30,
}

export const export2: Policy = {
  ...icesticks,
  id: '20001',
  name: 'DEDERT EXPORT',
  currency: 'JPY',
  maximumTermsDays: 60,
}

export const loreal: Buyer = {
  id: 'b1',
  name: 'L’Oréal',
  country: 'FR',
  town: 'Clichy',
  registrationNumber: '632012100',
  rating: 40,
  band: null,
  totalCld: eur('50000.00'),
  limits: [eur('80000.00')],
  riskAcceptance: 100,
  decision: 'accepted',
  pendingApplications: 0,
  endsOn: null,
  policyIds: ['17386'],
}

export const orsted: Buyer = {
  ...loreal,
  id: 'b2',
  name: 'Ørsted A/S',
  country: 'DK',
  town: null,
  registrationNumber: '36213728',
  limits: [],
  policyIds: [],
}

export const lorealLimit: CreditLimit = {
  id: 'l1',
  policyId: '17386',
  buyerId: 'b1',
  buyerName: 'L’Oréal',
  country: 'FR',
  applied: eur('50000.00'),
  granted: eur('50000.00'),
  status: 'accepted',
  initiatedBy: 'customer',
  appliedAt: '2026-03-01T09:00:00.000Z',
  decidedAt: '2026-03-02T09:00:00.000Z',
  effectiveOn: '2026-03-02',
  endsOn: null,
  inForce: eur('50000.00'),
  reason: null,
  paymentTermsDays: 60,
  conditions: null,
  pending: null,
}

export const sentApplication: Application = {
  id: 'AP-2026-1',
  kind: 'increase',
  policyId: '17386',
  buyerId: 'b1',
  buyerName: 'L’Oréal',
  country: 'FR',
  amount: eur('100000.00'),
  paymentTermsDays: 60,
  startsOn: null,
  endsOn: null,
  status: 'pending',
  appliedAt: '2026-11-29T10:00:00.000Z',
  expectedBy: '2026-12-01T10:00:00.000Z',
  decision: null,
  limitId: 'l1',
}

export const search = page.getByRole('combobox', { name: 'Nom ou numéro de l’acheteur' })
export const amount = page.getByLabelText('Montant de la limite')
export const goOn = page.getByRole('button', { name: 'Continuer' })
export const send = page.getByRole('button', { name: 'Envoyer la demande' })

/** The draft as it was last given to main; null where it was discarded. */
export let keptDraft: ApplicationDraft | null = null

/** Finds buyers by the beginning of their name. */
export function scriptApplying(): void {
  keptDraft = null
  scriptPortal({
    'servnet.applicationDraft': () => success({ draft: null, savedAt: null }),
    'servnet.saveApplicationDraft': ({ draft }) => {
      keptDraft = draft
      return success({ savedAt: draft === null ? null : new Date().toISOString() })
    },
    'servnet.checkApplication': ({ buyerId, policyId }) =>
      success({
        warnings: [],
        limit: buyerId === 'b1' && policyId === '17386' ? lorealLimit : null,
      }),
    'servnet.apply': () => success({ kind: 'sent', answer: sentApplication }),
    'credit.policies': () => success({ policies: [icesticks, export2], freshness }),
    'credit.buyers': ({ filters: { q = '', country } }) => {
      const items = [loreal, orsted].filter(
        (buyer) =>
          buyer.name.toLowerCase().startsWith(q.toLowerCase()) &&
          (country === undefined || buyer.country === country),
      )
      return success({
        window: { items, total: items.length, kept: 2, isWhole: true },
        freshness,
      })
    },
    'credit.buyer': ({ id }) => {
      const buyer = [loreal, orsted].find((one) => one.id === id)
      return buyer === undefined
        ? { ok: false, error: { code: 'not_found' } }
        : success({ buyer, freshness })
    },
  })
  hold(profileOf({ preferences: { defaultSearchCountry: null } }))
}

/** Only one policy, which is then the one that is meant. */
export function withOnePolicy(): void {
  answerFromNowOn({ 'credit.policies': () => success({ policies: [icesticks], freshness }) })
}
