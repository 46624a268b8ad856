/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { queueMail } from '../../src/portal/mail/queue.ts'
import type { Mail } from '../../src/portal/mail/mail.ts'
import { codeIn, openMailbox, type Mailbox } from '../support/mailbox.ts'
import { databaseKinds } from './support/databases.ts'
import { startPortal, type TestPortal } from './support/portal.ts'

const someone = {
  userId: 'demo-marie.lambert',
  address: 'marie@example.com',
  language: 'fr',
  name: 'Marie Lambert',
} as const
const code: Mail = { kind: 'recovery_code', code: '482019', minutes: 10 }

describe.each(databaseKinds)('sending, on %s', (kind) => {
  let mailbox: Mailbox
  let portal: TestPortal
  beforeEach(async () => {
    mailbox = await openMailbox()
    portal = await startPortal(kind, { smtpUrl: mailbox.url })
  })
  afterEach(async () => {
    await portal.stop()
    await mailbox.close()
  })

  test('sends what was queued', async () => {
    const { context } = portal.portal
    await queueMail(context.db, context, someone, code)
    const received = await mailbox.waitFor(({ to }) => to === someone.address)
    expect(received.mail.subject).toBe('Votre code pour un nouveau mot de passe')
    expect(codeIn(received)).toBe('482019')
  })
})
