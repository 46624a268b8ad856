/** Without a network: how old what is shown is, what needs the portal, and no wait without an end. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ReactNode } from 'react'
import { PageLoading } from '../../../src/renderer/common/frames/page-loading.tsx'
import { AsAt } from '../../../src/renderer/common/offline/as-at.tsx'
import { PortalContact } from '../../../src/renderer/common/contact/contact-details.tsx'
import { ProfilePage } from '../../../src/renderer/features/identity/profile/profile-page.tsx'
import { RecoveryPage } from '../../../src/renderer/features/identity/recovery/recovery-page.tsx'
import { SignInPage } from '../../../src/renderer/features/identity/sign-in/sign-in-page.tsx'
import { AlertPage } from '../../../src/renderer/features/servnet/alert-page.tsx'
import { AlertsPage } from '../../../src/renderer/features/servnet/alerts-page.tsx'
import { HomePage } from '../../../src/renderer/features/servnet/home-page.tsx'
import { MessagesPage } from '../../../src/renderer/features/servnet/messages-page.tsx'
import { failure, success } from '../../../src/shared/contract/result.ts'
import {
  answerFromNowOn,
  callsOf,
  pageOf,
  raiseEvent,
  scriptPortal,
  signedIn,
  signedOut,
} from '../support/fake-portal.ts'
import { quietHome } from '../support/home.ts'
import { nowIs, offline, online } from '../support/offline.ts'
import { profileOf, scriptProfile } from '../support/profile.ts'
import { begun } from '../support/recovery.tsx'
import { show } from '../support/stage.tsx'

const fetchedAt = '2026-11-22T12:29:00.000Z'
const age = page.getByText(/Données du 22 nov\. 2026/u)

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptPortal({})
})

const showAge = (stale: boolean, refreshing: boolean) =>
  show(<AsAt freshness={{ fetchedAt, stale, refreshing }} />, signedIn)

describe('how old what is shown is', () => {
  test('is said where it could not be refreshed', async () => {
    await showAge(true, false)
    await expect.element(age).toBeVisible()
  })

  test('is not said while a refresh has only begun, and is where that takes long', async () => {
    await showAge(true, true)
    expect(age.elements()).toEqual([])
    await expect.element(age).toBeVisible()
    await expect.element(page.getByText('Actualisation en cours…')).toBeVisible()
  })

  test('is not said of what is new', async () => {
    await showAge(false, false)
    await expect.element(age).not.toBeInTheDocument()
  })

  test('can be tried again, with a word on what came of it', async () => {
    answerFromNowOn({ 'status.check': () => success(offline) })
    await showAge(true, false)
    await userEvent.click(page.getByRole('button', { name: 'Actualiser' }))
    await expect.element(page.getByText(/ne répond toujours pas/u)).toBeVisible()
  })
})

test('lists of the security page say how old they are', async () => {
  scriptProfile()
  const freshness = { fetchedAt, stale: true, refreshing: false }
  const empty = success({ page: { items: [], nextCursor: null }, freshness })
  answerFromNowOn({ 'security.sessions': () => empty, 'security.events': () => empty })
  await show(<ProfilePage />, signedIn, '/profile/security')
  await expect.poll(() => age.elements()).toHaveLength(2)
})

test('what main has changed is shown by itself', async () => {
  answerFromNowOn({ 'servnet.home': () => success(quietHome) })
  await show(<HomePage />, signedIn)
  await expect.element(page.getByText(/^Aucune alerte\./u)).toBeVisible()
  const counts = { ...quietHome.home.counts, messages: { total: 2, unread: 2 } }
  answerFromNowOn({
    'servnet.home': () => success({ ...quietHome, home: { ...quietHome.home, counts } }),
  })
  raiseEvent('resource.changed', { resources: ['alerts'] })
  raiseEvent('resource.changed', { resources: ['home'] })
  await expect.element(page.getByText('2 messages à lire.')).toBeVisible()
})

const pages: readonly (readonly [string, ReactNode])[] = [
  ['home', <HomePage key="home" />],
  ['alerts', <AlertsPage key="alerts" />],
  ['an alert', <AlertPage key="alert" />],
  ['messages', <MessagesPage key="messages" />],
  ['the profile', <ProfilePage key="profile" />],
  ['contact', <PortalContact key="contact" />],
]

const away = () => failure({ code: 'network_offline' })

/** How often main was asked for what a page shows. */
const asked = () =>
  (
    [
      'servnet.home',
      'servnet.alerts',
      'servnet.alert',
      'servnet.messages',
      'profile.read',
      'portal.meta',
    ] as const
  )
    .map((name) => callsOf(name).length)
    .reduce((sum, count) => sum + count)

test.each(pages)(
  '%s: nothing kept says so, and comes by itself once the portal answers',
  async (_name, shown) => {
    answerFromNowOn({
      'servnet.home': away,
      'servnet.alerts': away,
      'servnet.alert': away,
      'servnet.messages': away,
      'profile.read': away,
      'portal.meta': away,
    })
    await show(shown, signedIn, '/profile')
    await expect.element(page.getByText(/n’est encore conservé sur cet ordinateur/u)).toBeVisible()
    const before = asked()
    nowIs(online)
    await expect.poll(asked).toBeGreaterThan(before)
  },
)

test.each([...pages, ['a page that is fetched', <PageLoading key="page" />] as const])(
  '%s: a wait that is long says so, and what to do',
  async (_name, shown) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await show(shown, signedIn, '/profile')
      await vi.waitFor(() => expect(document.querySelector('output')).not.toBeNull())
      await vi.advanceTimersByTimeAsync(9_000)
    } finally {
      vi.useRealTimers()
    }
    await expect.element(page.getByText(/prend plus de temps que d’habitude/u)).toBeVisible()
  },
)

describe('what only the portal can do', () => {
  const line = page.getByText(/Cette action demande une réponse immédiate/u)

  test.each([
    ['changing the password', '/profile/password'],
    ['seeing the questions', '/profile/questions'],
    ['rehearsing', '/profile/rehearsal'],
    ['ending sessions', '/profile/security'],
  ])('%s: is said before one presses, while the portal is away', async (_name, path) => {
    scriptProfile()
    answerFromNowOn({
      'status.read': () => success(offline),
      'security.sessions': () =>
        pageOf([
          {
            id: 's2',
            device: { name: 'PC', platform: 'windows' },
            createdAt: fetchedAt,
            lastUsedAt: fetchedAt,
            current: false,
          },
        ]),
    })
    await show(<ProfilePage />, signedIn, path)
    await expect.element(line).toBeVisible()
    nowIs(online)
    await expect.element(line).not.toBeInTheDocument()
  })

  test('is said where a password was forgotten, too, and the button stays usable', async () => {
    answerFromNowOn({
      'recovery.read': () => success(begun),
      'status.read': () => success(offline),
      'recovery.start': () => failure({ code: 'network_offline' }),
    })
    await show(<RecoveryPage />, signedOut)
    await expect.element(line).toBeVisible()
    await userEvent.fill(page.getByLabelText('Nom d’utilisateur', { exact: true }), 'marie.lambert')
    await userEvent.click(page.getByRole('button', { name: 'Suite' }))
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(/Cette action ne peut pas attendre sur cet ordinateur/u)
  })

  test('is not said of what may wait', async () => {
    scriptProfile()
    answerFromNowOn({
      'status.read': () => success(offline),
      'profile.read': () => success(profileOf({ stale: true })),
    })
    await show(<ProfilePage />, signedIn, '/profile')
    await expect.element(page.getByRole('button', { name: 'Sauvegarder' })).toBeVisible()
    await expect.element(line).not.toBeInTheDocument()
  })
})

test('whoever comes to sign in is told that the portal is away, asked for where nobody knows yet', async () => {
  answerFromNowOn({
    'status.read': () => success({ ...online, connection: { kind: 'unknown' } }),
    'status.check': () => success(offline),
  })
  await show(<SignInPage />, signedOut, '/sign-in')
  await expect.element(page.getByText(/Il faut l’atteindre pour se connecter/u)).toBeVisible()
  nowIs(online)
  await expect.element(page.getByText(/Il faut l’atteindre/u)).not.toBeInTheDocument()
})
