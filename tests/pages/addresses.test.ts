/** What one sees of a page stands in its address: going back, loading anew, a lock, a session’s end. */
import { isDeepStrictEqual } from 'node:util'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { success } from '../../src/shared/contract/result.ts'
import type { Answers } from './support/fake-portal.ts'
import type { SessionView } from '../../src/shared/contract/identity/sessions.ts'
import {
  answerOf,
  busyDashboard,
  figureRow,
  fresh,
  policyOf,
} from '../renderer/support/dashboard.ts'
import { profile } from './support/longest.ts'
import { builtPages, callsOf } from './support/open-page.ts'
import { portfolio } from './support/portfolio.ts'

const { open } = builtPages()

const answers: Answers = {
  ...portfolio,
  'app.chooseService': success({}),
  'insights.dashboard': answerOf(busyDashboard),
  'insights.figureRows': success({
    page: { items: [figureRow('1', {})], nextCursor: null },
    freshness: fresh,
  }),
  'credit.policies': success({
    policies: [policyOf('1', 'Une'), policyOf('2', 'Deux')],
    freshness: fresh,
  }),
  'credit.news': success({ items: [], freshness: fresh }),
  'credit.due': success({ items: [], freshness: fresh }),
  'profile.savePreferences': success({
    kind: 'saved',
    current: { ...profile.preferences.current, defaultSearchCountry: null, currency: 'USD' },
    version: '"2"',
  }),
}

const searchOf = (page: Page) => new URL(page.url()).search
const reports = (page: Page) => callsOf(page, 'insights.dashboard')
const asked = {
  report: { currency: 'USD', policy: '2', from: `${new Date().getUTCFullYear()}-01-01` },
}

const user = {
  username: 'jan.peeters',
  displayName: 'Jan Peeters',
  language: 'fr',
  services: ['servnet', 'insights'],
} as const
const ready = (username: string): SessionView => ({
  kind: 'ready',
  user: { ...user, username, services: [...user.services] },
})
const become = (page: Page, session: SessionView) =>
  page.evaluate((view) => window.raisePortalEvent('session.changed', view), session)

it('the period, the policy and the currency of a report', async () => {
  const { page } = await open('/insights', { answers })
  const [period, policy, currency] = [
    page.locator('#period'),
    page.locator('#policy'),
    page.getByRole('combobox', { name: 'Devise' }),
  ]
  await period.selectOption('yearToDate')
  await policy.selectOption('2')
  await currency.selectOption('USD')
  await expect.poll(() => searchOf(page)).toBe('?period=yearToDate&policy=2&currency=USD')
  await expect.poll(() => reports(page)).toContainEqual(asked)

  await page.reload()
  await expect.poll(() => period.inputValue()).toBe('yearToDate')
  expect(await policy.inputValue()).toBe('2')
  await expect.poll(() => reports(page)).toContainEqual(asked)

  await page
    .getByRole('link', { name: /Total des demandes/u })
    .first()
    .click()
  await page.getByRole('grid').waitFor()
  expect(searchOf(page)).toBe('?period=yearToDate&policy=2&currency=USD')
  await page.goBack()
  await page.goBack()
  await expect.poll(() => currency.inputValue()).toBe('EUR')
  await page.goBack()
  await expect.poll(() => policy.inputValue()).toBe('')
  await page.goBack()
  await expect.poll(() => period.inputValue()).toBe('sinceLastMonth')
  await page.goForward()
  await expect.poll(() => period.inputValue()).toBe('yearToDate')
})

it.each([
  ['?from=2016-02-30&to=2016-07-13', '#period-from', /Ce jour n’existe pas/u],
  ['?from=2016-07-13&to=2016-06-01', '#period-to', /finit avant de commencer/u],
  ['?from=2016-06-01&to=2999-01-01', '#period-to', /au plus tard aujourd’hui/u],
])('days of an address that are wrong (%s) are told of at their field', async (search, at, why) => {
  const { page } = await open(`/insights${search}`, { answers })
  await page.getByText(why).waitFor()
  expect(await page.locator(at).getAttribute('aria-invalid')).toBe('true')
  const usual = { report: { currency: 'EUR' } }
  expect((await reports(page)).every((one) => isDeepStrictEqual(one, usual))).toBe(true)
})

it('a day that does not exist is told of as it is typed, and the figures stay', async () => {
  const { page } = await open('/insights?from=2016-02-29&to=2016-07-13', { answers })
  const from = page.locator('#period-from')
  await page.getByText(/GMT/u).waitFor()
  // Of month, day and year: the 30th.
  await from.press('ArrowRight')
  await from.press('ArrowUp')
  await from.press('Enter')
  await page.getByText(/Ce jour n’existe pas/u).waitFor()
  expect(searchOf(page)).toBe('?from=2016-02-29&to=2016-07-13')
  expect(await page.getByText(/GMT/u).isVisible()).toBe(true)
})

const firstInView = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector('[role=grid]')?.parentElement
    const head = frame?.querySelector('thead')?.getBoundingClientRect().bottom ?? 0
    const rows = [...(frame?.querySelectorAll('tbody tr') ?? [])]
    return rows.find((row) => row.getBoundingClientRect().bottom > head)?.getAttribute('data-row')
  })

const scrollList = async (page: Page, to: number) => {
  await page.getByRole('grid').waitFor()
  await page.evaluate((top) => {
    document.querySelector('[role=grid]')?.parentElement?.scrollTo({ top })
  }, to)
  await expect.poll(() => firstInView(page)).toMatch(/^[1-9]/u)
}

it('what narrows and orders a list, and where one is in it', async () => {
  const { page } = await open('/insights/buyers', { answers })
  const field = page.getByRole('searchbox')
  const decision = page.getByRole('combobox', { name: 'Décision' })
  await decision.selectOption('accepted')
  await field.fill('ach')
  await page.getByRole('columnheader', { name: /^Pays/u }).getByRole('button').click()
  await expect.poll(() => searchOf(page)).toBe('?q=ach&decision=accepted&sort=country')
  await page.locator('[role=grid]:not([aria-busy])').waitFor()
  await field.press('ArrowDown')
  for (const key of ['PageDown', 'PageDown', 'PageDown', 'Enter']) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press(key)
  }
  await page.getByRole('heading', { level: 1, name: 'L’Oréal Distribution' }).waitFor()
  await page.goBack()
  await page.locator('[role=grid] tr:not([aria-rowindex="2"]) :focus').waitFor()
  expect(await field.inputValue()).toBe('ach')
  expect(await decision.inputValue()).toBe('accepted')

  await page.reload()
  await expect.poll(() => field.inputValue()).toBe('ach')
  const filters = { decision: 'accepted', q: 'ach', sort: 'country' }
  const calls = await callsOf(page, 'credit.buyers')
  expect(calls[0]).toMatchObject({ filters })

  await scrollList(page, 1_500)
  const before = await firstInView(page)
  await page.getByRole('link', { name: 'Outils' }).click()
  await page.getByRole('heading', { level: 1, name: 'Outils' }).waitFor()
  await page.goBack()
  await page.getByRole('grid').waitFor()
  await expect.poll(() => firstInView(page)).toBe(before)
  // By a link one comes to what one saw last, too.
  await page.getByRole('link', { name: 'Outils' }).click()
  await page.getByRole('link', { name: 'Recherche' }).click()
  await expect.poll(() => field.inputValue()).toBe('ach')
})

it('is there again once the app is unlocked', async () => {
  const { page } = await open('/servnet/limits?q=ach&sort=-granted', { answers })
  await scrollList(page, 1_500)
  const before = await firstInView(page)
  await become(page, {
    kind: 'locked',
    user: { username: user.username, displayName: user.displayName, language: 'fr' },
    reason: 'lock',
    password: 'own',
    signedIn: true,
    waitsUntil: null,
    waiting: 0,
  })
  await page.getByRole('grid').waitFor({ state: 'detached' })
  await become(page, ready(user.username))
  expect(await page.getByRole('searchbox').inputValue()).toBe('ach')
  await expect.poll(() => firstInView(page)).toBe(before)
})

const ended: SessionView = {
  kind: 'signedOut',
  username: user.username,
  reason: 'session_ended',
}

it('is there again for who signs in after the session has ended, and for nobody else', async () => {
  const { page } = await open('/insights/buyers?q=ach', { answers })
  await page.getByRole('grid').waitFor()
  await become(page, ended)
  await expect.poll(() => new URL(page.url()).pathname).toBe('/sign-in')
  await become(page, ready(user.username))
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('ach')

  await page.getByRole('searchbox').fill('secret')
  await become(page, ended)
  await expect.poll(() => new URL(page.url()).pathname).toBe('/sign-in')
  await become(page, ready('marie.lambert'))
  await expect.poll(() => new URL(page.url()).pathname).toBe('/insights')
  await page.getByRole('link', { name: 'Recherche' }).click()
  expect(await page.getByRole('searchbox').inputValue()).toBe('')
  await page.goBack()
  await page.goBack()
  await expect.poll(() => page.url()).not.toContain('secret')
})

it('a page that scrolls is where it was when one goes back', async () => {
  const { page } = await open('/insights', {
    answers,
    context: { viewport: { width: 1280, height: 400 } },
  })
  const figure = page.getByRole('link', { name: /Déductions/u }).first()
  await page.getByText(/GMT/u).waitFor()
  await figure.focus()
  const before = await page.evaluate(() => window.scrollY)
  expect(before).toBeGreaterThan(400)
  await figure.press('Enter')
  await page.getByRole('grid').waitFor()
  await page.goBack()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before)
})
