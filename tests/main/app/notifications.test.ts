/** What the system is asked to show: once each, not what the window shows, nothing while it is locked. */
import { beforeEach, describe, expect, it } from 'vitest'
import { languages } from '../../../src/shared/languages.ts'
import {
  cut,
  decision,
  message,
  rating,
  resetWorld,
  start,
  world,
} from '../support/notification-world.ts'

beforeEach(resetWorld)

describe('a decision', () => {
  it.each(languages)('is told of with buyer and amounts, in %s', async (spoken) => {
    world.language = spoken
    world.news = [decision('1')]
    await start().look(['applications'])
    expect(world.shown).toHaveLength(1)
    expect(world.shown[0]?.title).toContain('Boulangerie')
    expect(world.shown[0]?.body).toMatch(/30.?000.*50.?000/u)
    expect(`${world.shown[0]?.title}${world.shown[0]?.body}`).not.toContain('{{')
  })

  it('is told of once, also by another run of the app', async () => {
    world.news = [decision('1')]
    const notifications = start()
    await Promise.all([notifications.look(['applications']), notifications.look(['alerts'])])
    await start().look(['applications'])
    expect(world.shown).toHaveLength(1)
    world.news = [decision('2'), decision('1')]
    await start().look(['applications'])
    expect(world.shown).toHaveLength(2)
  })

  it('leads to its application', async () => {
    world.news = [decision('1')]
    await start().look(['applications'])
    world.shown[0]?.onClick()
    expect(world.went).toEqual([{ kind: 'application', id: 'application-1' }])
  })

  it.each(['/servnet', '/servnet/applications', '/servnet/applications/application-1'])(
    'that the window shows is not told of: %s',
    async (seen) => {
      world.news = [decision('1')]
      world.path = seen
      await start().look(['applications'])
      world.path = null
      await start().look(['applications'])
      expect(world.shown).toEqual([])
    },
  )

  it('is told of while the window shows another page', async () => {
    world.news = [decision('1')]
    world.path = '/profile'
    await start().look(['applications'])
    expect(world.shown).toHaveLength(1)
  })

  it('is one of many that somebody who was away is told of together', async () => {
    world.news = ['1', '2', '3', '4', '5'].map((id) => decision(id, `Acheteur ${id}`))
    await start().look(['applications'])
    expect(world.shown).toMatchObject([
      {
        title: '5 décisions sont arrivées',
        body: 'Acheteur 1, Acheteur 2, Acheteur 3 et d’autres',
      },
    ])
  })
})

describe('cuts', () => {
  it('are told of together, and lead to the alerts', async () => {
    world.news = [cut('1'), cut('2')]
    await start().look(['alerts'])
    expect(world.shown).toMatchObject([{ title: '2 limites baissent ou sont retirées' }])
    world.shown[0]?.onClick()
    expect(world.went).toEqual([{ kind: 'alerts' }])
  })

  it('say by how much and when, where it is one', async () => {
    world.news = [cut('1')]
    await start().look(['alerts'])
    expect(world.shown[0]?.title).toBe('La limite sur Acheteur 1 baisse')
    expect(world.shown[0]?.body).toContain('29 décembre 2026')
  })
})

describe('ratings and messages', () => {
  it.each(languages)(
    'are told of by whose and what they are, and lead there, in %s',
    async (spoken) => {
      world.language = spoken
      world.news = [rating('1'), message('2')]
      await start().look(['messages'])
      expect(world.shown.map(({ title, body }) => `${title} ${body}`)).toEqual([
        expect.stringMatching(/Acheteur 1/u),
        expect.stringMatching(/Maintenance 2/u),
      ])
      for (const { title, body, onClick } of world.shown) {
        expect(title + body).not.toContain('{{')
        onClick()
      }
      expect(world.went).toEqual([
        { kind: 'alert', id: '1' },
        { kind: 'message', id: '2' },
      ])
    },
  )

  it('are one of each kind, however many', async () => {
    world.news = [rating('1'), rating('2'), message('3'), message('4')]
    await start().look(['alerts'])
    expect(world.shown.map(({ title }) => title)).toEqual([
      '2 notations se dégradent',
      '2 nouveaux messages',
    ])
    world.shown.forEach(({ onClick }) => onClick())
    expect(world.went).toEqual([{ kind: 'alerts' }, { kind: 'messages' }])
  })

  it('of before a version told of them are not told of any more', async () => {
    world.kept.set('notified', { ids: ['1'] })
    world.news = [decision('1'), rating('2'), message('3'), decision('4')]
    await start().look(['alerts'])
    world.news = [message('5'), ...world.news]
    await start().look(['messages'])
    expect(world.shown.map(({ body }) => body)).toEqual([expect.any(String), 'Maintenance 5'])
  })
})

it('many of several kinds are one, that leads to where all are', async () => {
  world.news = [decision('1'), decision('2'), cut('3'), rating('4'), message('5')]
  await start().look(['alerts'])
  expect(world.shown).toMatchObject([
    {
      title: '5 nouveautés',
      body: 'Décisions : 2\nLimites en baisse ou retirées : 1\nNotations dégradées : 1\nMessages : 1',
    },
  ])
  world.shown[0]?.onClick()
  expect(world.went).toEqual([{ kind: 'home' }])
})

it.each([
  [
    [decision('1'), cut('2')],
    ['Une décision est arrivée', 'Une limite a changé'],
  ],
  [
    [rating('1'), message('2')],
    ['Une notation a changé', 'Un message est arrivé'],
  ],
  [[decision('1'), decision('2'), cut('3'), rating('4')], ['Il y a du nouveau']],
])('locked, nothing is said of whom or what: %#', async (items, titles) => {
  world.news = items
  world.locksMeanwhile = true
  await start().look(['alerts'])
  expect(world.shown.every(({ body }) => body === '')).toBe(true)
  expect(world.shown.map(({ title }) => title)).toEqual(titles)
})

it('nothing else is told of', async () => {
  world.news = [{ ...decision('2'), isTicked: true }]
  await start().look(['applications', 'messages'])
  await start().look(['home'])
  expect(world.shown).toEqual([])
})

it('nothing is told of to whoever comes after', async () => {
  world.news = [decision('1')]
  world.leavesMeanwhile = true
  await start().look(['applications'])
  expect(world.shown).toEqual([])
})
