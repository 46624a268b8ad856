/**
 * At 320 pixels, which is a window of 1280 at 400 % zoom, and at 640 (200 %), nothing scrolls
 * sideways: in any language, with the longest texts that the rules allow and nowhere to break them.
 */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { failure, success } from '../../src/shared/contract/result.ts'
import type { SessionView } from '../../src/shared/contract/identity/sessions.ts'
import { languages, type Language } from '../../src/shared/languages.ts'
import { answerOf, busyDashboard, policyOf } from '../renderer/support/dashboard.ts'
import { freshState, type Answers } from './support/fake-portal.ts'
import { lockScenes } from './support/lock-scenes.ts'
import {
  contact,
  due,
  enrolment,
  home,
  longAddress,
  longest,
  news,
  pending,
  policy,
  profile,
  questions,
  recoveryAnswers,
  securityEvents,
  sessions,
  waitingItems,
} from './support/longest.ts'
import { builtPages } from './support/open-page.ts'
import { updateScenes } from './support/update-scenes.ts'

const { visit } = builtPages()

const user = {
  username: longest(64),
  displayName: `${longest(64)} ${longest(64)}`,
  language: 'fr',
  services: ['servnet', 'insights'],
} as const satisfies Extract<SessionView, { kind: 'ready' }>['user']
const as = (kind: 'enrolment' | 'passwordChange' | 'ready'): SessionView => ({
  kind,
  user: { ...user, services: [...user.services] },
})
const nobody: SessionView = { kind: 'signedOut', username: longest(64), reason: 'session_ended' }

/** What main answers everywhere; a scene says who is signed in, and what differs. */
const everywhere: Answers = {
  'app.setLanguage': success({}),
  'portal.meta': success({
    name: 'Portal',
    version: '1',
    languages: [...languages],
    services: [],
    contact,
    policy: { password: 'classic', recoveryCode: true, recoveryQuestions: true },
    offlineLeaseHours: 72,
    ratingBands: [],
  }),
  'portal.passwordPolicy': success(policy),
  'portal.securityQuestions': success({ items: questions }),
  'portal.checkPassword': success({ failures: [] }),
  'profile.read': success(profile),
  'profile.saveDraft': success({}),
  'profile.reminders': success({
    passwordExpiresInDays: 7,
    rehearsalDue: true,
    emailToConfirm: longAddress,
    unsaved: 'personal',
  }),
  'profile.pendingEmail': success(pending),
  'security.questions': success({ items: questions.slice(0, 3) }),
  'security.sessions': success({
    page: { items: sessions, nextCursor: 'next' },
    freshness: profile.freshness,
  }),
  'security.events': success({
    page: { items: securityEvents, nextCursor: 'next' },
    freshness: profile.freshness,
  }),
  'servnet.home': success(home),
  'credit.news': success({ items: [...news], freshness: home.freshness }),
  'credit.due': success({ items: [...due], freshness: home.freshness }),
  'credit.policies': success({
    policies: [policyOf(longest(40), longest(120))],
    freshness: home.freshness,
  }),
  'insights.dashboard': answerOf(busyDashboard),
  'enrolment.read': success(enrolment('security')),
  'enrolment.saveDraft': success({}),
}

type Scene = {
  readonly name: string
  readonly path: string
  readonly session: SessionView
  readonly answers?: Answers
  readonly act?: (page: Page) => Promise<unknown>
}

const offline = failure({ code: 'network_offline' })
const notices = freshState.notices
const waitingAnswers: Answers = {
  'status.read': success({
    connection: { kind: 'offline', since: '2026-01-05T08:00:00.000Z', error: 'network_offline' },
    syncing: false,
    syncedAt: '2026-01-05T08:00:00.000Z',
    waiting: 88,
    needsAttention: 88,
  }),
  'outbox.read': success({ items: waitingItems }),
}
const press = (page: Page, selector: string) => page.locator(selector).first().click()
const submit = (page: Page) => press(page, 'main button[type=submit]')

const scenes: readonly Scene[] = [
  { name: 'services', path: '/', session: nobody },
  { name: 'sign-in', path: '/sign-in', session: nobody },
  { name: 'sign-in incomplete', path: '/sign-in', session: nobody, act: submit },
  { name: 'help', path: '/help', session: nobody },
  { name: 'not found', path: '/nowhere', session: nobody },
  {
    name: 'recovery',
    path: '/recovery',
    session: nobody,
    answers: { 'recovery.read': success({ step: 'username', username: longest(64) }) },
  },
  {
    name: 'recovery, answers',
    path: '/recovery',
    session: nobody,
    answers: { 'recovery.read': success(recoveryAnswers) },
    act: submit,
  },
  {
    name: 'recovery, new password',
    path: '/recovery',
    session: nobody,
    answers: {
      'recovery.read': success({ step: 'password', username: longest(64), expiresIn: 900 }),
    },
    act: submit,
  },
  {
    name: 'recovery done',
    path: '/recovery',
    session: nobody,
    answers: { 'recovery.read': success({ step: 'done', username: longest(64) }) },
  },
  {
    name: 'recovery offline',
    path: '/recovery',
    session: nobody,
    answers: { 'recovery.read': offline },
  },
  { name: 'enrolment, security', path: '/enrolment', session: as('enrolment'), act: submit },
  {
    name: 'enrolment, personal data',
    path: '/enrolment',
    session: as('enrolment'),
    answers: { 'enrolment.read': success(enrolment('personalData')) },
    act: submit,
  },
  { name: 'password change', path: '/password-change', session: as('passwordChange'), act: submit },
  { name: 'home', path: '/servnet', session: as('ready') },
  {
    name: 'home offline',
    path: '/servnet',
    session: as('ready'),
    answers: { 'servnet.home': offline },
  },
  {
    name: 'home, with all that waits',
    path: '/servnet',
    session: as('ready'),
    answers: waitingAnswers,
    act: async (page) => {
      await press(page, 'header [data-kind]')
      await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'preferences that wait',
    path: '/profile',
    session: as('ready'),
    answers: waitingAnswers,
  },
  { name: 'insights', path: '/insights', session: as('ready') },
  { name: 'policies', path: '/servnet/policies', session: as('ready') },
  { name: 'your services', path: '/', session: as('ready') },
  { name: 'help, signed in', path: '/help', session: as('ready') },
  { name: 'preferences', path: '/profile', session: as('ready') },
  { name: 'personal data', path: '/profile/personal', session: as('ready') },
  { name: 'security', path: '/profile/security', session: as('ready') },
  { name: 'password', path: '/profile/password', session: as('ready'), act: submit },
  { name: 'questions', path: '/profile/questions', session: as('ready') },
  { name: 'rehearsal', path: '/profile/rehearsal', session: as('ready') },
  {
    name: 'profile offline',
    path: '/profile',
    session: as('ready'),
    answers: { 'profile.read': offline },
  },
  {
    name: 'every notice',
    path: '/sign-in',
    session: nobody,
    act: (page) =>
      page.evaluate(
        (path) => {
          for (const code of ['keychain_locked', 'storage_failed', 'configuration_invalid']) {
            window.raisePortalEvent('notice.raised', { code, params: { path } })
          }
        },
        `/${longest(200)}`,
      ),
  },
]

const ofLock: readonly Scene[] = lockScenes.map(({ session, ...scene }) => ({
  ...scene,
  session: session(user.displayName),
}))

const narrow = { width: 320, height: 640 } as const
const wider = { width: 640, height: 480 } as const

/** What stands out to the right of the window, by its words. */
function standingOut(): string[] {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  const wide = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > width + 1,
  )
  return wide.map(
    (element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`,
  )
}

const stateIn = (language: Language, session: SessionView) =>
  success({ ...freshState, language, session, service: 'servnet', notices } as const)

/** Lets the page speak another language as the person would, or as main tells it of theirs. */
async function speak(page: Page, language: Language, session: SessionView): Promise<void> {
  if (session.kind === 'signedOut') {
    // Also beside an open dialog, behind which nobody could choose.
    await page.locator('select').first().selectOption(language, { force: true })
  } else {
    await page.evaluate(
      ({ state, theirs }) => {
        window.answerPortal('app.state', state)
        window.raisePortalEvent('session.changed', theirs)
      },
      {
        state: stateIn(language, session),
        theirs: { ...session, user: { ...session.user, language } },
      },
    )
  }
  await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' })
}

/** In which languages and at which widths something stands out, and what. */
async function misfits(page: Page, session: SessionView): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const language of languages) {
    // oxlint-disable no-await-in-loop -- one language after the other, on the same page
    await speak(page, language, session)
    for (const size of [narrow, wider]) {
      await page.setViewportSize(size)
      const wide = await page.evaluate(standingOut)
      if (wide.length > 0) found[`${language} ${size.width}`] = wide
    }
    // oxlint-enable no-await-in-loop
  }
  return found
}

// Of the updates’ scenes the longest is enough.
it.each([...scenes, ...ofLock, ...updateScenes.slice(0, 1)])(
  '$name, in every language',
  async ({ path, session, answers = {}, act }) => {
    const page = await visit(path, {
      viewport: narrow,
      answers: { ...everywhere, ...answers, 'app.state': stateIn('fr', session) },
    })
    await act?.(page)
    expect(await misfits(page, session)).toEqual({})
  },
)

it('the data is as long as the rules allow', () => {
  expect(longAddress).toHaveLength(254)
})
