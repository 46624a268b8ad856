/** What each write tells whoever keeps what they have read: of themselves, and of nobody else. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { grant, withdraw } from '../../../../src/portal/admin/access.ts'
import { revokeSessions } from '../../../../src/portal/admin/accounts.ts'
import { requirePasswordChange } from '../../../../src/portal/admin/password-change.ts'
import { unlock } from '../../../../src/portal/admin/unlock.ts'
import { seedDemo } from '../../../../src/portal/demo/seed.ts'
import { noteExpired } from '../../../../src/portal/identity/expired.ts'
import { databaseKinds } from '../../support/databases.ts'
import { demoPasswords, device, startPortal, type TestPortal } from '../../support/portal.ts'
import { mailsThatWait, prepareWrite } from '../../support/writes.ts'

const marie = 'marie.lambert'
const day = 24 * 60 * 60 * 1000

/** Everything of `token`'s person since `cursor`, as `resource`, `resource id` or `-resource id`. */
async function toldSince(it: TestPortal, token: string, cursor?: string) {
  const told: string[] = []
  let since = cursor
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
    const page = await it.client.succeed('changes', {
      token,
      query: { limit: '2', ...(since !== undefined && { since }) },
    })
    for (const { resource, id, deleted } of page.items) {
      // An event's place in its chain says nothing here.
      const which = id === null || resource === 'security_events' ? '' : ` ${id}`
      told.push(`${deleted ? '-' : ''}${resource}${which}`)
    }
    since = page.nextCursor
    if (!page.hasMore) return { told, since }
  }
}

describe.each(databaseKinds)('changes, on %s', (kind) => {
  let it: TestPortal
  let token: string
  let jan: string
  beforeAll(async () => {
    it = await startPortal(kind, mailsThatWait)
    token = (await it.signIn(marie)).accessToken
    jan = (await it.signIn('jan.peeters')).accessToken
  })
  afterAll(() => it.stop())

  /** What `act` has marie told, in its order; nobody else is told anything. */
  async function told(act: () => Promise<unknown>): Promise<string[]> {
    const before = await toldSince(it, token)
    const others = await toldSince(it, jan)
    await act()
    expect((await toldSince(it, jan, others.since)).told).toEqual([])
    return (await toldSince(it, token, before.since)).told
  }

  const write = (name: Parameters<typeof prepareWrite>[1]) => async () => {
    const { request } = await prepareWrite(it, name)
    return told(() => it.client.succeed(name, request))
  }
  const patch = (name: 'mePatch' | 'preferencesPatch', body: object) => () =>
    told(() => it.client.succeed(name, { token, headers: { 'if-match': '*' }, body }))
  const event = 'security_events'
  const reopen = () =>
    told(() =>
      it.client.succeed('servnetAlertReopen', { token, params: { id: `demo-${marie}-0` } }),
    )

  test.each([
    ['a name', patch('mePatch', { firstName: 'Marianne' }), ['me', event]],
    ['a name that stays', patch('mePatch', { firstName: 'Marianne' }), []],
    ['a currency', patch('preferencesPatch', { currency: 'USD' }), ['preferences', event]],
    ['alerts', patch('preferencesPatch', { alertsByEmail: false }), ['me', 'preferences', event]],
    ['an e-mail address', write('emailChangeCreate'), ['me', event]],
    ['its code', write('emailChangeConfirm'), ['me', event]],
    ['one that is taken back', write('emailChangeCancel'), ['me', event]],
    ['questions', write('chosenQuestionsReplace'), ['me', event]],
    ['a rehearsal', write('rehearsal'), ['me', event]],
    ['a rehearsal put off', write('rehearsalPostpone'), ['me']],
    ['the password entered again', write('reauthenticate'), []],
    ['a tick', write('servnetAlertHandle'), [`alerts demo-${marie}-0`, 'home']],
    ['a tick taken away', write('servnetAlertReopen'), [`alerts demo-${marie}-0`, 'home']],
    ['no tick that was taken away before', reopen, []],
  ] as const)('tell of %s', async (_, act, expected) => {
    expect(await act()).toEqual(expected)
  })

  test('tell of a message that was read, and not again', async () => {
    const { items } = await it.client.succeed('servnetMessages', { token })
    const [first] = items
    const params = { id: first?.id ?? '' }
    const read = () => told(() => it.client.succeed('servnetMessageRead', { token, params }))
    expect(await read()).toEqual([`messages ${params.id}`, 'home'])
    expect(await read()).toEqual([])
    const others = items.slice(1).map(({ id }) => `messages ${id}`)
    const body = { publishedUntil: new Date().toISOString() }
    const all = await told(() => it.client.succeed('servnetMessagesRead', { token, body }))
    expect(all.toSorted()).toEqual([...others, 'home'].toSorted())
  })

  test('tell of a language whatever is told in it', async () => {
    const { items } = await it.client.succeed('servnetMessages', { token })
    const messages = items.map(({ id }) => `messages ${id}`).toSorted()
    const all = await patch('mePatch', { language: 'nl' })()
    expect(all.toSorted()).toEqual(['home', 'me', ...messages, 'preferences', event].toSorted())
  })

  test('tell of sessions that begin and end, here and elsewhere', async () => {
    let id = ''
    const begin = async () => {
      id = (await it.signIn(marie)).sessionId
    }
    expect(await told(begin)).toEqual([`sessions ${id}`, event])
    await it.reauthenticate(token, marie)
    const end = () => it.client.succeed('sessionEnd', { token, params: { id } })
    expect(await told(end)).toEqual([`-sessions ${id}`, event])
  })

  test('tell of a wrong password', async () => {
    const body = { username: marie, password: 'wrong', device }
    const refused = await told(() =>
      it.client.fail('sessionCreate', 'invalid_credentials', { body }),
    )
    expect(refused).toEqual([event])
  })

  test('tell of what is granted, and of what goes with it', async () => {
    const { context } = it.portal
    const { items } = await it.client.succeed('servnetAlerts', { token })
    const alerts = items.map(({ id }) => id)
    expect(alerts.length).toBeGreaterThan(1)
    const policies = [...new Set(items.map(({ policyId }) => policyId))]
    const gone = await told(() => withdraw(context, marie, { policies }))
    const list = (sign: string) => alerts.map((id) => `${sign}alerts ${id}`)
    const portfolio = [
      'applications',
      'buyers',
      'cases',
      'credit_limits',
      'dashboard',
      'declarations',
    ]
    const along = [...portfolio, 'policies', 'home', event]
    expect(gone.toSorted()).toEqual([...list('-'), ...along].toSorted())
    const back = await told(() => grant(context, marie, { policies }))
    expect(back.toSorted()).toEqual([...list(''), ...along].toSorted())
    expect(await told(() => grant(context, marie, { policies }))).toEqual([event])
    const closed = await told(() => withdraw(context, marie, { services: ['servnet'] }))
    expect(closed).toEqual(expect.arrayContaining(['me', '-home', ...list('-')]))
    expect(closed.some((one) => one.startsWith('-messages '))).toBe(true)
    const open = await told(() => grant(context, marie, { services: ['servnet'] }))
    expect(open).toEqual(expect.arrayContaining(['me', 'home', ...list('')]))
    expect(open.some((one) => one.startsWith('messages '))).toBe(true)
  })

  test('tell of the commands of a contact person', async () => {
    const { context } = it.portal
    expect(await told(() => unlock(context, marie))).toEqual([event])
    const own = await startPortal(kind)
    onTestFinished(own.stop)
    const session = await own.signIn(marie)
    await requirePasswordChange(own.portal.context, marie)
    await revokeSessions(own.portal.context, marie)
    const { db } = own.portal.context
    const ended = await db
      .selectFrom('changes')
      .select(['deleted', 'resource'])
      .where('owner', '=', `demo-${marie}`)
      .where('item_id', '=', session.sessionId)
      .orderBy('sequence')
      .execute()
    expect(ended).toEqual([
      { deleted: 0, resource: 'sessions' },
      { deleted: 1, resource: 'sessions' },
    ])
  })

  test('tell everybody of messages to everybody', async () => {
    const before = [await toldSince(it, token), await toldSince(it, jan)]
    await seedDemo(it.portal.context)
    const after = [
      await toldSince(it, token, before[0]?.since),
      await toldSince(it, jan, before[1]?.since),
    ]
    for (const { told: all } of after) {
      expect(all.some((one) => one.startsWith('messages '))).toBe(true)
      expect(all).toContain('home')
    }
  })

  test('tell once of what ends by time alone', async () => {
    const own = await startPortal(kind)
    onTestFinished(own.stop)
    const { context } = own.portal
    const { accessToken, sessionId } = await own.signIn(marie)
    await own.reauthenticate(accessToken, marie)
    const email = 'marie.nouvelle@firm.example'
    const body = { email, emailConfirmation: email }
    await own.client.succeed('emailChangeCreate', { token: accessToken, body })
    own.pass(31 * day)
    const first = (await own.signIn(marie)).accessToken
    const { since } = await toldSince(own, first)
    await noteExpired(context)
    const all = await toldSince(own, first, since)
    expect(all.told.toSorted()).toEqual([`-sessions ${sessionId}`, 'me'].toSorted())
    await noteExpired(context)
    expect((await toldSince(own, first, all.since)).told).toEqual([])
  })

  test('tell of another password', async () => {
    const username = 'luc.courtier'
    const session = (await it.signIn(username)).accessToken
    const { since } = await toldSince(it, session)
    const body = { currentPassword: demoPasswords[username], newPassword: 'Nouvelle-Route-2027!' }
    await it.client.succeed('passwordChange', { token: session, body })
    expect((await toldSince(it, session, since)).told).toEqual(['me', event])
  })
})
