/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldName } from '../../../src/portal/identity/accounts/account.ts'
import { invite } from '../../../src/portal/admin/invite.ts'
import { hashToken } from '../../../src/portal/platform/crypto/tokens.ts'
import { decoyQuestions } from '../../../src/portal/identity/recovery/flow.ts'
import { securityQuestionIds } from '../../../src/shared/contract/identity/security-questions.ts'
import { createDatabase, databaseKinds } from '../support/databases.ts'
import { createPortal } from '../../../src/portal/portal.ts'
import { minute } from '../support/portal.ts'
import { marie, startRecoveryPortal, type Begun, type RecoveryPortal } from '../support/recovery.ts'

/** What differs between any two answers: ids, times, and the questions themselves. */
function shapeOf(text: string): string {
  return text
    .replaceAll(/"id":"[\w-]{43}"/g, '"id":"ID"')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/\{"id":"[a-z-]+","text":"[^"]+"\}/g, 'QUESTION')
    .replaceAll(/"retryAfter":\d+/g, '"retryAfter":SECONDS')
}

const idsOf = ({ questions }: Begun) => questions.map(({ id }) => id)

async function told(response: Response) {
  const headers = [...response.headers].filter(
    ([name]) => !['date', 'request-id', 'content-length', 'etag', 'retry-after'].includes(name),
  )
  return { status: response.status, headers, body: shapeOf(await response.text()) }
}

/** Every call there is, right to the end and beyond, and what came of each. */
async function walk({ client, begin }: RecoveryPortal, username: string) {
  const seen = []
  const body = { username, language: 'fr' }
  seen.push(await told(await client.send('recoveryCreate', { body })))
  const flow = await begin(username)
  const params = { id: flow.id }
  seen.push(await told(await client.send('recovery', { params })))
  seen.push(await told(await client.send('recoveryCode', { params })))
  const answers = flow.questions.map(({ id }) => ({ questionId: id, answer: 'Nothing' }))
  const wrong = { params, body: { code: '123456', answers } }
  for (let attempt = 0; attempt < 6; attempt += 1) {
    seen.push(await told(await client.send('recoveryAnswers', wrong)))
  }
  seen.push(await told(await client.send('recovery', { params })))
  const late = { params, body: { newPassword: 'Route-Nouvelle-77' } }
  seen.push(await told(await client.send('recoveryPassword', late)))
  seen.push(await told(await client.send('recoveryCreate', { body })))
  const throttled = await client.send('recoveryCreate', { body })
  seen.push(await told(throttled))
  return seen
}
describe.each(databaseKinds)('a username that nobody has, on %s', (kind) => {
  let it: RecoveryPortal
  beforeAll(async () => {
    it = await startRecoveryPortal(kind)
    const invitation = { username: 'not.enrolled', language: 'nl', services: ['servnet'] } as const
    await invite(it.portal.context, invitation)
  })
  afterAll(() => it.stop())

  test('has three different questions, the same however it is typed', async () => {
    const first = idsOf(await it.begin('Nobody.At.All'))
    const again = idsOf(await it.begin('  nobody.at.ALL '))
    expect(again).toEqual(first)
    expect(new Set(first).size).toBe(3)
  })

  test('has the same questions after a restart', async () => {
    const database = await createDatabase(kind)
    const ask = async (): Promise<unknown> => {
      const portal = await createPortal({ ...database, logLevel: 'silent' })
      const payload = { username: 'nobody.at.all', language: 'fr' }
      const answer = await portal.app.inject({ method: 'POST', url: '/v1/recoveries', payload })
      await portal.close()
      return answer.json<{ questions: unknown }>().questions
    }
    const first = await ask()
    expect(await ask()).toEqual(first)
    expect(first).toHaveLength(3)
    await database.remove()
  })

  test('walks the same path as anyone, and fails alike, byte for byte', async () => {
    const known = await walk(it, 'marie.lambert')
    expect(known.map(({ status }) => status)).toEqual([
      202, 200, 429, 422, 422, 422, 422, 410, 410, 410, 410, 202, 429,
    ])
    expect(await walk(it, 'nobody.either')).toEqual(known)
    expect(await walk(it, 'not.enrolled')).toEqual(known)
  })

  test('gets no further where the code alone is asked for, the right one included', async () => {
    const tenant = await startRecoveryPortal(kind, { recovery: { code: true, questions: false } })
    const { id } = await tenant.begin('nobody.at.all')
    const { db, pepper } = tenant.portal.context
    const code = 'BCDF2345'
    // Nobody is sent the code, so that it is put there.
    const code_hash = pepper.hmacCode(hashToken(id), code)
    await db.updateTable('recoveries').set({ code_hash }).execute()
    const request = { params: { id }, body: { code, answers: [] } }
    await tenant.client.fail('recoveryAnswers', 'verification_failed', request)
    await tenant.stop()
  })

  test('causes the same writes, a message that goes nowhere included', async () => {
    const { db, pepper } = it.portal.context
    await it.portal.context.db.deleteFrom('throttles').execute()
    const written = async (username: string, userId: string | null) => {
      it.pass(minute)
      await it.begin(username)
      const key = { name_key: pepper.hmacUsername(foldName(username)) }
      const flow = await db
        .selectFrom('recoveries')
        .selectAll()
        .where('name_key', '=', key.name_key)
        .orderBy('created_at', 'desc')
        .executeTakeFirstOrThrow()
      const mail = await db
        .selectFrom('mails')
        .selectAll()
        .where('created_at', '>=', flow.created_at)
        .orderBy('created_at', 'desc')
        .executeTakeFirstOrThrow()
      const event = await db
        .selectFrom('security_events')
        .selectAll()
        .where('at', '>=', flow.created_at)
        .orderBy('at', 'desc')
        .executeTakeFirstOrThrow()
      expect([flow.user_id, mail.user_id, event.user_id]).toEqual([userId, userId, userId])
      expect(flow.code_hash).not.toBeNull()
      return [flow, mail, event].map((row) => Object.keys(row))
    }
    const known = await written(marie.username, 'demo-marie.lambert')
    expect(await written('somebody.else', null)).toEqual(known)
    expect(await written('not.enrolled', null)).toEqual(known)
    expect(it.mailbox.received.every(({ to }) => to === marie.email)).toBe(true)
  })

  test('draws its questions from the whole catalogue', () => {
    const { pepper } = it.portal.context
    const drawn = new Set<string>()
    fc.assert(
      fc.property(fc.string(), (name) => {
        const ids = decoyQuestions(pepper, name)
        expect(new Set(ids).size).toBe(3)
        expect(decoyQuestions(pepper, name)).toEqual(ids)
        ids.forEach((id) => drawn.add(id))
      }),
      { numRuns: 300 },
    )
    expect(drawn.size).toBe(securityQuestionIds.length)
  })
})
