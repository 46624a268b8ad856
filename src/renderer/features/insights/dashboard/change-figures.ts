/** What the figures of "Change" are, in their order: on the screen and on paper. */
import type { Money } from '../../../../shared/contract/common.ts'
import type { Dashboard, Figure } from '../../../../shared/contract/credit/dashboard.ts'

/** New decisions; each bar with the key of its amount, its words, its rows and its pattern. */
export const decisionBars = [
  { key: 'zero', text: 'new-decisions-zero', figure: 'new-decisions-zero', fill: 'hatch' },
  {
    key: 'partialNotCovered',
    text: 'new-decisions-partial-not-covered',
    figure: 'new-decisions-partial',
    fill: 'light',
  },
  {
    key: 'partialCovered',
    text: 'new-decisions-partial-covered',
    figure: 'new-decisions-partial',
    fill: 'medium',
  },
  { key: 'full', text: 'new-decisions-full', figure: 'new-decisions-full', fill: 'dark' },
] as const

/** Single amounts, each with the key that the dashboard has it under. */
export const movements = [
  ['deductions', 'deductions'],
  ['future-deductions', 'futureDeductions'],
  ['pending-applications', 'pendingApplications'],
  ['customer-cuts', 'customerCuts'],
  ['ended-temporary', 'endedTemporary'],
] as const satisfies readonly (readonly [Figure, keyof Dashboard['change']])[]

/** For the length of a bar, which needs no more digits than a binary number has. */
export function sizeOf(money: Money | null): number | null {
  return money && Number(money.amount)
}
