/* oxlint-disable no-await-in-loop -- statements are counted: one request after the other */
/**
 * What is somebody else's is not there: whatever names it, the answer is that to a name of nothing,
 * down to the statements that it took. Made from the contract, so that none is forgotten.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { grantServices } from '../../../src/portal/identity/access/service-grants.ts'
import type { EndpointName } from '../../../src/shared/contract/endpoints.ts'
import { operations, resolved, type JsonSchema, type Operation } from '../support/api-document.ts'
import { assertCareful } from '../support/careful-answers.ts'
import type { Request } from '../support/client.ts'
import { databaseKinds } from '../support/databases.ts'
import { authorizationOf, sessionOf, type CallerKind } from '../support/hostile-callers.ts'
import { colleagueIn, otherNames, ownedOf } from '../support/owned.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { versionOf } from '../support/profile.ts'
import { recordStatements } from '../support/statements.ts'
import { mailsThatWait, named, prepareWrite, repeatableNames } from '../support/writes.ts'

const owners = {
  'a colleague': (it: TestPortal) => colleagueIn(it, 'demo-dedert'),
  'somebody of another organisation': async () => 'demo-jan.peeters',
  'the broker': async () => 'demo-luc.courtier',
  'who has not enrolled': async () => 'demo-nouveau.client',
} as const
const ownerNames = Object.keys(owners).filter((name): name is keyof typeof owners => name in owners)

/** Who asks, and what they are told: those who may not ask at all are told no more. */
const callers = [
  ['reauthenticated', 'not_found'],
  ['enrolling', 'enrolment_required'],
  ['passwordDue', 'password_change_required'],
  ['revoked', 'unauthenticated'],
  ['nobody', 'unauthenticated'],
] as const satisfies readonly (readonly [CallerKind, string])[]

const bodies: Partial<Record<EndpointName, object>> = {
  emailChangeConfirm: { code: '123456' },
  collectnetAddDocument: { name: 'a.txt', content: 'QQ==' },
}

const withOwner = operations.flatMap(({ id }) => {
  const owned = Object.entries(ownedOf).find(([name]) => name === id)?.[1]
  return owned === undefined || !('give' in owned) ? [] : [[id, owned.give] as const]
})

/** Names within `schema` under which something is named. */
function idsIn(schema: JsonSchema): string[] {
  const { properties = {}, items, anyOf = [], oneOf = [] } = resolved(schema)
  const own = Object.keys(properties).filter((name) => /^id$|Ids?$|token$|secret$/i.test(name))
  const inner = [...Object.values(properties), ...(items === undefined ? [] : [items])]
  return [...own, ...[...inner, ...anyOf, ...oneOf].flatMap(idsIn)]
}

const namesOf = ({ parameters, body }: Operation) => [
  ...parameters
    .filter((one) => one.in !== 'path' && !/^(?:language|limit)$/.test(one.name))
    .map(({ name }) => name),
  ...(body === null ? [] : idsIn(body)),
]

test('every name of something is known here', () => {
  const inPath = operations.filter(({ parameters }) =>
    parameters.some((one) => one.in === 'path' && one.name === 'id'),
  )
  expect(inPath.map(({ id }) => id).toSorted()).toEqual(Object.keys(ownedOf).toSorted())
  const names = new Set(operations.flatMap(namesOf))
  expect([...names].toSorted()).toEqual(Object.keys(otherNames).toSorted())
})

describe.each(databaseKinds)('of somebody else, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind, mailsThatWait)
    // Whoever has no partners' space is told that, of any name.
    await grantServices(it.portal.context.db, 'demo-marie.lambert', ['partners'])
    // Events and declarations enough for two pages.
    for (let times = 0; times < 3; times += 1) await it.signIn('jan.peeters')
    for (const period of ['2026-Q1', '2026-Q2']) {
      const { accessToken: token } = await sessionOf(it, 'jan.peeters')
      const amount = { amount: '1000', currency: 'EUR' }
      const body = { policyId: '20101', period, amount }
      await it.client.succeed('servnetDeclareTurnover', { token, body })
    }
  })
  beforeEach(async () => {
    await it.portal.context.db.deleteFrom('throttles').execute()
  })
  afterAll(() => it.stop())

  /** What a client is told, and what it took. */
  const observe = async (name: EndpointName, request: Request) => {
    const { take } = recordStatements()
    const response = await it.client.send(name, request)
    const answer = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    }
    assertCareful(answer)
    const { date: _, 'request-id': __, ...headers } = answer.headers
    // The worker's, which it asks whenever it was woken.
    const statements = take().filter(({ text }) => !text.includes('"mails"'))
    return { ...answer, headers, statements: statements.map(({ text }) => text) }
  }

  describe.each(withOwner)('%s', (name, give) => {
    test.each(ownerNames)('finds nothing of %s', async (ownerName) => {
      const owner = await owners[ownerName](it)
      const theirs = await give(it, owner)
      for (const [caller, code] of callers) {
        const authorization = await authorizationOf(it, caller, 0)
        const headers = authorization === undefined ? {} : { authorization }
        const ask = (id: string, key?: string) =>
          observe(name, {
            params: { id, document: 'any' },
            headers: { ...headers, ...(key !== undefined && { 'idempotency-key': key }) },
            body: bodies[name],
          })
        // What is remembered of the caller is remembered from here on.
        await ask(randomUUID())
        const ofOthers = await ask(theirs)
        expect(ofOthers.body).toContain(`"code":"${code}"`)
        expect(ofOthers).toEqual(await ask(randomUUID()))
        expect(await ask(theirs, randomUUID())).toEqual(await ask(randomUUID(), randomUUID()))
      }
    })
  })

  const itemsSchema = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() })
  const lists = operations.filter(({ parameters }) =>
    parameters.some((one) => one.name === 'cursor'),
  )
  const byPolicy = operations.filter(({ parameters }) =>
    parameters.some((one) => one.in === 'query' && one.name === 'policy'),
  )

  test.each(byPolicy.map(({ id }) => id))('a policy of another’s is none in %s', async (name) => {
    const { accessToken: token } = await sessionOf(it, 'marie.lambert')
    const ask = (policy: string) =>
      observe(name, { token, params: { figure: 'applications' }, query: { policy } })
    await ask(randomUUID())
    const theirs = await ask('20101')
    expect(theirs.body).toContain('"code":"not_found"')
    expect(await ask(randomUUID())).toEqual(theirs)
  })

  const sealed = operations.filter(({ parameters }) =>
    parameters.some((one) => one.name === 'since'),
  )

  test.each(lists.map(({ id }) => id))(
    'a cursor of another’s leads nowhere in %s',
    async (name) => {
      const { accessToken: token } = await sessionOf(it, 'marie.lambert')
      // Only a broker has several clients.
      const another = name === 'partnersClients' ? 'luc.courtier' : 'jan.peeters'
      const { accessToken: others } = await sessionOf(it, another)
      await sessionOf(it, another)
      const params = { figure: 'applications' }
      const read = async (bearer: string, query: Record<string, string>) =>
        itemsSchema.parse(
          await (await it.client.send(name, { token: bearer, params, query })).json(),
        )
      const own = (await read(token, { limit: '200' })).items
      const { nextCursor } = await read(others, { limit: '1' })
      if (nextCursor === null) throw new Error(`${name} has too little of ${another}’s`)
      const { items } = await read(token, { cursor: nextCursor })
      for (const item of items) expect(own).toContainEqual(item)
    },
  )

  test.each(sealed.map(({ id }) => id))('a place of another’s is none in %s', async (name) => {
    const { accessToken: token } = await sessionOf(it, 'marie.lambert')
    const { accessToken: others } = await sessionOf(it, 'jan.peeters')
    const { nextCursor } = itemsSchema.parse(
      await (await it.client.send(name, { token: others })).json(),
    )
    const ask = (since: string) => observe(name, { token, query: { since } })
    await ask('nonsense')
    const theirs = await ask(nextCursor ?? '')
    expect(theirs.status).toBe(400)
    expect(await ask('nonsense')).toEqual(theirs)
  })

  // Documents for brokers are the same for everybody.
  const reads = operations.filter(
    ({ id, method, isOpen }) => method === 'GET' && !isOpen && id !== 'partnersDocuments',
  )

  test.each(reads.map(({ id }) => id))('a version of another’s is none in %s', async (name) => {
    const { accessToken: token } = await sessionOf(it, 'marie.lambert')
    const { accessToken: others } = await sessionOf(it, 'jan.peeters')
    const owned = withOwner.find(([one]) => one === name)
    const ask = async (bearer: string, userId: string, tag?: string) => {
      const params = { id: (await owned?.[1](it, userId)) ?? '' }
      const headers = tag === undefined ? {} : { 'if-none-match': tag }
      return it.client.send(name, { token: bearer, params, headers })
    }
    const theirs = (await ask(others, 'demo-jan.peeters')).headers.get('etag')
    const { status } = await ask(token, 'demo-marie.lambert', theirs ?? '"theirs"')
    expect(status).not.toBe(304)
  })

  const edits = operations.filter(({ parameters }) =>
    parameters.some((one) => one.name === 'If-Match'),
  )

  test.each(edits.map(({ id }) => id))(
    'a version of another’s edits nothing in %s',
    async (name) => {
      const { accessToken: token } = await sessionOf(it, 'marie.lambert')
      const { accessToken: others } = await sessionOf(it, 'jan.peeters')
      const tags = await Promise.all([
        versionOf(it, 'me', others),
        versionOf(it, 'preferences', others),
      ])
      const ask = (tag: string) =>
        observe(name, { token, headers: { 'if-match': tag }, body: { language: 'fr' } })
      const unknown = await ask('"nonsense"')
      expect(unknown.status).toBe(412)
      for (const tag of tags) expect(await ask(tag)).toEqual(unknown)
    },
  )

  test.each(repeatableNames)('a key of another’s is a new one in %s', async (name) => {
    const { request } = await prepareWrite(it, name)
    const key = `of-marie-${name}`
    const first = await it.client.send(name, named(request, key))
    expect(first.status).toBeLessThan(300)
    const told = await first.text()
    const { accessToken: token } = await sessionOf(it, 'jan.peeters')
    const ofOther = { ...request, token, query: { language: 'nl' } }
    const again = await it.client.send(name, named(ofOther, key))
    const body = await again.text()
    expect(body).not.toContain('idempotency_conflict')
    if (told !== '') expect(body).not.toBe(told)
  })

  test('whose recovery it is opens it to nobody; its id does, to all alike', async () => {
    const body = { username: 'jan.peeters', language: 'fr' }
    const { id } = await it.client.succeed('recoveryCreate', { body })
    const { accessToken: token } = await sessionOf(it, 'marie.lambert')
    const params = { id }
    const ofMarie = await observe('recovery', { params, token })
    expect(await observe('recovery', { params })).toEqual(ofMarie)
    const unknown = await observe('recovery', { params: { id: 'x'.repeat(43) } })
    expect(unknown.status).toBe(410)
  })
})
