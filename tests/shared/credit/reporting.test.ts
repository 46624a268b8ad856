import { expect, it } from 'vitest'
import { isDay, reportingOf } from '../../../src/shared/credit/reporting.ts'

const policy = { mepDays: 60, reportWithinDays: 30 }

it.each([
  ['2026-03-02', '2026-05-01', 'within_mep'],
  ['2026-03-02', '2026-05-02', 'to_report'],
  ['2026-03-02', '2026-05-31', 'to_report'],
  ['2026-03-02', '2026-06-01', 'late'],
] as const)('due on %s, it is on %s %s', (dueOn, today, state) => {
  expect(reportingOf(dueOn, policy, today)).toEqual({
    mepEndsOn: '2026-05-01',
    reportBy: '2026-05-31',
    state,
  })
})

it('counts over the end of a leap February, and without any days', () => {
  expect(
    reportingOf('2028-02-28', { mepDays: 1, reportWithinDays: 1 }, '2028-01-01'),
  ).toMatchObject({ mepEndsOn: '2028-02-29', reportBy: '2028-03-01' })
  const none = { mepDays: 0, reportWithinDays: 0 }
  expect(reportingOf('2026-01-01', none, '2026-01-02').state).toBe('late')
})

it.each(['', '2026-1-1', '2026-13-01', '01/02/2026', 'soon'])('%j is no day', (text) => {
  expect(isDay(text)).toBe(false)
})
