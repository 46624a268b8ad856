/** What the system is asked to show: once each, not what the window shows, nothing while it is locked. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createNotifications } from '../../../src/main/app/notifications.ts'
import type { NotificationText } from '../../../src/main/app/notification-texts.ts'
import type { MenuCommand } from '../../../src/shared/contract/app/routes.ts'
import type { NewsItem } from '../../../src/shared/contract/credit/news.ts'
import type { SessionView } from '../../../src/shared/contract/identity/sessions.ts'
import { success } from '../../../src/shared/contract/result.ts'
import { languages, type Language } from '../../../src/shared/languages.ts'
import type { Documents } from '../../../src/main/store/documents.ts'

type Shown = NotificationText & { readonly onClick: () => void }

const about = { at: '2026-11-29T12:00:00.000Z', isTicked: false }
const eur = (amount: string) => ({ amount, currency: 'EUR' })
const decision = (id: string, buyer = 'Boulangerie'): NewsItem => ({
  ...about,
  id,
  kind: 'decision',
  applicationId: `application-${id}`,
  buyer,
  asked: eur('50000.00'),
  granted: eur('30000.00'),
  status: 'partly_accepted',
})
const cut = (id: string): NewsItem => ({
  ...about,
  id,
  kind: 'alert',
  alertId: id,
  alertKind: 'limit_reduced',
  buyer: `Acheteur ${id}`,
  buyerId: null,
  from: eur('50000.00'),
  to: eur('10000.00'),
  effectiveOn: '2026-12-29',
})

const ready: SessionView = {
  kind: 'ready',
  user: { username: 'marie.lambert', displayName: null, language: 'fr', services: ['servnet'] },
}

const locked: SessionView = {
  kind: 'locked',
  user: ready.user,
  reason: 'lock',
  password: 'own',
  signedIn: true,
  waitsUntil: null,
  waiting: 0,
}

let shown: Shown[]
let went: MenuCommand[]
let news: NewsItem[]
let path: string | null
let language: Language
let kept: Map<string, unknown>
let view: SessionView

const documents: Documents = {
  read: async (name, _owner, schema) => schema.safeParse(kept.get(name)).data ?? null,
  write: async (name, _owner, data) => void kept.set(name, data),
  remove: async (name) => void kept.delete(name),
}

const start = () =>
  createNotifications({
    session: { view: () => view },
    documents,
    news: async () => success({ items: news }),
    language: () => language,
    desktop: { notify: (notification) => void shown.push(notification), seenPath: () => path },
    goTo: (command) => void went.push(command),
  })

beforeEach(() => {
  shown = []
  went = []
  news = []
  path = null
  language = 'fr'
  kept = new Map()
  view = ready
})

describe('a decision', () => {
  it.each(languages)('is told of with buyer and amounts, in %s', async (spoken) => {
    language = spoken
    news = [decision('1')]
    await start().look(['applications'])
    expect(shown).toHaveLength(1)
    expect(shown[0]?.title).toContain('Boulangerie')
    expect(shown[0]?.body).toMatch(/30.?000.*50.?000/u)
    expect(`${shown[0]?.title}${shown[0]?.body}`).not.toContain('{{')
  })

  it('is told of once, also by another run of the app', async () => {
    news = [decision('1')]
    const notifications = start()
    await Promise.all([notifications.look(['applications']), notifications.look(['alerts'])])
    await start().look(['applications'])
    expect(shown).toHaveLength(1)
    news = [decision('2'), decision('1')]
    await start().look(['applications'])
    expect(shown).toHaveLength(2)
  })

  it('leads to its application', async () => {
    news = [decision('1')]
    await start().look(['applications'])
    shown[0]?.onClick()
    expect(went).toEqual([{ kind: 'application', id: 'application-1' }])
  })

  it.each(['/servnet', '/servnet/applications', '/servnet/applications/application-1'])(
    'that the window shows is not told of: %s',
    async (seen) => {
      news = [decision('1')]
      path = seen
      await start().look(['applications'])
      path = null
      await start().look(['applications'])
      expect(shown).toEqual([])
    },
  )

  it('is told of while the window shows another page', async () => {
    news = [decision('1')]
    path = '/profile'
    await start().look(['applications'])
    expect(shown).toHaveLength(1)
  })

  it('says nothing of whom or what once the app has locked', async () => {
    news = [decision('1')]
    const notifications = createNotifications({
      session: { view: () => view },
      documents,
      news: async () => {
        view = locked
        return success({ items: news })
      },
      language: () => 'fr',
      desktop: { notify: (notification) => void shown.push(notification), seenPath: () => null },
      goTo: (command) => void went.push(command),
    })
    await notifications.look(['applications'])
    expect(shown).toMatchObject([{ title: 'Une décision est arrivée', body: '' }])
  })

  it('is one of many that somebody who was away is told of together', async () => {
    news = ['1', '2', '3', '4', '5'].map((id) => decision(id, `Acheteur ${id}`))
    await start().look(['applications'])
    expect(shown).toMatchObject([
      {
        title: '5 décisions sont arrivées',
        body: 'Acheteur 1, Acheteur 2, Acheteur 3 et d’autres',
      },
    ])
  })
})

describe('cuts', () => {
  it('are told of together, and lead to the alerts', async () => {
    news = [cut('1'), cut('2')]
    await start().look(['alerts'])
    expect(shown).toMatchObject([{ title: '2 limites baissent ou sont retirées' }])
    shown[0]?.onClick()
    expect(went).toEqual([{ kind: 'alerts' }])
  })

  it('say by how much and when, where it is one', async () => {
    news = [cut('1')]
    await start().look(['alerts'])
    expect(shown[0]?.title).toBe('La limite sur Acheteur 1 baisse')
    expect(shown[0]?.body).toContain('29 décembre 2026')
  })
})

it('nothing else is told of', async () => {
  news = [
    { ...about, id: '1', kind: 'message', messageId: 'm', title: 'Bonjour' },
    { ...decision('2'), isTicked: true },
  ]
  await start().look(['applications', 'messages'])
  await start().look(['home'])
  expect(shown).toEqual([])
})
