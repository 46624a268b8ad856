/** What begins while another transaction is under way must see what that one has done. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthenticate } from '../../../src/portal/identity/sessions/principal.ts'
import { endSessions } from '../../../src/portal/identity/sessions/sessions.ts'
import type { Db } from '../../../src/portal/platform/db/open.ts'
import { postgresUrl } from '../support/databases.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const security = {
  newPassword: 'Nouvelle-Route-2026!',
  answers: [
    { questionId: 'favourite-city', answer: 'Namur' },
    { questionId: 'first-pet', answer: 'Rex' },
    { questionId: 'first-car', answer: 'Volvo' },
  ],
}

async function isAnyWaiting(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows.length > 0
}

/** On SQLite transactions come one after the other: there is no meanwhile. */
describe.skipIf(postgresUrl === undefined)('within a transaction, on PostgreSQL', () => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal('PostgreSQL')
  })
  afterAll(() => it.stop())

  /** Does `work` in a transaction that ends once `other` has answered, or waits for it. */
  async function across<Answer>(
    work: (db: Db) => Promise<unknown>,
    other: () => Promise<Answer>,
  ): Promise<Answer> {
    const { db } = it.portal.context
    const answering = await db.transaction().execute(async (transaction) => {
      await work(transaction)
      let answered = false
      const answer = other().finally(() => {
        answered = true
      })
      await expect
        .poll(async () => answered || (await isAnyWaiting(db)), { timeout: 20_000 })
        .toBe(true)
      return { answer }
    })
    return answering.answer
  }

  test('a session that ends while it completes the enrolment brings no more tokens', async () => {
    const { accessToken: token, sessionId } = await it.invited('ending')
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    const { user } = await createAuthenticate(it.portal.context)(`Bearer ${token}`, 'enrolling')
    const email = 'ending@example.com'
    const names = { firstName: 'Nadia', lastName: 'Claes', language: 'fr', alertsByEmail: true }
    const body = { email, emailConfirmation: email, ...names }
    const response = await across(
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
