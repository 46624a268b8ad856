/** What changed for the demonstration's buyers: the same on every start, counted back from today. */
import type { AlertKind, AlertReason } from '../../shared/contract/credit/alerts.ts'

export type DemoAlert = {
  readonly kind: AlertKind
  readonly buyer: string
  readonly buyerId: string
  readonly policyId: string
  readonly hoursAgo: number
  /** From what to what; null for a rating. Amounts are decimals. */
  readonly limits: { readonly from: string; readonly to: string; readonly currency: string } | null
  /** How long after it was told it counts: a cut leaves a grace period. */
  readonly daysToEffect: number
  readonly reason: AlertReason | null
}

/** Days that the demonstration's policies leave before a cut counts. */
const grace = 30

type Change = readonly [
  kind: AlertKind,
  buyer: string,
  buyerId: string,
  hoursAgo: number,
  from: number | null,
  to: number | null,
  reason: AlertReason | null,
]

const invited: readonly Change[] = [
  ['limit_granted', 'Ateliers Verhoeven SA', '40117', 3, 0, 60_000, 'payments_good'],
  ['rating_better', 'Meuse Distribution SPRL', '40233', 20, null, null, 'accounts_strong'],
  ['limit_reduced', 'Transports Hainaut Nord', '40251', 29, 120_000, 45_000, 'payments_late'],
]

const marie: readonly Change[] = [
  ['limit_granted', 'Glaces du Condroz SA', '41008', 2, 80_000, 150_000, 'payments_good'],
  ['rating_worse', 'Froid & Saveurs SPRL', '41019', 21, null, null, 'payments_late'],
  ['limit_reduced', 'Horeca Sambre', '41027', 27, 250_000, 100_000, 'accounts_weak'],
  ['rating_better', 'Delhaye Traiteur', '41033', 76, null, null, 'accounts_strong'],
  ['limit_withdrawn', 'Brasserie des Écluses', '41040', 122, 75_000, 0, 'insolvency'],
  ['limit_granted', 'Crémerie L’Étable SRL', '41052', 170, 0, 12_500.5, null],
]

const jan: readonly Change[] = [
  ['limit_withdrawn', 'Kempen Staalbouw NV', '50021', 1, 250_000, 0, 'insolvency'],
  ['rating_worse', 'Bakkerij De Smet BV', '50034', 5, null, null, 'payments_late'],
  ['limit_granted', 'Van Loon Logistiek', '50048', 22, 300_000, 500_000, 'accounts_strong'],
  ['limit_reduced', 'Textiel Maes', '50055', 30, 180_000, 60_000, 'sector_outlook'],
  ['rating_better', 'Haven Container Services', '50062', 52, null, null, 'payments_good'],
]

/** Buyers of a large portfolio, for the lists that go on beyond one page. */
const manyBuyers = [
  'Scheldeland Chemie',
  'De Wolf Bouwmaterialen',
  'Noordzee Vishandel NV',
  'Drukkerij Claes & Zonen',
  'Agro Haspengouw CV',
  'Limburg Metaalwerken',
  'Verpakkingen Janssens',
  'Meubelen Van Hove',
  'Zaanse Cacao BV',
  'Elektro Brabant',
  'Rijnmond Tankopslag',
  'Tuinbouw Westland',
] as const

const manyKinds: readonly Change[] = [
  ['limit_reduced', '', '', 0, 90_000, 40_000, 'accounts_weak'],
  ['rating_worse', '', '', 0, null, null, 'payments_late'],
  ['limit_granted', '', '', 0, 25_000, 75_000, 'payments_good'],
  ['limit_withdrawn', '', '', 0, 35_000, 0, 'total_exposure'],
  ['rating_better', '', '', 0, null, null, 'accounts_strong'],
  ['limit_reduced', '', '', 0, 400_000, 250_000, 'country_outlook'],
  ['limit_withdrawn', '', '', 0, 15_000, 0, 'policyholder_request'],
]

const sofia: readonly Change[] = [
  ['limit_granted', 'Conservas del Norte SL', '60007', 4, 0, 90_000, 'payments_good'],
]

const luc: readonly DemoAlert[] = [
  of('17386')([
    'limit_granted',
    'Glaces du Condroz SA',
    '41008',
    2,
    80_000,
    150_000,
    'payments_good',
  ]),
  of('17412')(['rating_worse', 'Cafés de la Meuse SPRL', '42011', 6, null, null, 'payments_late']),
  of('17455')([
    'limit_reduced',
    'Décors Limbourg SA',
    '42030',
    31,
    90_000,
    35_000,
    'accounts_weak',
  ]),
]

const alerts: ReadonlyMap<string, readonly DemoAlert[]> = new Map([
  ['nouveau.client', invited.map(of('17386'))],
  ['marie.lambert', marie.map(of('17386'))],
  ['jan.peeters', [...jan.map(of('20114')), ...many(60).map(of('20102'))]],
  ['sofia.alvarez', sofia.map(of('31007'))],
  ['luc.courtier', luc],
])

/** The alerts of the demonstration's person `username`, newest first; none for anybody else. */
export function alertsOf(username: string): readonly DemoAlert[] {
  return alerts.get(username) ?? []
}

function of(policyId: string) {
  return ([kind, buyer, buyerId, hoursAgo, from, to, reason]: Change): DemoAlert => ({
    kind,
    buyer,
    buyerId,
    policyId,
    hoursAgo,
    limits:
      from === null || to === null
        ? null
        : { from: from.toFixed(2), to: to.toFixed(2), currency: 'EUR' },
    daysToEffect: kind === 'limit_reduced' || kind === 'limit_withdrawn' ? grace : 0,
    reason,
  })
}

/** `count` changes of the large portfolio, each sixteen hours older than the one before. */
function many(count: number): readonly Change[] {
  const rounds = Math.ceil(count / manyKinds.length)
  const kinds = Array.from({ length: rounds }, () => manyKinds).flat()
  return kinds.slice(0, count).map(([kind, , , , from, to, reason], index) => {
    const place = index % manyBuyers.length
    const buyer = manyBuyers[place] ?? ''
    return [kind, buyer, String(51_000 + place), 60 + index * 16, from, to, reason]
  })
}
