import type { ServnetAlert } from '../../../src/shared/contract/credit/alerts.ts'
import type { RouteOutput } from '../../../src/shared/contract/routes.ts'

/** A limit that was cut, on `hour` o'clock of the day. */
export function alertAt(hour: number, id = String(hour)): ServnetAlert {
  return {
    id,
    kind: 'limit_reduced',
    buyer: `Acheteur ${id}`,
    buyerId: '4471',
    policyId: '17386',
    at: `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`,
    from: { amount: '250000.00', currency: 'EUR' },
    to: { amount: '0.00', currency: 'EUR' },
    effectiveOn: '2026-12-23',
    reason: 'payments_late',
    handled: false,
  }
}

/** Serv@Net's first page on a day without news. */
export const quietHome: RouteOutput<'servnet.home'> = {
  home: {
    banner: { kind: 'steer_with_confidence' },
    messages: [],
    alerts: [],
    newAlerts: 0,
    counts: { alerts: { total: 0, unhandled: 0 }, messages: { total: 0, unread: 0 } },
    contact: {
      company: 'Atradius Credit Insurance NV',
      addressLines: ['5100 Namur'],
      phone: '081 32 42 11',
      email: 'info.be@atradius.com',
      website: 'https://www.atradius.be',
    },
  },
  freshness: { fetchedAt: '2026-11-23T09:00:00.000Z', stale: false, refreshing: false },
  firstVisit: false,
}
