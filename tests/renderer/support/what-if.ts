/** What main would answer to suppositions. */
import type { WhatIf, WhatIfAnswer } from '../../../src/shared/contract/insights/what-if.ts'
import { eur, fresh } from './dashboard.ts'

const before: WhatIf['before'] = {
  totalCld: eur('176158003.00'),
  abr: 46.24,
  ratedShare: 97.6,
  riskAcceptance: 71.4,
  likeEqualBuyers: 38.4,
  largestShare: 7.1,
  buyers: 21_004,
}

const largest = [
  ['b1', 'L’Oréal Négoce SARL', 64, '12500000', 7.1],
  ['b2', 'Ørsted Træ A/S', 58, '11200000', 6.4],
  ['b3', '+32 Logistics', 77, '9800000', 5.6],
  ['b4', 'شركة النور', 51, '8000000', 4.5],
  ['b5', 'Two Lines Trading', null, '7600000', 4.3],
  ['b6', 'Škoda Kovárna a.s.', 44, '6400000', 3.6],
  ['b7', '株式会社テスト', 39, '5100000', 2.9],
  ['b8', 'Van Damme Logistics NV', 51, '4200000', 2.4],
  ['b9', 'Straßenbau Groß GmbH', 33, '4000000', 2.3],
  ['b10', 'ООО «Ромашка»', 90, '3900000', 2.2],
].map(([id, name, rating, amount, share]) => ({
  buyerId: String(id),
  name: String(name),
  rating: typeof rating === 'number' ? rating : null,
  totalCld: eur(String(amount)),
  share: Number(share),
}))

/** A portfolio as it is: nothing is supposed. */
export const asItIs: WhatIfAnswer = {
  isWhole: true,
  freshness: fresh,
  result: {
    currency: 'EUR',
    rates: [
      { currency: 'EUR', rate: '1', date: '2016-07-13', supposed: null },
      { currency: 'GBP', rate: '0.83410', date: '2016-07-12', supposed: null },
      { currency: 'USD', rate: '1.1072', date: '2016-07-13', supposed: null },
    ],
    before,
    after: before,
    bands: [
      ['low', '42000000', '42000000'],
      ['moderate', '80000000', '74000000'],
      ['elevated', '50000000', '52000000'],
      [null, '4158003', '4158003'],
    ].map(([band, one, other]) => ({
      band: band ?? null,
      before: eur(String(one)),
      after: eur(String(other)),
    })),
    largest,
    concerned: [],
    concernedCount: 0,
  },
}

/** The same where a currency lost a tenth, the largest worsened, and a limit was cut. */
export const supposed: WhatIfAnswer = {
  ...asItIs,
  result: {
    ...asItIs.result,
    rates: asItIs.result.rates.map((one) =>
      one.currency === 'USD' ? { ...one, supposed: '1.23022222222222222222' } : one,
    ),
    after: {
      ...before,
      totalCld: eur('169044850.00'),
      abr: 48.9,
      riskAcceptance: 69.2,
      likeEqualBuyers: 39.1,
      largestShare: 6.8,
    },
    concerned: largest.slice(0, 6).map(({ buyerId, name, rating, totalCld }) => ({
      buyerId,
      name,
      before: totalCld,
      after: eur(String(Number(totalCld.amount) * 0.9)),
      ratingBefore: rating,
      ratingAfter: rating === null ? null : Math.min(100, rating + 15),
    })),
    concernedCount: 4_210,
  },
}
