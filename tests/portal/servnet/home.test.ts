/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedDemo } from '../../../src/portal/demo/seed.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, demoPasswords, device, startPortal, type TestPortal } from '../support/portal.ts'

describe.each(databaseKinds)('the demonstration and Serv@Net’s home, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  const home = async (name: 'marie.lambert' | 'jan.peeters') => {
    const { accessToken: token } = await it.signIn(name)
    return it.client.succeed('servnetHome', { token })
  }

  test('knows the five people of the contract', async () => {
    const nexts = []
    for (const name of Object.keys(demoPasswords)) {
      const username = name === 'nouveau.client' ? name : name.toUpperCase()
      const password = Object.entries(demoPasswords).find(([key]) => key === name)?.[1]
      const body = { username, password, device }
      const session = await it.client.succeed('sessionCreate', { body })
      nexts.push([session.user.username, session.next, session.user.language])
    }
    expect(nexts).toEqual([
      ['nouveau.client', 'enrolment', 'fr'],
      ['marie.lambert', 'ready', 'fr'],
      ['jan.peeters', 'ready', 'nl'],
      ['sofia.alvarez', 'password_change', 'es'],
      ['luc.courtier', 'ready', 'fr'],
    ])
  })

  test('shows messages in the person’s language, newest first, and the guide’s contact', async () => {
    const french = await home('marie.lambert')
    const dutch = await home('jan.peeters')
    expect(french.messages?.[0]?.title).toBe('Un seul identifiant pour tous vos services')
    expect(dutch.messages?.[0]?.title).toBe('Eén account voor al uw diensten')
    for (const { messages, alerts } of [french, dutch]) {
      const published = messages?.map((message) => message.publishedAt) ?? []
      expect(published).toEqual(published.toSorted().toReversed())
      const raised = alerts.map((alert) => alert.at)
      expect(raised).toEqual(raised.toSorted().toReversed())
    }
    expect(french.contact.addressLines).toEqual(['Avenue Prince de Liège, 74-78', '5100 Namur'])
  })

  test('counts the alerts of the last day', async () => {
    const { alerts, newAlerts } = await home('marie.lambert')
    const yesterday = Date.now() - day
    const young = alerts.filter((alert) => Date.parse(alert.at) > yesterday)
    expect(newAlerts).toBe(young.length)
    expect(newAlerts).toBeGreaterThan(0)
    expect(newAlerts).toBeLessThan(alerts.length)
  })

  test('remembers what was read', async () => {
    const before = await home('marie.lambert')
    const id = before.messages?.[1]?.id ?? ''
    const { db } = it.portal.context
    const row = { message_id: id, user_id: 'demo-marie.lambert', read_at: Date.now() }
    await db.insertInto('message_reads').values(row).execute()
    const after = await home('marie.lambert')
    expect(after.messages?.map((message) => message.read)).toEqual([false, true, false])
    const other = await home('jan.peeters')
    expect(other.messages?.map((message) => message.read)).toEqual([false, false, false])
  })

  test('starts again days later with today’s messages and what people did', async () => {
    const { accessToken: token } = await it.signIn('nouveau.client')
    const body = {
      newPassword: 'Nouvelle-Route-2026!',
      answers: [
        { questionId: 'favourite-city', answer: 'Namur' },
        { questionId: 'first-pet', answer: 'Rex' },
        { questionId: 'first-car', answer: 'Volvo' },
      ],
    }
    await it.client.succeed('enrolmentSecurity', { token, body })
    it.pass(20 * day)
    await seedDemo(it.portal.context)
    const session = await it.client.succeed('sessionCreate', {
      body: { username: 'nouveau.client', password: body.newPassword, device },
    })
    const enrolment = await it.client.succeed('enrolment', { token: session.accessToken })
    expect(enrolment.state).toBe('personalData')
    const { messages } = await home('marie.lambert')
    const age = Date.now() + 20 * day - Date.parse(messages?.[0]?.publishedAt ?? '')
    expect(age).toBeLessThan(day)
  })
})
