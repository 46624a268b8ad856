/** What begins while another transaction is under way must see what that one has done. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthenticate } from '../../../src/portal/identity/sessions/principal.ts'
import { endSessions } from '../../../src/portal/identity/sessions/sessions.ts'
import { postgresUrl } from '../support/databases.ts'
import { across } from '../support/meanwhile.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const security = {
  newPassword: 'Nouvelle-Route-2026!',
  answers: [
    { questionId: 'favourite-city', answer: 'Namur' },
    { questionId: 'first-pet', answer: 'Rex' },
    { questionId: 'first-car', answer: 'Volvo' },
  ],
}

/** On SQLite transactions come one after the other: there is no meanwhile. */
describe.skipIf(postgresUrl === undefined)('within a transaction, on PostgreSQL', () => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal('PostgreSQL')
  })
  afterAll(() => it.stop())

  test('a session that ends while it completes the enrolment brings no more tokens', async () => {
    const { accessToken: token, sessionId } = await it.invited('ending')
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    const { user } = await createAuthenticate(it.portal.context)(`Bearer ${token}`, 'enrolling')
    const email = 'ending@example.com'
    const names = { firstName: 'Nadia', lastName: 'Claes', language: 'fr', alertsByEmail: true }
    const body = { email, emailConfirmation: email, ...names }
    const response = await across(
      it.portal.context,
      (db) => endSessions(db, user.id, Date.now(), { kind: 'only', sessionId }),
      () => it.client.send('enrolmentPersonalData', { token, body }),
    )
    expect(response.status).toBe(401)
  })

  test('a recovery sends no code to an address that is being replaced', async () => {
    const { context } = it.portal
    const username = 'jan.peeters'
    const email = 'new@example.com'
    const response = await across(
      it.portal.context,
      (db) =>
        db
          .updateTable('users')
          .set({ email, email_key: email })
          .where('username', '=', username)
          .execute(),
      () => it.client.send('recoveryCreate', { body: { username, language: 'nl' } }),
    )
    expect(response.status).toBe(202)
    const mails = await context.db
      .selectFrom('mails')
      .where('kind', '=', 'recovery_code')
      .select('recipient')
      .execute()
    expect(mails).toEqual([{ recipient: email }])
  })
})
