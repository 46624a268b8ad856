/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { invite } from '../../../src/portal/admin/invite.ts'
import {
  createInitialPassword,
  readInitialPassword,
} from '../../../src/portal/identity/passwords/initial-password.ts'
import { databaseKinds } from '../support/databases.ts'
import { device, startPortal, type TestPortal } from '../support/portal.ts'

const dresses: Readonly<Record<string, (password: string) => string>> = {
  'in capitals': (password) => password.toUpperCase(),
  'with one capital, as telephones begin': (password) =>
    password.charAt(0).toUpperCase() + password.slice(1),
  'without its dashes': (password) => password.replaceAll('-', ''),
  'with a space behind': (password) => `${password} `,
  'with spaces around': (password) => `  ${password}\u00a0`,
  'with a line end, as pasted': (password) => `${password}\r\n`,
  'with spaces for dashes': (password) => password.replaceAll('-', ' '),
  'with no-break spaces for dashes': (password) => password.replaceAll('-', '\u00a0'),
  'with the en dashes of a word processor': (password) => password.replaceAll('-', '–'),
  'with em dashes and spaces': (password) => password.replaceAll('-', ' — '),
  'with no-break hyphens': (password) => password.replaceAll('-', '\u2011'),
  'with minus signs': (password) => password.replaceAll('-', '\u2212'),
  'with a tab ahead': (password) => `\t${password}`,
  'with what nobody sees': (password) => `\ufeff${password.replaceAll('-', '\u200b-\u00ad')}\u200b`,
  'in full width': (password) =>
    password.replaceAll(/[!-~]/gu, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
  'in other groups': (password) => password.replaceAll('-', '').replaceAll(/.{2}/gu, '$& '),
}

test.each(Object.entries(dresses))('%s it reads as it was issued', (_, dress) => {
  for (let count = 0; count < 100; count += 1) {
    const password = createInitialPassword()
    expect(readInitialPassword(dress(password))).toBe(password)
  }
})

test('reading what was read changes nothing more, and letters count', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const once = readInitialPassword(typed)
      expect(readInitialPassword(once)).toBe(once)
    }),
  )
  expect(readInitialPassword('K7MP-3XWE-9AHR-TC4D')).not.toBe(
    readInitialPassword('K7MP-3XWE-9AHR-TC4'),
  )
  expect(readInitialPassword('Bienvenue-2016!')).toBe('Bienvenue-2016!')
})

describe.each(databaseKinds)('on %s', (kind) => {
  let it: TestPortal
  let count = 0
  beforeAll(async () => {
    it = await startPortal(kind, { passwordPolicy: 'modern' })
  })
  afterAll(() => it.stop())

  const invited = async () => {
    count += 1
    const username = `invited.${count}`
    const invitation = { username, language: 'fr', services: ['servnet'] } as const
    return { username, ...(await invite(it.portal.context, invitation)) }
  }

  test.each(Object.entries(dresses))('one may type it %s', async (_, dress) => {
    const { username, password } = await invited()
    const body = { username, password: dress(password), device }
    expect((await it.client.succeed('sessionCreate', { body })).next).toBe('enrolment')
  })

  test('the demonstration’s too, with a space or another dash', async () => {
    for (const password of ['Bienvenue-2016! ', '\u00a0Bienvenue–2016!']) {
      const body = { username: 'nouveau.client', password, device }
      await it.client.succeed('sessionCreate', { body })
    }
  })

  test('another one, in whatever dress, is wrong', async () => {
    const { username } = await invited()
    const body = { username, password: createInitialPassword().toUpperCase(), device }
    await it.client.fail('sessionCreate', 'invalid_credentials', { body })
  })

  test('a password of one’s own counts to the letter, also where it looks like one that was issued', async () => {
    const { username, password } = await invited()
    const body = { username, password, device }
    const { accessToken: token } = await it.client.succeed('sessionCreate', { body })
    const own = createInitialPassword()
    const answers = ['favourite-city', 'first-pet', 'first-car'].map((questionId) => ({
      questionId,
      answer: `Answer ${questionId}`,
    }))
    for (const dress of ['without its dashes', 'in capitals', 'with a space behind']) {
      const newPassword = dresses[dress]?.(password) ?? password
      const request = { token, body: { newPassword, answers } }
      const problem = await it.client.fail('enrolmentSecurity', 'password_policy', request)
      expect(problem.errors).toContainEqual(expect.objectContaining({ code: 'used_before' }))
    }
    await it.client.succeed('enrolmentSecurity', { token, body: { newPassword: own, answers } })
    for (const dress of ['in capitals', 'without its dashes', 'with a space behind']) {
      const dressed = dresses[dress]?.(own) ?? own
      await it.client.fail('sessionCreate', 'invalid_credentials', {
        body: { username, password: dressed, device },
      })
    }
    await it.client.succeed('sessionCreate', { body: { username, password: own, device } })
  })

  test('it is compared as often for nobody', async () => {
    const { username, password } = await invited()
    const verify = vi.spyOn(it.portal.context.hasher, 'verify')
    for (const name of [username, 'nobody.at.all', 'marie.lambert']) {
      const body = { username: name, password: password.toUpperCase().replaceAll('-', ''), device }
      await it.client.send('sessionCreate', { body })
      expect(verify).toHaveBeenCalledTimes(1)
      verify.mockClear()
    }
    verify.mockRestore()
  })
})
