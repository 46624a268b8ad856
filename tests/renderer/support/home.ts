import type { RouteOutput } from '../../../src/shared/contract/routes.ts'

/** Serv@Net's first page on a day without news. */
export const quietHome: RouteOutput<'servnet.home'> = {
  home: {
    banner: { kind: 'steer_with_confidence' },
    messages: [],
    alerts: [],
    newAlerts: 0,
    contact: {
      company: 'Atradius Credit Insurance NV',
      addressLines: ['5100 Namur'],
      phone: '081 32 42 11',
      email: 'info.be@atradius.com',
      website: 'https://www.atradius.be',
    },
  },
  freshness: { fetchedAt: '2026-11-23T09:00:00.000Z', stale: false },
}
