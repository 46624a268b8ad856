import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { common } from '../../src/shared/i18n/fr/common.ts'
import { errors } from '../../src/shared/i18n/fr/errors.ts'
import { forms } from '../../src/shared/i18n/fr/forms.ts'
import { recovery } from '../../src/shared/i18n/fr/recovery.ts'
import { signIn } from '../../src/shared/i18n/fr/sign-in.ts'
import { noticeSchema } from '../../src/shared/contract/notices.ts'
import type { SessionView } from '../../src/shared/contract/identity/sessions.ts'
import { success } from '../../src/shared/contract/result.ts'
import { freshState } from './support/fake-portal.ts'
import { builtPages, callsOf } from './support/open-page.ts'

const { open } = builtPages()

const user = {
  username: 'marie.lambert',
  displayName: 'Marie Lambert',
  language: 'fr',
  services: ['servnet'],
} as const
const signedOut: SessionView = { kind: 'signedOut', username: null, reason: 'none' }
const as = (kind: 'enrolment' | 'passwordChange' | 'ready'): SessionView => ({
  kind,
  user: { ...user, services: [...user.services] },
})

function pathOf(page: Page): string {
  const { pathname, search } = new URL(page.url())
  return `${pathname}${search}`
}

const journeys = [
  { session: signedOut, from: '/', to: '/' },
  { session: signedOut, from: '/help', to: '/help' },
  { session: signedOut, from: '/servnet', to: '/sign-in' },
  { session: signedOut, from: '/enrolment', to: '/sign-in' },
  { session: as('enrolment'), from: '/sign-in', to: '/enrolment' },
  { session: as('enrolment'), from: '/servnet', to: '/enrolment' },
  { session: as('passwordChange'), from: '/servnet', to: '/password-change' },
  { session: as('ready'), from: '/sign-in', to: '/servnet' },
  { session: as('ready'), from: '/profile', to: '/profile' },
] as const

it.each(journeys)('$session.kind at $from is led to $to', async ({ session, from, to }) => {
  const { page } = await open(from, {
    answers: { 'app.state': success({ ...freshState, session }) },
  })
  await expect.poll(() => new URL(page.url()).pathname).toBe(to)
})

it.each([
  { from: '/', session: signedOut, address: '/servnet', to: '/sign-in' },
  { from: '/help', session: as('ready'), address: '/servnet', to: '/servnet' },
  { from: '/servnet', session: as('ready'), address: '/help', to: '/help' },
  {
    from: '/help',
    session: as('ready'),
    address: '/servnet/alerts?kind=cut',
    to: '/servnet/alerts?kind=cut',
  },
  // Not theirs: the service that opens says that this one does not.
  { from: '/help', session: as('ready'), address: '/insights/buyers', to: '/servnet' },
])(
  'follows a link that started the app from $from to $to',
  async ({ from, session, address, to }) => {
    const state = { ...freshState, session, service: 'servnet', requested: address } as const
    const { page, complaints } = await open(from, { answers: { 'app.state': success(state) } })
    await expect.poll(() => pathOf(page)).toBe(to)
    await expect.poll(() => callsOf(page, 'app.requestFollowed')).toEqual([{ address }])
    expect(complaints).toEqual([])
  },
)

it('goes on to the page that a link asked for once somebody is signed in', async () => {
  const { page } = await open('/')
  const payload = { address: '/servnet/alerts?kind=cut', service: 'servnet' } as const
  await page.evaluate((link) => window.raisePortalEvent('page.requested', link), payload)
  await expect.poll(() => pathOf(page)).toBe('/sign-in')
  await page.evaluate((view) => window.raisePortalEvent('session.changed', view), as('ready'))
  await expect.poll(() => pathOf(page)).toBe(payload.address)
})

it('follows a link that comes later, and only once', async () => {
  const { page } = await open('/')
  const link = { address: '/insights', service: 'insights' } as const
  await page.evaluate((payload) => window.raisePortalEvent('page.requested', payload), link)
  await page.getByText('Atradius Insights').first().waitFor()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/sign-in')
  await page.getByRole('link', { name: signIn.allServices }).click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/')
})

it('goes on to the first steps as soon as main says that someone is signed in', async () => {
  const { page } = await open('/sign-in')
  await page.evaluate((view) => window.raisePortalEvent('session.changed', view), as('enrolment'))
  await expect.poll(() => new URL(page.url()).pathname).toBe('/enrolment')
})

it('speaks the language of the profile once someone is signed in', async () => {
  const { page } = await open('/sign-in')
  const dutch = success({ ...freshState, session: as('enrolment'), language: 'nl' })
  await page.evaluate((answer) => window.answerPortal('app.state', answer), dutch)
  await page.evaluate((view) => window.raisePortalEvent('session.changed', view), as('enrolment'))
  await page.locator('html[lang=nl]').waitFor()
  expect(await callsOf(page, 'app.setLanguage')).toEqual([])
})

it('comes back to the sign-in page, and says why, when the session ends elsewhere', async () => {
  const { page } = await open('/profile', {
    answers: { 'app.state': success({ ...freshState, session: as('ready') }) },
  })
  await page.evaluate((view) => window.raisePortalEvent('session.changed', view), {
    kind: 'signedOut',
    username: 'marie.lambert',
    reason: 'session_ended',
  })
  await page.getByText(signIn.reason.sessionEnded).waitFor()
  expect(await page.locator('#username').inputValue()).toBe('marie.lambert')
})

it('tells of everything that main has to tell, once, until put away', async () => {
  const { page, complaints } = await open('/sign-in')
  for (const code of noticeSchema.shape.code.options) {
    // oxlint-disable no-await-in-loop -- one notice after the other
    await page.evaluate(
      (notice) => {
        window.raisePortalEvent('notice.raised', notice)
        window.raisePortalEvent('notice.raised', notice)
      },
      { code, params: { path: '/etc/config.json' } },
    )
    await page.getByText(errors[code].message.split('{{')[0] ?? '').waitFor()
    await page.getByRole('button', { name: common.close }).click()
    await page.getByRole('button', { name: common.close }).waitFor({ state: 'detached' })
    // oxlint-enable no-await-in-loop
  }
  expect(complaints).toEqual([])
})

it('tries again what a notice is about, and says what came of it', async () => {
  const { page } = await open('/sign-in')
  const notice = { code: 'keychain_locked' } as const
  await page.evaluate((raised) => window.raisePortalEvent('notice.raised', raised), notice)
  const retry = page.getByRole('button', { name: forms.retry })
  const failed = { ok: false, error: notice }
  await page.evaluate((answer) => window.answerPortal('app.retryNotice', answer), failed)
  await retry.click()
  await page.getByText(errors.retried.still).waitFor()
  await page.evaluate(
    (answer) => window.answerPortal('app.retryNotice', answer),
    success({ session: signedOut, sessionKept: false }),
  )
  await retry.click()
  await page.getByText(errors.retried.keychain).waitFor()
  await retry.waitFor({ state: 'detached' })
  expect(await callsOf(page, 'app.retryNotice')).toEqual([notice, notice])
  const focused = await page.evaluate(() => document.activeElement?.textContent)
  expect(focused).toBe(common.close)
})

it('takes away a notice whose cause is over', async () => {
  const { page } = await open('/sign-in')
  const notice = { code: 'disk_full' } as const
  await page.evaluate((raised) => window.raisePortalEvent('notice.raised', raised), notice)
  await page.getByText(errors.disk_full.message).waitFor()
  await page.evaluate((over) => window.raisePortalEvent('notice.withdrawn', over), notice)
  await page.getByText(errors.disk_full.message).waitFor({ state: 'detached' })
})

it('says that a page does not exist, and leads back', async () => {
  const { page } = await open('/nowhere')
  await page.getByRole('heading', { name: common.notFound.title }).waitFor()
  await page.getByRole('link', { name: common.notFound.action }).click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/sign-in')
})

it('moves the focus to the heading of the page one goes to', async () => {
  const { page } = await open('/sign-in', {
    answers: { 'recovery.read': success({ step: 'username', username: null }) },
  })
  await page.getByRole('link', { name: signIn.forgotten }).click()
  const heading = page.getByRole('heading', { name: recovery.steps.username })
  await heading.waitFor()
  expect(await heading.evaluate((node) => node === document.activeElement)).toBe(true)
  expect(await page.title()).toContain(recovery.title)
})
