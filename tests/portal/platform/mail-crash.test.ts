/* oxlint-disable no-await-in-loop -- processes end one after the other */
/** Several processes and killed ones: every message arrives, and only what must be arrives twice. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../../../src/portal/identity/context.ts'
import { createPortal, openContext } from '../../../src/portal/portal.ts'
import { openMailbox, type Mailbox } from '../../support/mailbox.ts'
import { demoData } from '../../support/demo-data.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../support/databases.ts'
import { newsMail, codeMail, nudge, queue } from '../support/mails.ts'
import { minute } from '../support/portal.ts'
import { spawnPortal, type PortalProcess } from '../support/process.ts'

/** Whole processes start here, on a machine that may be busy. */
const timeout = 120_000
const many = 60
const addresses = Array.from({ length: many }, (_, index) => `reader-${index}@example.com`)

/** Who waits for a message still, as far as the database knows. */
async function unsent({ db }: Context): Promise<string[]> {
  const rows = await db
    .selectFrom('mails')
    .select('recipient')
    .where('state', '=', 'queued')
    .execute()
  return rows.flatMap(({ recipient }) => recipient ?? [])
}

describe.each(databaseKinds)('mail and processes, on %s', { timeout }, (kind) => {
  let mailbox: Mailbox
  let database: TestDatabase
  const running: PortalProcess[] = []
  beforeEach(async () => {
    mailbox = await openMailbox()
    database = await createDatabase(kind, demoData(kind))
  })
  afterEach(async () => {
    for (const { child, end } of running.splice(0)) {
      if (child.exitCode === null && child.signalCode === null) await end('SIGKILL')
    }
    await mailbox.close()
    await database.remove()
  })

  const spawn = async (): Promise<PortalProcess> => {
    const spawned = await spawnPortal(database, ['--demo'], { SMTP_URL: mailbox.url })
    running.push(spawned)
    return spawned
  }
  /** Looks into the database as a further process would. */
  const withContext = async <Answer>(task: (context: Context) => Promise<Answer>) => {
    const context = await openContext({ ...database, logLevel: 'silent' })
    try {
      return await task(context)
    } finally {
      await context.db.destroy()
    }
  }
  const queueAll = () =>
    withContext((context) =>
      Promise.all(addresses.map((address) => queue(context, newsMail, { address }))),
    )
  const arrival = (address: string) => mailbox.waitFor(({ to }) => to === address, timeout / 2)

  test('two portals on one database send each message once', async () => {
    const both = await Promise.all([spawn(), spawn()])
    await queueAll()
    await Promise.all(both.map(({ address }) => nudge(address)))
    await Promise.all(addresses.map(arrival))
    expect(await Promise.all(both.map(({ end }) => end('SIGTERM')))).toEqual([0, 0])
    expect(mailbox.received).toHaveLength(many)
    expect(await withContext(unsent)).toEqual([])
  })

  test('a portal that is killed while sending loses nothing', async () => {
    const killed = await spawn()
    await queueAll()
    await mailbox.waitFor(() => mailbox.received.length > many / 4)
    // From here on what arrives is not confirmed: the worst moment to be killed.
    const confirm = mailbox.holdConfirmations()
    const before = mailbox.received.length
    await mailbox.waitFor(() => mailbox.received.length > before)
    await killed.end('SIGKILL')
    confirm()
    const unconfirmed = await withContext(unsent)

    // What the killed one held is free again once its lease has run out.
    const next = await createPortal({
      ...database,
      smtpUrl: mailbox.url,
      demo: true,
      logLevel: 'silent',
      clock: () => Date.now() + 3 * minute,
    })
    await Promise.all(addresses.map(arrival))
    await expect.poll(() => unsent(next.context), { timeout }).toEqual([])
    await next.close()
    const copies = Map.groupBy(mailbox.received, ({ to }) => to)
    for (const [to, received] of copies) {
      expect(new Set(received.map(({ mail }) => mail.messageId)).size, to).toBe(1)
      expect(received.length, to).toBeLessThanOrEqual(2)
      // A second copy only of what the killed one could not know to have arrived.
      if (received.length > 1) expect(unconfirmed).toContain(to)
    }
    const repeated = [...copies.values()].filter((received) => received.length > 1).length
    console.log(`${kind}: ${many} messages, ${repeated} of them a second time with the same id`)
    expect(repeated).toBeGreaterThan(0)
  })

  test('asked to stop, it finishes what it is sending', async () => {
    const stopped = await spawn()
    await queueAll()
    await mailbox.waitFor(() => mailbox.received.length > many / 4)
    expect(await stopped.end('SIGTERM')).toBe(0)
    const arrived = mailbox.received.map(({ to }) => to)
    const left = await withContext(unsent)
    expect([...arrived, ...left].toSorted()).toEqual(addresses.toSorted())
  })

  test('logs neither addresses nor codes nor words', async () => {
    const { log } = await spawn()
    mailbox.judge((address) => (address.startsWith('gone') ? 'refuse' : 'accept'))
    await withContext(async (context) => {
      await queue(context, codeMail, { address: 'reader@example.com' })
      await queue(context, codeMail, { address: 'gone@example.com' })
    })
    await arrival('reader@example.com')
    await expect.poll(log, { timeout }).toContain('"outcome":"sent"')
    await expect.poll(log, { timeout }).toContain('"outcome":"refused"')
    expect(log()).not.toMatch(/reader|gone|@example|482.?019|Lambert|mot de passe/)
  })
})
