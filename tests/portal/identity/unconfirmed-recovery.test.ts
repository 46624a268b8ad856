/** A forgotten password while the address of the enrolment is not confirmed. */
import { afterEach, describe, expect, test } from 'vitest'
import { listAccounts } from '../../../src/portal/admin/accounts.ts'
import { invite } from '../../../src/portal/admin/invite.ts'
import { codeIn } from '../../support/mailbox.ts'
import { databaseKinds } from '../support/databases.ts'
import {
  address,
  answers,
  startEnrolmentPortal,
  type EnrolmentPortal,
} from '../support/enrolling.ts'
import { device } from '../support/portal.ts'

const shapeOf = (recovery: object) => Object.keys(recovery).toSorted()

describe.each(databaseKinds)('without a confirmed address, on %s', (kind) => {
  let it: EnrolmentPortal
  afterEach(() => it.stop())

  test('a recovery’s code goes there, without a name, where the questions are asked too', async () => {
    it = await startEnrolmentPortal(kind)
    await it.enrol('nadia')
    const seen = it.sentTo(address)
    const { id } = await it.begin('nadia')
    const message = await it.next(address, seen)
    expect(message.mail.text).toMatch(/^Bonjour,/u)
    expect(message.source).not.toMatch(/nadia\b(?!\.claes@)/u)
    const passed = await it.answer(id, { code: codeIn(message), answers })
    expect(passed.state).toBe('password')
  })

  test('it goes nowhere where the code alone would do, and nothing tells that', async () => {
    it = await startEnrolmentPortal(kind, { recovery: { code: true, questions: false } })
    await it.enrol('nadia')
    const begun = await it.begin('nadia')
    expect(shapeOf(begun)).toEqual(shapeOf(await it.begin('nobody.at.all')))
    await it.settled()
    expect(it.sentTo(address)).toHaveLength(1)
    const codes = await it.portal.context.db
      .selectFrom('mails')
      .select(['recipient', 'state'])
      .where('kind', '=', 'recovery_code')
      .execute()
    const dropped = { recipient: null, state: 'dropped' }
    expect(codes).toEqual([dropped, dropped])
  })

  test('a contact person can begin anew, but only as long as it is not confirmed', async () => {
    it = await startEnrolmentPortal(kind)
    const { context } = it.portal
    const invitation = { username: 'nadia', language: 'fr', services: ['servnet'] } as const
    const anew = { ...invitation, startOver: true }
    const { token, code } = await it.enrol('nadia')
    const params = await it.waiting(token)
    await expect(invite(context, invitation)).rejects.toThrow(/--start-over/u)
    expect(await listAccounts(context)).toContainEqual(
      expect.objectContaining({ username: 'nadia', state: 'email_unconfirmed' }),
    )
    const { password } = await invite(context, anew)
    await it.client.fail('me', 'unauthenticated', { token })
    const body = { username: 'nadia', password, device }
    const { next, accessToken } = await it.client.succeed('sessionCreate', { body })
    expect(next).toBe('enrolment')
    const { draft } = await it.client.succeed('enrolment', { token: accessToken })
    expect(draft).toMatchObject({ email: null, lastName: null, questionIds: [] })
    const former = { token: accessToken, params, body: { code } }
    await it.client.fail('emailChangeConfirm', 'enrolment_required', former)
    const again = await it.complete(accessToken, 'nadia@firm.example')
    await it.confirm(again.token, again.code)
    await expect(invite(context, anew)).rejects.toThrow(/enrolled already/u)
  })
})
