/**
 * Rates of the demonstration: some days of the European Central Bank's history, and a present that
 * nobody published, which its source says.
 */
import { day } from '../platform/clock.ts'

export type DemoRate = {
  readonly currency: string
  /** ISO 8601. */
  readonly on: string
  /** Units per 1 EUR, a decimal. */
  readonly rate: string
}

/**
 * An excerpt of the Bank's file of all days, in its own form. The last of Bulgaria's is the rate at which the
 * euro took its place.
 */
export const publishedRates = `Date,USD,JPY,BGN,DKK,GBP,PLN,CHF,HRK,RUB,
2025-12-31,N/A,N/A,1.95583,N/A,N/A,N/A,N/A,N/A,N/A,
2023-01-02,1.0683,139.62,1.9558,7.4374,0.8863,4.6813,0.9873,N/A,N/A,
2022-12-30,1.0666,140.66,1.9558,7.4365,0.88693,4.6808,0.9847,7.5365,N/A,
2022-12-29,1.0649,142.24,1.9558,7.4365,0.88549,4.6855,0.984,7.5365,N/A,
2022-03-02,1.1106,128.08,1.9558,7.4387,0.83316,4.8021,1.0216,7.574,N/A,
2022-03-01,1.1162,128.15,1.9558,7.4377,0.8329,4.7947,1.0247,7.567,117.201,
2022-02-28,1.1199,129.31,1.9558,7.4404,0.8355,4.6835,1.0336,7.5655,115.4842,
2019-04-10,1.1279,125.38,1.9558,7.4652,0.86083,4.2833,1.128,7.4253,72.86,
2019-04-09,1.1277,125.51,1.9558,7.465,0.86335,4.287,1.127,7.4342,73.0029,
2016-07-13,1.1072,115.82,1.9558,7.4378,0.83398,4.4055,1.0909,7.4932,70.6406,
2016-07-12,1.1092,115.29,1.9558,7.4378,0.84275,4.4171,1.0904,7.4928,70.8144,
2016-07-05,1.1146,113.5,1.9558,7.4399,0.84997,4.4457,1.0837,7.5025,71.6075,
2016-06-30,1.1102,114.05,1.9558,7.4393,0.8265,4.4362,1.0867,7.5281,71.52,
2016-06-28,1.1073,113.4,1.9558,7.4386,0.8272,4.4413,1.0845,7.515,71.6883,
2016-06-21,1.1314,118.39,1.9558,7.4358,0.76755,4.3991,1.085,7.5185,72.7638,
2016-06-14,1.1225,118.98,1.9558,7.4358,0.79478,4.4332,1.0832,7.5235,74.3488,
2016-06-07,1.1348,122.16,1.9558,7.4364,0.7788,4.3486,1.0979,7.5128,73.7121,
2016-06-01,1.1174,122.07,1.9558,7.4385,0.77358,4.3978,1.1055,7.5118,74.7806,
2016-05-31,1.1154,123.83,1.9558,7.4376,0.76185,4.3865,1.1044,7.4895,73.53,
2016-05-24,1.1168,122.56,1.9558,7.4365,0.76513,4.4358,1.1079,7.495,74.4262,
`

/** Around what a rate moves, how far, and with how many decimals it is written. */
const present = [
  ['USD', 1.14, 0.03, 4],
  ['GBP', 0.865, 0.02, 5],
  ['JPY', 165, 0.04, 2],
  ['PLN', 4.27, 0.02, 4],
  ['DKK', 7.46, 0.001, 4],
  ['CHF', 0.945, 0.02, 4],
  ['KWD', 0.349, 0.03, 5],
] as const

/** Two years and what a report of their first day looks back on. */
const weeksBack = 110
const week = 7 * day
/** Both ends of a slow wave, so that nothing jumps. */
const wave = 40 * week

/** The present ones at `now`: of each week's first day back for two years, and of today. */
export function presentRates(now: number): DemoRate[] {
  const thisWeek = Math.floor(now / week) * week
  const weeks = Array.from({ length: weeksBack }, (_, back) => thisWeek - back * week)
  const days = [...new Set([now, ...weeks].map(isoDay))]
  return days.flatMap(ratesOn)
}

/** Always the same on the same day. */
function ratesOn(on: string): DemoRate[] {
  return present.map(([currency, middle, reach, decimals], index) => {
    const phase = (Date.parse(on) / wave + index / present.length) * 2 * Math.PI
    const rate = (middle * (1 + reach * Math.sin(phase))).toFixed(decimals)
    return { currency, on, rate }
  })
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
