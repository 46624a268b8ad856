/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../../../src/shared/contract/problem.ts'
import { marie, startRecoveryPortal, type RecoveryPortal } from '../support/recovery.ts'
import { demoPasswords } from '../support/portal.ts'

const predictable = [
  'Atradius2026!',
  'Serv@Net-2026!',
  'Printemps2026!!',
  'Okt0ber-2026!',
  'Sommer!2026',
]
const answers = [
  { questionId: 'first-pet', answer: 'Rex' },
  { questionId: 'first-car', answer: '2CV' },
  { questionId: 'first-school', answer: 'Saint-Joseph' },
]
const tooCommon = { pointer: '/newPassword', code: 'too_common', params: {} }

describe('a predictable password is refused', () => {
  let it: RecoveryPortal
  beforeAll(async () => {
    it = await startRecoveryPortal('SQLite')
  })
  afterAll(() => it.stop())

  test('while one types it', async () => {
    for (const password of predictable) {
      const { failures } = await it.client.succeed('passwordCheck', { body: { password } })
      expect(
        failures.map(({ code }) => code),
        password,
      ).toContain('too_common')
    }
    const body = { password: 'Marie-2026-Marie', username: 'marie.lambert' }
    const { failures } = await it.client.succeed('passwordCheck', { body })
    expect(failures).toEqual([{ code: 'too_common', params: {} }])
  })

  test('at the first sign-in', async () => {
    const { accessToken: token } = await it.invited('first.timer')
    for (const newPassword of predictable) {
      const body = { newPassword, answers }
      expectTooCommon(await it.client.fail('enrolmentSecurity', 'password_policy', { token, body }))
    }
  })

  test('at the end of a recovery', async () => {
    const id = await it.verified(marie)
    for (const newPassword of [...predictable, 'Icesticks-2026!']) {
      const request = { params: { id }, body: { newPassword } }
      expectTooCommon(await it.client.fail('recoveryPassword', 'password_policy', request))
    }
  })

  test('when it is changed', async () => {
    const { accessToken: token } = await it.signIn('jan.peeters')
    const currentPassword = demoPasswords['jan.peeters']
    for (const newPassword of [...predictable, 'Groep-2026-Groep!']) {
      const body = { currentPassword, newPassword }
      expectTooCommon(await it.client.fail('passwordChange', 'password_policy', { token, body }))
    }
  })
})

function expectTooCommon({ errors }: Problem): void {
  expect(errors).toContainEqual(tooCommon)
}
