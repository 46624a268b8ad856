/** What changed and what is due in a small portfolio, as main would tell it. */
import type { DueItem, NewsItem } from '../../../src/shared/contract/credit/news.ts'

export const freshness = {
  fetchedAt: '2026-11-23T09:00:00.000Z',
  stale: false,
  refreshing: false,
}

export const eur = (amount: string) => ({ amount, currency: 'EUR' })

export const cut = {
  id: 'n1',
  at: '2026-11-23T08:00:00.000Z',
  isTicked: false,
  kind: 'alert',
  alertId: 'a1',
  alertKind: 'limit_reduced',
  buyer: 'Ørsted A/S',
  buyerId: 'b1',
  from: eur('250000.00'),
  to: eur('0.00'),
  effectiveOn: '2026-12-23',
} as const satisfies NewsItem

export const decision = {
  id: 'n2',
  at: '2026-11-23T07:00:00.000Z',
  isTicked: false,
  kind: 'decision',
  applicationId: 'p1',
  buyer: 'L’Oréal',
  asked: eur('100000.00'),
  granted: eur('60000.00'),
  status: 'partly_accepted',
} as const satisfies NewsItem

export const letter = {
  id: 'n3',
  at: '2026-11-22T07:00:00.000Z',
  isTicked: false,
  kind: 'message',
  messageId: 'm1',
  title: 'Maintenance dimanche',
} as const satisfies NewsItem

export const cutDue = {
  kind: 'cut_takes_effect',
  limitId: 'l1',
  buyerId: 'b1',
  buyer: 'Ørsted A/S',
  from: eur('250000.00'),
  to: eur('0.00'),
  on: '2026-12-23',
} as const satisfies DueItem

export const endDue = {
  kind: 'limit_ends',
  limitId: 'l2',
  buyerId: 'b2',
  buyer: 'Škoda',
  amount: eur('40000.00'),
  on: '2026-12-10',
} as const satisfies DueItem

export const pendingDue = {
  kind: 'pending_since',
  applicationId: 'p2',
  buyerId: 'b3',
  buyer: '株式会社テスト',
  amount: eur('75000.00'),
  since: '2026-11-20T10:00:00.000Z',
} as const satisfies DueItem
