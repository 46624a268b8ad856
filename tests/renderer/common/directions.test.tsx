/** What somebody typed turns nothing around it, whichever way it runs: seen by where it stands. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { ProfilePage } from '../../../src/renderer/features/identity/profile/profile-page.tsx'
import { Banner } from '../../../src/renderer/features/servnet/banner.tsx'
import { Alerts } from '../../../src/renderer/features/servnet/alerts.tsx'
import type { AppState } from '../../../src/shared/contract/routes.ts'
import { answerFromNowOn, pageOf, signedIn } from '../support/fake-portal.ts'
import { alertAt, quietHome } from '../support/home.ts'
import { hold, profileOf, scriptProfile } from '../support/profile.ts'
import { show } from '../support/stage.tsx'

/** Where `text` stands on the screen, within `element`. */
function placeOf(element: Element, text: string): DOMRect {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const at = walker.currentNode.textContent?.indexOf(text) ?? -1
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(walker.currentNode, at)
    range.setEnd(walker.currentNode, at + text.length)
    return range.getBoundingClientRect()
  }
  throw new Error(`${text} is not there`)
}

/** Asserts that `texts` stand one after the other: from left to right, and line by line. */
function expectInOrder(element: Element, ...texts: readonly string[]): void {
  const placed = texts.map((text) => ({ text, ...sidesOf(placeOf(element, text)) }))
  const asSeen = placed.toSorted((one, other) =>
    one.bottom <= other.top || other.bottom <= one.top
      ? one.top - other.top
      : one.left - other.left,
  )
  expect(asSeen.map(({ text }) => text)).toEqual(texts)
}

function sidesOf({ top, bottom, left }: DOMRect) {
  return { top, bottom, left }
}

const typedTexts = [
  ['Hebrew', 'שלום'],
  ['Arabic', 'محمد'],
  ['Hebrew, then a number', 'שלום 12'],
  ['Arabic, then brackets', 'مكتب (2)'],
  ['an override', '\u202eMarie'],
  ['an override in the middle', 'א\u202eב'],
  ['an isolate that nobody ends', '\u2067Marie'],
] as const

beforeEach(() => scriptProfile())

/** Signed in under `name`. */
function stateOf(name: string): AppState {
  const known = { username: name, displayName: name, language: 'fr' } as const
  return { ...signedIn, session: { kind: 'ready', user: { ...known, services: ['servnet'] } } }
}

describe.each(typedTexts)('%s', (_, typed) => {
  // Marks of direction are drawn as nothing; what is left of them is what is looked for.
  const shown = /[\p{L}\p{N}]+/u.exec(typed)?.[0] ?? ''

  test('as a device, in the lists of sessions and of events', async () => {
    answerFromNowOn({
      'security.sessions': () =>
        pageOf([
          {
            id: 's1',
            device: { name: typed, platform: 'windows' },
            createdAt: '2026-11-02T08:00:00.000Z',
            lastUsedAt: '2026-11-23T08:00:00.000Z',
            current: true,
          },
        ]),
      'security.events': () =>
        pageOf([
          {
            id: 'e1',
            kind: 'signed_in',
            at: '2026-11-23T08:00:00.000Z',
            details: { device: typed, platform: 'windows', address: '192.0.2.7' },
          },
        ]),
    })
    await show(<ProfilePage />, signedIn, '/profile/security')
    const rows = page.getByRole('listitem').filter({ hasText: 'Windows' })
    await expect.element(rows.nth(1)).toBeVisible()
    const [session, event] = rows.elements()
    if (session === undefined || event === undefined) throw new Error('no rows')
    expectInOrder(session, shown, 'Cet appareil')
    expectInOrder(event, shown, 'Windows')
  })

  test('as a name, in a sentence', async () => {
    const state: AppState = {
      ...signedIn,
      session: {
        kind: 'ready',
        user: {
          username: typed,
          displayName: typed,
          language: 'fr',
          services: ['servnet'],
        },
      },
    }
    await show(<Banner kind="steer_with_confidence" size="low" />, state)
    const greeting = page.getByText(/^Bonjour/)
    await expect.element(greeting).toBeVisible()
    expectInOrder(greeting.element(), 'Bonjour', shown)
  })

  test('as a buyer, among alerts', async () => {
    const oneAlert = { ...quietHome.home.counts, alerts: { total: 1, unhandled: 1 } }
    const alert = { ...alertAt(8), kind: 'rating_worse', buyer: typed } as const
    await show(
      <Alerts {...quietHome.home} alerts={[alert]} counts={oneAlert} fetchedAt={alert.at} />,
      signedIn,
    )
    const item = page.getByRole('listitem')
    await expect.element(item).toBeVisible()
    expectInOrder(item.element(), 'La notation', shown, 'dégradée')
  })

  test('as a username, in the profile’s own sentence', async () => {
    hold(profileOf({ me: { username: typed } }))
    await show(<ProfilePage />, stateOf(typed), '/profile/personal')
    const sentence = page.getByText(/Il ne change pas/u)
    await expect.element(sentence).toBeVisible()
    expectInOrder(sentence.element(), 'Nom d’utilisateur', shown, 'Il ne change pas')
  })
})
