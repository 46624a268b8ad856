/** What happens while a password is being hashed must not be undone by what was known before. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHasher, type Hasher } from '../../src/portal/auth/hasher.ts'
import { createAuthenticate } from '../../src/portal/auth/principal.ts'
import { endSessions } from '../../src/portal/auth/sessions.ts'
import { signIn } from '../../src/portal/auth/sign-in.ts'
import type { Context } from '../../src/portal/context.ts'
import { saveSecurity } from '../../src/portal/enrolment/security-step.ts'
import { databaseKinds } from './support/databases.ts'
import { device, startPortal, type TestPortal } from './support/portal.ts'

const security = {
  newPassword: 'Nouvelle-Route-2026!',
  answers: [
    { questionId: 'favourite-city', answer: 'Namur' },
    { questionId: 'first-pet', answer: 'Rex' },
    { questionId: 'first-car', answer: 'Volvo' },
  ],
}

describe.each(databaseKinds)('while hashing, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  /** The portal's context, in which `event` happens as soon as the next hashing is over. */
  async function interrupted(of: 'hash' | 'verify', event: () => Promise<unknown>) {
    const hasher = await createHasher()
    let pending: (() => Promise<unknown>) | null = event
    const happen = async () => {
      const now = pending
      pending = null
      await now?.()
    }
    const slow: Hasher = {
      ...hasher,
      hash: async (...args) => {
        const hashed = await hasher.hash(...args)
        if (of === 'hash') await happen()
        return hashed
      },
      verify: async (...args) => {
        const right = await hasher.verify(...args)
        if (of === 'verify') await happen()
        return right
      },
    }
    return { ...it.portal.context, hasher: slow } satisfies Context
  }

  test('a sign-in whose password is changed meanwhile opens nothing', async () => {
    const { accessToken: token, password } = await it.invited('overtaken')
    const context = await interrupted('verify', () =>
      it.client.succeed('enrolmentSecurity', { token, body: security }),
    )
    const late = signIn(context, { username: 'overtaken', password, device }, '127.0.0.1')
    await expect(late).rejects.toMatchObject({ code: 'invalid_credentials' })
    const open = await context.db
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .where('users.username', '=', 'overtaken')
      .where('sessions.ended_at', 'is', null)
      .select('sessions.id')
      .execute()
    expect(open).toHaveLength(1)
  })

  test('a first step whose session is ended meanwhile changes nothing', async () => {
    const { accessToken: token, password, sessionId } = await it.invited('ended')
    const principal = await createAuthenticate(it.portal.context)(`Bearer ${token}`, 'enrolling')
    const context = await interrupted('hash', () =>
      endSessions(it.portal.context.db, principal.user.id, Date.now(), { kind: 'only', sessionId }),
    )
    const late = saveSecurity(context, principal, security)
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated' })
    const body = { username: 'ended', password, device }
    expect((await it.client.succeed('sessionCreate', { body })).next).toBe('enrolment')
  })
})
