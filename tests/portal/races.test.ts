/** What happens while a password is being hashed must not be undone by what was known before. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthenticate } from '../../src/portal/auth/principal.ts'
import { endSessions } from '../../src/portal/auth/sessions.ts'
import { signIn } from '../../src/portal/auth/sign-in.ts'
import { saveSecurity } from '../../src/portal/enrolment/security-step.ts'
import { databaseKinds } from './support/databases.ts'
import { interrupted } from './support/interrupted.ts'
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

  test('a sign-in whose password is changed meanwhile opens nothing', async () => {
    const { accessToken: token, password } = await it.invited('overtaken')
    const context = await interrupted(it.portal.context, 'verify', () =>
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
    const context = await interrupted(it.portal.context, 'hash', () =>
      endSessions(it.portal.context.db, principal.user.id, Date.now(), { kind: 'only', sessionId }),
    )
    const late = saveSecurity(context, principal, security)
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated' })
    const body = { username: 'ended', password, device }
    expect((await it.client.succeed('sessionCreate', { body })).next).toBe('enrolment')
  })
})
