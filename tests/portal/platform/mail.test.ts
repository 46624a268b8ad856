/** How messages leave: what delays them, what refuses them, and that nothing is lost. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Mail } from '../../../src/portal/platform/mail/mail.ts'
import type { Recipient } from '../../../src/portal/platform/mail/queue.ts'
import { prune } from '../../../src/portal/operations/prune.ts'
import { codeIn, openMailbox, type Mailbox } from '../../support/mailbox.ts'
import { databaseKinds } from '../support/databases.ts'
import { codeMail, mails, marie, newsMail, nudge, outboxRow, queue } from '../support/mails.ts'
import { day, minute, second, startPortal, type TestPortal } from '../support/portal.ts'

const patience = { timeout: 20_000 }

describe.each(databaseKinds)('through a mail server, on %s', (kind) => {
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
  const send = async (mail: Mail, to?: Partial<Recipient>): Promise<string> => {
    const id = await queue(portal.portal.context, mail, to)
    await nudge(portal.address)
    return id
  }
  const row = (id: string) => outboxRow(portal.portal.context, id)
  const becomes = (id: string, expected: object) =>
    expect.poll(() => row(id), patience).toMatchObject(expected)

  test('sends, and forgets what the message needed', async () => {
    const id = await send(codeMail)
    const received = await mailbox.waitFor(({ to }) => to === marie.address)
    expect(codeIn(received)).toBe('482019')
    await becomes(id, { state: 'sent', params: '', attempts: 1, last_error: null })
    expect((await row(id)).sent_at).not.toBeNull()
  })

  test('what was rolled back is never sent', async () => {
    const { context } = portal.portal
    const undone = context.db.transaction().execute(async (transaction) => {
      await queue({ ...context, db: transaction }, codeMail, { address: 'undone@example.com' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await send(newsMail)
    await mailbox.waitFor(({ to }) => to === marie.address)
    expect(mailbox.received).toHaveLength(1)
  })

  test('a row for nobody is dropped, and its code with it', async () => {
    const id = await send(codeMail, { userId: null, address: null, name: null })
    await becomes(id, { state: 'dropped', params: '' })
    expect(mailbox.received).toEqual([])
  })

  test('a server that is away is tried again, and gets every message once', async () => {
    await mailbox.goDown()
    const addresses = Array.from({ length: 9 }, (_, index) => `r${index}@example.com`)
    const ids = await Promise.all(addresses.map((address) => send(newsMail, { address })))
    await expect
      .poll(async () => (await Promise.all(ids.map(row))).filter((one) => one.last_error), patience)
      .toHaveLength(ids.length)
    await mailbox.comeUp()
    portal.pass(11 * second)
    await Promise.all(addresses.map((address) => mailbox.waitFor(({ to }) => to === address)))
    expect(mailbox.received.map(({ to }) => to).toSorted()).toEqual(addresses)
  })

  test('a server that does not greet holds up no request', async () => {
    const greet = mailbox.holdGreetings()
    const id = await send(newsMail)
    await becomes(id, { attempts: 1, state: 'queued' })
    await portal.signIn('jan.peeters')
    await portal.client.succeed('health')
    // Still with the server that does not answer: the requests did not wait for it.
    expect(await row(id)).toMatchObject({ attempts: 1, state: 'queued', last_error: null })
    greet()
    await mailbox.waitFor(({ to }) => to === marie.address)
  })

  test('a recipient who is refused for good is not tried again, and keeps nobody waiting', async () => {
    mailbox.judge((address) => (address.startsWith('gone') ? 'refuse' : 'accept'))
    const refused = await send(codeMail, { address: 'gone@example.com' })
    await send(newsMail)
    await mailbox.waitFor(({ to }) => to === marie.address)
    await becomes(refused, { state: 'refused', params: '', last_error: 'EENVELOPE 550' })
    expect((await row(refused)).last_error).not.toContain('gone')
  })

  test('a recipient who is put off is tried again', async () => {
    mailbox.judge(() => 'later')
    const id = await send(newsMail)
    await becomes(id, { state: 'queued', attempts: 1, last_error: 'EENVELOPE 451' })
    portal.pass(11 * second)
    await becomes(id, { state: 'queued', attempts: 2 })
    mailbox.judge(() => 'accept')
    portal.pass(31 * second)
    await mailbox.waitFor(({ to }) => to === marie.address)
  })

  test('a code that has expired meanwhile is not sent any more', async () => {
    await mailbox.goDown()
    const id = await send(codeMail)
    const other = await send(newsMail)
    await becomes(id, { last_error: 'ESOCKET' })
    await becomes(other, { last_error: 'ESOCKET' })
    portal.pass(10 * minute)
    await mailbox.comeUp()
    await mailbox.waitFor(({ mail }) => mail.subject !== undefined)
    await becomes(id, { state: 'failed', params: '' })
    expect(mailbox.received).toHaveLength(1)
  })

  test('what cannot be sent for a day is given up', async () => {
    mailbox.judge(() => 'later')
    const id = await send(newsMail)
    await becomes(id, { attempts: 1 })
    portal.pass(day - 10 * second)
    await becomes(id, { state: 'failed', params: '', last_error: 'EENVELOPE 451' })
  })

  test('what was sealed with another pepper is put aside, and keeps nobody waiting', async () => {
    const { context } = portal.portal
    const id = await context.db.transaction().execute(async (transaction) => {
      const queued = await queue({ ...context, db: transaction }, newsMail, {
        address: 'x@y.example',
      })
      const change = transaction.updateTable('mails').set({ params: 'AAAA' })
      await change.where('id', '=', queued).execute()
      return queued
    })
    await send(newsMail)
    await mailbox.waitFor(({ to }) => to === marie.address)
    await becomes(id, { state: 'failed', last_error: 'unreadable' })
  })

  test('what was settled is forgotten after 30 days', async () => {
    const id = await send(newsMail)
    await becomes(id, { state: 'sent' })
    portal.pass(30 * day + minute)
    await prune(portal.portal.context)
    await expect(row(id)).rejects.toThrow()
  })
})

test('no message leaves this machine unencrypted, unless the address says so', async () => {
  const mailbox = await openMailbox()
  // Not known as this machine's own address; the mailbox offers no encryption.
  const address = mailbox.url.replace('127.0.0.1', '0.0.0.0')
  const strict = await startPortal('SQLite', { smtpUrl: address })
  const lax = await startPortal('SQLite', { smtpUrl: `${address}?requireTLS=false` })
  try {
    const id = await queue(strict.portal.context, newsMail)
    await nudge(strict.address)
    await expect
      .poll(() => outboxRow(strict.portal.context, id), patience)
      .toMatchObject({ state: 'queued', last_error: 'ETLS 500' })
    expect(mailbox.received).toEqual([])
    await queue(lax.portal.context, newsMail)
    await nudge(lax.address)
    await mailbox.waitFor(({ to }) => to === marie.address)
  } finally {
    await Promise.all([strict.stop(), lax.stop()])
    await mailbox.close()
  }
})

test('without a mail server, messages are files that mail programs open', async () => {
  const portal = await startPortal('SQLite')
  try {
    const { context } = portal.portal
    const folder = context.settings.mail.folder
    const ids = [await queue(context, codeMail), await queue(context, mails['many alerts'])]
    await nudge(portal.address)
    await expect
      .poll(
        async () => (await Promise.all(ids.map((id) => outboxRow(context, id)))).map(stateOf),
        patience,
      )
      .toEqual(['sent', 'sent'])
    const files = readdirSync(folder).toSorted()
    expect(files).toHaveLength(2)
    expect(files.every((file) => /^\d{8}T\d{9}Z-\w+-[\w-]{36}\.eml$/.test(file))).toBe(true)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const first = join(folder, files.find((file) => file.includes('recovery_code')) ?? '')
    expect(statSync(first).mode & 0o777).toBe(0o600)
    const mail = await simpleParser(readFileSync(first))
    expect(codeIn({ mail })).toBe('482019')
    expect(mail.to).toMatchObject({ text: marie.address })
  } finally {
    await portal.stop()
  }
})

function stateOf({ state }: { readonly state: string }): string {
  return state
}
