import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPortal, type Portal } from '../../../src/portal/portal.ts'
import type { PortalOptions } from '../../../src/portal/settings.ts'
import { createClient, type Client } from '../support/client.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../support/databases.ts'
import { day, demoPasswords, device } from '../support/portal.ts'

const answers = [
  { questionId: 'first-pet', answer: 'Rex' },
  { questionId: 'first-car', answer: '2CV' },
  { questionId: 'first-school', answer: 'Saint-Joseph' },
]
const body = (newPassword: string) => ({ newPassword, answers })

describe.each(databaseKinds)('the modern policy, on %s', (kind) => {
  let database: TestDatabase
  let portal: Portal
  let client: Client
  let ahead: number
  const open = async (passwordPolicy: NonNullable<PortalOptions['passwordPolicy']>) => {
    portal = await createPortal({
      ...database,
      demo: true,
      logLevel: 'silent',
      passwordPolicy,
      clock: () => Date.now() + ahead,
    })
    client = createClient(await portal.listen())
  }
  const enter = (username: keyof typeof demoPasswords) =>
    client.succeed('sessionCreate', {
      body: { username, password: demoPasswords[username], device },
    })
  beforeEach(async () => {
    ahead = 0
    database = await createDatabase(kind)
    await open('modern')
  })
  afterEach(async () => {
    await portal.close()
    await database.remove()
  })

  test('asks for length alone, and takes long ones of any script', async () => {
    const { accessToken: token } = await enter('nouveau.client')
    const refused = await client.fail('enrolmentSecurity', 'password_policy', {
      token,
      body: body('chevalaufrein!'),
    })
    expect(refused.errors).toEqual([
      { pointer: '/newPassword', code: 'too_short', params: { min: 15 } },
    ])
    const long = 'дорога ночью и красный свет '.repeat(6)
    for (const newPassword of ['cheval au frein', long]) {
      // oxlint-disable-next-line no-await-in-loop -- the step is sent again, one after the other
      await client.succeed('enrolmentSecurity', { token, body: body(newPassword) })
    }
    const again = { username: 'nouveau.client', password: long, device }
    expect((await client.succeed('sessionCreate', { body: again })).next).toBe('enrolment')
    const cut = { ...again, password: long.slice(0, -1) }
    await client.fail('sessionCreate', 'invalid_credentials', { body: cut })
  })

  test('lets no password expire, nor one that was set under the classic one', async () => {
    await portal.close()
    await open('classic')
    ahead = 181 * day
    expect((await enter('marie.lambert')).next).toBe('password_change')
    await portal.close()
    await open('modern')
    const { accessToken: token, next } = await enter('marie.lambert')
    expect(next).toBe('ready')
    expect((await client.succeed('me', { token })).passwordExpiresAt).toBeNull()
  })

  test('gives way to the classic one: all passwords have their whole time from then on', async () => {
    const before = Date.now()
    await portal.close()
    await open('classic')
    const { accessToken: token } = await enter('marie.lambert')
    const { passwordExpiresAt } = await client.succeed('me', { token })
    expect(Date.parse(passwordExpiresAt ?? '')).toBeGreaterThanOrEqual(before + 180 * day)
    expect(Date.parse(passwordExpiresAt ?? '')).toBeLessThanOrEqual(Date.now() + 180 * day)
  })
})
