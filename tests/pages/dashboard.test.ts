/** Insights' dashboard as it is built: for axe, on small screens, by the keyboard and on paper. */
import { expect, it } from 'vitest'
import type { Dashboard } from '../../src/shared/contract/credit/dashboard.ts'
import { success } from '../../src/shared/contract/result.ts'
import {
  answerOf,
  busyDashboard,
  eur,
  figureRow,
  fresh,
  policyOf,
} from '../renderer/support/dashboard.ts'
import { freshState, type Answers } from './support/fake-portal.ts'
import { longest, profile } from './support/longest.ts'
import { builtPages } from './support/open-page.ts'
import { violations, widerThanSmallWindow } from './support/violations.ts'

const { visit } = builtPages()

const answersOf = (dashboard: Dashboard): Answers => ({
  'app.state': success({
    ...freshState,
    service: 'insights',
    session: {
      kind: 'ready',
      user: {
        username: 'marie.lambert',
        displayName: 'Marie Lambert',
        language: 'fr',
        services: ['servnet', 'insights'],
      },
    },
  }),
  'app.chooseService': success({}),
  'profile.read': success(profile),
  'insights.dashboard': answerOf(dashboard),
  'insights.figureRows': success({
    page: { items: [figureRow('1', { applied: eur('1'), amount: eur('1') })], nextCursor: null },
    freshness: fresh,
  }),
  'credit.policies': success({
    policies: [policyOf('1', 'DEDERT'), policyOf('2', longest(120))],
    freshness: fresh,
  }),
  'credit.news': success({ items: [], freshness: fresh }),
  'credit.due': success({ items: [], freshness: fresh }),
})

const answers = answersOf(busyDashboard)

it('the dashboard has no violation that axe knows, with dates to choose and a “?” open', async () => {
  const page = await visit('/insights', { answers })
  await page.locator('#period').selectOption('chosen')
  await page.locator('#period-from').fill('')
  await page.locator('#period-from').press('Enter')
  await page.locator('#period-from-error').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: /^Comment se calcule : Déductions$/u }).click()
  await page.getByRole('dialog').waitFor()
  expect(await violations(page, ['[role=dialog]'])).toEqual([])
})

it('the rows behind a figure have none either', async () => {
  const page = await visit('/insights/figures/deductions', { answers })
  await page.getByRole('grid').waitFor()
  expect(await violations(page)).toEqual([])
})

const huge = eur('123456789012345678901234.00')
const name = longest(300)
const longestDashboard: Dashboard = {
  ...busyDashboard,
  rates: [{ currency: 'RUB', rate: null, date: null }],
  position: {
    ...busyDashboard.position,
    largestPolicies: [{ id: longest(128), name, abr: 100, totalCld: huge }],
  },
  change: {
    ...busyDashboard.change,
    newDecisions: { zero: huge, partialNotCovered: null, partialCovered: huge, full: huge },
    deductions: null,
    futureDeductions: huge,
    deteriorations: busyDashboard.change.deteriorations.map((row) => ({
      ...row,
      name,
      totalCld: huge,
    })),
  },
}

it.each(['/insights', '/insights/figures/decisions'])(
  '%s reflows at 320 pixels with the longest names and amounts',
  async (path) => {
    const page = await visit(path, { answers: answersOf(longestDashboard) })
    expect(await widerThanSmallWindow(page)).toBe(0)
  },
)

it('every figure can be reached and opened by the keyboard alone', async () => {
  const page = await visit('/insights', { answers })
  const reached = new Set<string>()
  for (let stop = 0; stop < 70; stop += 1) {
    // oxlint-disable no-await-in-loop -- one key after the other
    await page.keyboard.press('Tab')
    const path = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')
    // oxlint-enable no-await-in-loop
    if (path.startsWith('/insights/figures/')) reached.add(path.slice('/insights/figures/'.length))
  }
  expect([...reached].toSorted()).toEqual([
    'abr',
    'applications',
    'customer-cuts',
    'decisions',
    'deductions',
    'deteriorations',
    'ended-temporary',
    'future-deductions',
    'largest-policies',
    'new-decisions-full',
    'new-decisions-partial',
    'new-decisions-zero',
    'pending-applications',
    'risk-acceptance',
  ])
})

/** Ten of the first one, as many as a table of the dashboard has at most. */
function tenOf<Item>([item]: readonly Item[], of: (item: Item, index: number) => Item): Item[] {
  return item === undefined ? [] : Array.from({ length: 10 }, (_, index) => of(item, index))
}

it('is one page of A4 on paper: light, without what surrounds it, every month with its value', async () => {
  const full = answersOf({
    ...busyDashboard,
    position: {
      ...busyDashboard.position,
      largestPolicies: tenOf(busyDashboard.position.largestPolicies, (one, index) => ({
        ...one,
        id: String(index),
      })),
    },
    change: {
      ...busyDashboard.change,
      deteriorations: tenOf(busyDashboard.change.deteriorations, (one, index) => ({
        ...one,
        buyerId: String(index),
      })),
    },
  })
  const page = await visit('/insights', { answers: full, colorScheme: 'dark' })
  const paper = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const seen = await page.evaluate(() => ({
    ground: getComputedStyle(document.documentElement).backgroundColor,
    rail: document.querySelector('nav')?.checkVisibility(),
    values: [...document.querySelectorAll('[class*=value]')].filter(
      (text) => getComputedStyle(text).visibility === 'visible',
    ).length,
  }))
  await page.emulateMedia({ media: null })
  expect(seen).toEqual({ ground: 'rgb(255, 255, 255)', rail: false, values: 12 })
})
