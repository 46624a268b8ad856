/** A portfolio as main would answer it: names as people have them, amounts in several currencies. */
import type { Buyer, BuyerDetail } from '../../../src/shared/contract/credit/buyers.ts'
import type { CreditLimit } from '../../../src/shared/contract/credit/credit-limits.ts'
import type { Meta } from '../../../src/shared/contract/portal/meta.ts'
import { success } from '../../../src/shared/contract/result.ts'
import type { SessionView } from '../../../src/shared/contract/identity/sessions.ts'
import { clientOf, someClients } from '../../support/clients.ts'
import { someDocuments } from '../../support/partner-documents.ts'
import { freshState, type Answers } from './fake-portal.ts'
import { profile } from './longest.ts'

const freshness = { fetchedAt: '2026-11-23T09:00:00.000Z', stale: false, refreshing: false }

/** What companies are really called. */
export const awkwardNames = [
  'L’Oréal Distribution',
  'O’Brien & Sons',
  'Ørsted A/S',
  'Škoda Transportation',
  'İstanbul Gıda',
  'Straßenbau Groß',
  'Cafe\u0301 de la Gare',
  '株式会社テスト',
  'ООО «Ромашка»',
  'شركة النور',
  '=HYPERLINK("http://example.test";"Acme")',
  '+32 Logistics',
  '-5 Degrees',
  '@Home NV',
  'NULL',
  'True Food',
  '1E10 Ltd',
  'March1',
  'Two\nLines Trading',
  'ACME Foods',
  'Acme Foods',
  `Très ${'longue '.repeat(30)}dénomination`.slice(0, 250),
]

const countries = ['BE', 'FR', 'NL', 'DE', 'ES', 'IT', 'DK', 'CZ', 'JP', 'TR']
const decisions = [
  'accepted',
  'partly_accepted',
  'reduced',
  'pending',
  'refused',
  'accepted',
] as const
const bands = ['low', 'moderate', 'elevated', 'high']

/** Buyer number `index`; the first have the awkward names. */
export function buyerAt(index: number): Buyer {
  const isUnrated = index % 11 === 4
  const rating = ((index * 37) % 100) + 1
  const limit = ((index * 7919) % 900) * 1_000 + 500
  return {
    id: String(100_000 + index),
    name: awkwardNames[index] ?? `Acheteur ${index}`,
    country: countries[index % countries.length] ?? 'BE',
    town: 'Namur',
    registrationNumber: String(200_000_000 + index * 13),
    rating: isUnrated ? null : rating,
    band: isUnrated ? null : (bands[Math.floor((rating - 1) / 25)] ?? null),
    totalCld: { amount: `${limit}.00`, currency: 'EUR' },
    limits: [{ amount: `${limit}.00`, currency: 'EUR' }],
    riskAcceptance: index % 7 === 3 ? null : (index * 13) % 101,
    decision: decisions[index % decisions.length] ?? null,
    pendingApplications: index % 6 === 3 ? 1 : 0,
    endsOn: index % 5 === 1 ? '2026-12-31' : null,
    policyIds: ['17386'],
  }
}

const localized = (fr: string, nl: string, en: string) => ({ fr, nl, en, de: en, es: en, it: en })

export const ratingBands: Meta['ratingBands'] = [
  { id: 'low', name: localized('Faible', 'Laag', 'Low'), from: 1, to: 25 },
  { id: 'moderate', name: localized('Modéré', 'Matig', 'Moderate'), from: 26, to: 50 },
  { id: 'elevated', name: localized('Élevé', 'Verhoogd', 'Elevated'), from: 51, to: 75 },
  { id: 'high', name: localized('Très élevé', 'Zeer hoog', 'Very high'), from: 76, to: 100 },
]

const limit: CreditLimit = {
  id: 'l1',
  policyId: '17386',
  buyerId: '100000',
  buyerName: awkwardNames[0] ?? '',
  country: 'FR',
  applied: { amount: '250000.00', currency: 'EUR' },
  granted: { amount: '80000.00', currency: 'EUR' },
  status: 'reduced',
  initiatedBy: 'insurer',
  appliedAt: '2025-02-03T09:00:00.000Z',
  decidedAt: '2026-11-10T09:00:00.000Z',
  effectiveOn: '2026-12-10',
  endsOn: '2027-06-30',
  inForce: { amount: '150000.00', currency: 'EUR' },
  reason: 'accounts_weak',
  paymentTermsDays: 60,
  conditions: 'Sous réserve de la caution de la société mère.',
  pending: {
    applicationId: 'a9',
    amount: { amount: '200000.00', currency: 'EUR' },
    appliedAt: '2026-11-20T09:00:00.000Z',
  },
}

/** Limit number `index` of a list of them. */
export function limitAt(index: number): CreditLimit {
  const { id, name, country } = buyerAt(index)
  const status = decisions[index % decisions.length] ?? 'accepted'
  const amount = {
    amount: `${(index * 7_919) % 900_000}.00`,
    currency: index % 9 === 0 ? 'JPY' : 'EUR',
  }
  const isPending = status === 'pending'
  return {
    ...limit,
    id: `l${index}`,
    buyerId: id,
    buyerName: name,
    country,
    status,
    applied: amount,
    granted: isPending ? null : amount,
    inForce: isPending ? null : amount,
    pending: null,
  }
}

const euro = (amount: string) => ({ amount, currency: 'EUR' })
const step = (on: string, amount: string, kind: BuyerDetail['decisions'][number]['kind']) => ({
  kind,
  at: `${on}T09:00:00.000Z`,
  amount: euro(amount),
  effectiveOn: kind === 'applied' ? null : on,
  endsOn: null,
  reason: kind === 'reduced' ? ('accounts_weak' as const) : null,
  applicationId: null,
  policyId: '17386',
})

/** All of the first buyer. */
export const buyerDetail: BuyerDetail = {
  buyer: { ...buyerAt(0), rating: 62, band: 'elevated' },
  ratings: [
    { on: '2024-11-04', rating: 38 },
    { on: '2025-03-18', rating: 41 },
    { on: '2025-11-02', rating: 35 },
    { on: '2026-05-12', rating: 48 },
    { on: '2026-10-29', rating: 62 },
  ],
  limits: [limit],
  decisions: [
    { ...step('2026-11-10', '80000.00', 'reduced'), effectiveOn: '2026-12-10' },
    step('2026-03-02', '150000.00', 'decided'),
    step('2026-02-20', '200000.00', 'applied'),
    step('2025-02-10', '100000.00', 'decided'),
    step('2025-02-03', '250000.00', 'applied'),
  ],
  alerts: [
    {
      id: 'al1',
      kind: 'limit_reduced',
      buyer: awkwardNames[0] ?? '',
      buyerId: '100000',
      policyId: '17386',
      at: '2026-11-10T09:00:00.000Z',
      from: euro('150000.00'),
      to: euro('80000.00'),
      effectiveOn: '2026-12-10',
      reason: 'accounts_weak',
      handled: false,
    },
    {
      id: 'al2',
      kind: 'rating_worse',
      buyer: awkwardNames[0] ?? '',
      buyerId: '100000',
      policyId: '17386',
      at: '2026-10-29T09:00:00.000Z',
      from: null,
      to: null,
      effectiveOn: null,
      reason: null,
      handled: false,
    },
  ],
  runOff: [
    { policyId: '17386', from: euro('150000.00'), to: euro('80000.00'), effectiveOn: '2026-12-10' },
  ],
}

const session: SessionView = {
  kind: 'ready',
  user: {
    username: 'jan.peeters',
    displayName: 'Jan Peeters',
    language: 'fr',
    services: ['servnet', 'insights', 'partners'],
  },
}

const window = <Item>(items: readonly Item[], total: number) => ({
  items: [...items],
  total,
  kept: total,
  isWhole: true,
})

const hundred = Array.from({ length: 100 }, (_, index) => index)

const meta: Meta = {
  name: 'Atradius Services Online',
  version: '1',
  languages: ['fr', 'nl', 'en', 'de', 'es', 'it'],
  services: [],
  contact: {
    company: 'Atradius Credit Insurance NV',
    addressLines: ['Avenue Prince de Liège, 74-78', '5100 Namur'],
    phone: '081 32 42 11',
    email: 'info.be@atradius.com',
    website: 'https://www.atradius.be',
  },
  policy: { password: 'classic', recoveryCode: true, recoveryQuestions: true },
  offlineLeaseHours: 72,
  ratingBands,
}

/** Everything that the pages of buyers ask for. */
export const portfolio: Answers = {
  'app.state': success({ ...freshState, session, service: 'insights' }),
  'profile.read': success({
    ...profile,
    preferences: {
      ...profile.preferences,
      current: { ...profile.preferences.current, defaultSearchCountry: null, currency: 'EUR' },
    },
  }),
  'portal.meta': success(meta),
  'credit.policies': success({
    policies: [
      {
        id: '17386',
        name: 'DEDERT ICESTICKS B.V.',
        currency: 'EUR',
        country: 'NL',
        mepDays: 60,
        graceDays: 30,
        maximumTermsDays: 120,
        reportWithinDays: 30,
      },
    ],
    freshness,
  }),
  'partners.clients': success({ clients: [...someClients], isWhole: true, freshness }),
  'partners.client': success({ client: someClients[2] ?? clientOf('c', 'Client'), freshness }),
  'partners.documents': success({ documents: [...someDocuments], isWhole: true, freshness }),
  'credit.listView': success({ view: { columns: null, density: 'dense' } }),
  'credit.buyers': success({ window: window(hundred.map(buyerAt), 250_000), freshness }),
  'credit.limits': success({ window: window(hundred.map(limitAt), 312_000), freshness }),
  'credit.buyerDetail': success({ detail: buyerDetail, freshness }),
  'credit.neighbours': success({ previous: null, next: '100001' }),
  'credit.note': success({
    text: 'Acompte de 30 % convenu avec M. Lenoir.',
    savedAt: '2026-11-23T09:02:00.000Z',
  }),
}

export { freshness }
