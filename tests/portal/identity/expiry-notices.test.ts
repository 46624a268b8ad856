/** Notices of expiring passwords and digests of alerts: once each, whoever runs the command. */
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { queueAlertDigests } from '../../../src/portal/servnet/alert-digest.ts'
import {
  dueNotice,
  queueExpiryNotices,
} from '../../../src/portal/identity/passwords/expiry-notices.ts'
import { openContext } from '../../../src/portal/portal.ts'
import { openMailbox, type Mailbox } from '../../support/mailbox.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../support/databases.ts'
import { addPeople } from '../support/people.ts'
import { day, minute, startPortal, type TestPortal } from '../support/portal.ts'
import { runCommand } from '../support/process.ts'

/** Noon in Brussels, so that days before and after are whole ones. */
const noon = Date.parse('2026-11-23T11:00:00Z')

describe('which notice is due', () => {
  test.each([
    ['15 days', 15, null],
    ['14 days', 14, { threshold: 14, days: 14 }],
    ['8 days', 8, { threshold: 14, days: 8 }],
    ['7 days', 7, { threshold: 7, days: 7 }],
    ['2 days, as a run was missed', 2, { threshold: 7, days: 2 }],
    ['a day', 1, { threshold: 1, days: 1 }],
    ['no day', 0, { threshold: 0, days: 0 }],
    ['none since yesterday', -1, null],
  ])('%s before the expiry', (_, days, notice) => {
    expect(dueNotice(noon + days * day, noon)).toEqual(notice)
  })

  test('the day is that of the calendar in Brussels, in summer and winter', () => {
    const lateEvening = Date.parse('2026-11-23T22:59:00Z')
    expect(dueNotice(lateEvening + 2 * minute, lateEvening)?.days).toBe(1)
    // The clocks go back in the night to 25 October: that day has 25 hours.
    const before = Date.parse('2026-10-24T10:00:00Z')
    expect(dueNotice(Date.parse('2026-10-31T23:30:00Z'), before)?.days).toBe(8)
  })

  test('daily runs, of which some are missed, notice at most once a threshold, and never late', () => {
    const runs = fc.array(fc.boolean(), { minLength: 20, maxLength: 20 })
    const hours = fc.integer({ min: 0, max: 23 })
    fc.assert(
      fc.property(runs, hours, (happens, hour) => {
        const expiresAt = noon + 16 * day + (hour - 12) * 60 * minute
        const due = happens.flatMap((happened, index) => {
          const notice = happened ? dueNotice(expiresAt, noon + index * day) : null
          return notice === null ? [] : [notice]
        })
        for (const { threshold, days } of due) {
          expect(days).toBeLessThanOrEqual(threshold)
          expect(days).toBeGreaterThanOrEqual(0)
        }
        const thresholds = due.map(({ threshold }) => threshold)
        expect(thresholds).toEqual(thresholds.toSorted((a, b) => b - a))
      }),
    )
  })
})

describe.each(databaseKinds)('in one process, on %s', (kind) => {
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
  const notices = () => queueExpiryNotices(portal.portal.context)
  const digests = () => queueAlertDigests(portal.portal.context)

  test('one notice a threshold, and the next expiry begins anew', async () => {
    const { context } = portal.portal
    const expiresAt = context.now() + 10 * day
    const [person] = await addPeople(context, 1, { password_expires_at: expiresAt })
    expect([await notices(), await notices()]).toEqual([1, 0])
    portal.pass(4 * day)
    expect([await notices(), await notices()]).toEqual([1, 0])
    portal.pass(6 * day)
    expect(await notices()).toBe(1)
    await context.db
      .updateTable('users')
      .set({ password_expires_at: context.now() + day })
      .where('id', '=', person?.id ?? '')
      .execute()
    expect([await notices(), await notices()]).toEqual([1, 0])
  })

  test('says how many days are left, in the person’s language', async () => {
    const { context } = portal.portal
    const [person] = await addPeople(context, 1, {
      password_expires_at: context.now() + 5 * day,
      language: 'nl',
    })
    await notices()
    const { mail } = await mailbox.waitFor(({ to }) => to === person?.email)
    expect(mail.subject).toBe('Uw wachtwoord verloopt over 5 dagen')
  })

  test('nobody is written to who has no expiry, has not enrolled or has long expired', async () => {
    const { context } = portal.portal
    const soon = context.now() + day
    await addPeople(context, 1, { password_expires_at: null })
    await addPeople(context, 1, { password_expires_at: soon, enrolment_state: 'security' })
    await addPeople(context, 1, { password_expires_at: context.now() - 2 * day })
    await addPeople(context, 1, { password_expires_at: context.now() + 16 * day })
    expect(await notices()).toBe(0)
  })

  test('a digest lists what is new since the last one', async () => {
    const first = await digests()
    expect(first).toBeGreaterThan(0)
    expect(await digests()).toBe(0)
    const { context } = portal.portal
    const alert = { kind: 'limit_withdrawn', buyer: 'Café de la Gare', policy_id: '17386' }
    await context.db
      .insertInto('alerts')
      .values({ id: 'late', user_id: 'demo-marie.lambert', at: context.now(), ...alert })
      .execute()
    expect(await digests()).toBe(1)
    const { mail } = await mailbox.waitFor(
      ({ mail: { text } }) => text?.includes('Café de la Gare') ?? false,
    )
    expect(mail.subject).toBe('Serv@Net\u202f: une nouvelle alerte')
    expect(mail.text).toContain('Limite retirée sur Café de la Gare')
    expect(mail.text).not.toContain('Condroz')
  })

  test('who does not want alerts by e-mail gets none, also not the old ones later', async () => {
    const { db } = portal.portal.context
    const wish = (wanted: 0 | 1) =>
      db.updateTable('preferences').set({ alerts_by_email: wanted }).execute()
    await wish(0)
    expect(await digests()).toBe(0)
    await wish(1)
    expect(await digests()).toBe(0)
  })
})

/** Whole processes start here, two at once, on a machine that may be busy. */
const timeout = 120_000
const many = 150

describe.each(databaseKinds)('two processes at once, on %s', { timeout }, (kind) => {
  let mailbox: Mailbox
  let database: TestDatabase
  beforeEach(async () => {
    mailbox = await openMailbox()
    database = await createDatabase(kind)
    const context = await openContext(database)
    const people = await addPeople(context, many, { password_expires_at: Date.now() + 3 * day })
    const alert = { kind: 'limit_granted', buyer: 'Horeca Sambre', policy_id: '17386', at: 1 }
    await context.db
      .insertInto('alerts')
      .values(people.map(({ id }) => ({ id, user_id: id, ...alert })))
      .execute()
    await context.db.destroy()
  })
  afterEach(async () => {
    await mailbox.close()
    await database.remove()
  })

  test.each([
    ['send-expiry-notices', /^Expiry notices: (\d+)$/m, 'No expiry notice is due.'],
    ['send-alert-digests', /^Alert digests: (\d+)$/m, 'No alert digest is due.'],
  ])('%s sends each message once', async (command, line, nothing) => {
    const run = () => runCommand(database, [command], { SMTP_URL: mailbox.url })
    const both = await Promise.all([run(), run()])
    expect(both.map(({ code, err }) => ({ code, err }))).toEqual(
      both.map(() => ({ code: 0, err: '' })),
    )
    const sum = (pattern: RegExp) =>
      both.reduce((total, { out }) => total + Number(pattern.exec(out)?.[1] ?? 0), 0)
    expect(sum(line)).toBe(many)
    expect(sum(/^Messages sent: (\d+)$/m)).toBe(many)
    expect(new Set(mailbox.received.map(({ to }) => to)).size).toBe(many)
    expect(mailbox.received).toHaveLength(many)
    const { out } = await run()
    expect(out).toBe(`${nothing}\nMessages sent: 0\n`)
  })
})
