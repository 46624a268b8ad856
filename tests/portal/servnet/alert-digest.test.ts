/** Digests of alerts that are written late, in whatever order: each alert is told once. */
/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { User } from '../../../src/portal/platform/db/schema.ts'
import { queueAlertDigests } from '../../../src/portal/servnet/alert-digest.ts'
import { openMailbox, type Mailbox } from '../../support/mailbox.ts'
import { databaseKinds } from '../support/databases.ts'
import { addPeople } from '../support/people.ts'
import { day, minute, startPortal, type TestPortal } from '../support/portal.ts'

describe.each(databaseKinds)('a digest, on %s', (kind) => {
  let mailbox: Mailbox
  let it: TestPortal
  let person: User
  let written = 0
  beforeEach(async () => {
    mailbox = await openMailbox()
    it = await startPortal(kind, { smtpUrl: mailbox.url })
    person = await one({})
    await digests()
  })
  afterEach(async () => {
    await it.stop()
    await mailbox.close()
  })

  const one = async (special: Partial<User>): Promise<User> => {
    const [added] = await addPeople(it.portal.context, 1, special)
    if (added === undefined) throw new Error('Nobody was added')
    return added
  }
  const digests = () => queueAlertDigests(it.portal.context)
  const alert = (buyer: string, at: number, of = person) => {
    written += 1
    const rest = { kind: 'limit_reduced', policy_id: '17386', at }
    return { id: `alert-${written}`, user_id: of.id, buyer, ...rest }
  }
  const raise = (buyer: string, at: number, of = person) =>
    it.portal.context.db
      .insertInto('alerts')
      .values(alert(buyer, at, of))
      .execute()
  /** The buyers that the person's messages name, in all; messages arrive when they like. */
  const told = async (count: number, of = person) => {
    await expect
      .poll(() => mailbox.received.filter(({ to }) => to === of.email).length, { timeout: 20_000 })
      .toBe(count)
    const texts = mailbox.received.filter(({ to }) => to === of.email)
    return texts.flatMap(({ mail }) => mail.text?.match(/Buyer \w+/gu) ?? []).toSorted()
  }

  test('tells what was written later with an earlier time, or with the same', async () => {
    const now = it.portal.context.now()
    await raise('Buyer first', now)
    expect([await digests(), await digests()]).toEqual([1, 0])
    await raise('Buyer same', now)
    expect([await digests(), await digests()]).toEqual([1, 0])
    await raise('Buyer minute', now - minute)
    await raise('Buyer months', now - 200 * day)
    await raise('Buyer ages', 1)
    expect([await digests(), await digests()]).toEqual([1, 0])
    expect(await told(3)).toEqual([
      'Buyer ages',
      'Buyer first',
      'Buyer minute',
      'Buyer months',
      'Buyer same',
    ])
  })

  test('tells what lies ahead once its time has come', async () => {
    await raise('Buyer future', it.portal.context.now() + day)
    expect(await digests()).toBe(0)
    it.pass(day + minute)
    expect([await digests(), await digests()]).toEqual([1, 0])
    expect(await told(1)).toEqual(['Buyer future'])
  })

  // On SQLite nobody else writes until a transaction is over.
  test.skipIf(kind === 'SQLite')('tells what was committed late', async () => {
    const { db, now } = it.portal.context
    const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>()
    const { promise: inserted, resolve: tell } = Promise.withResolvers<void>()
    const late = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('alerts').values(alert('Buyer late', now())).execute()
      tell()
      await mayCommit
    })
    await inserted
    it.pass(minute)
    await raise('Buyer quick', now())
    expect(await digests()).toBe(1)
    commit()
    await late
    expect([await digests(), await digests()]).toEqual([1, 0])
    expect(await told(2)).toEqual(['Buyer late', 'Buyer quick'])
  })

  test('of several that are made at once tells each alert once', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => one({})))
    const now = it.portal.context.now()
    for (const [index, of] of people.entries()) await raise(`Buyer p${index}`, now - index, of)
    const queued = await Promise.all(Array.from({ length: 4 }, digests))
    expect(queued.reduce((sum, count) => sum + count, 0)).toBe(people.length)
    for (const [index, of] of people.entries())
      expect(await told(1, of)).toEqual([`Buyer p${index}`])
  })

  test('waits for an address that is not confirmed, and passes over who wants none', async () => {
    const { db, now } = it.portal.context
    const unconfirmed = { email: null, email_key: null, unconfirmed_email: 'later@example.com' }
    const later = await one(unconfirmed)
    const unwilling = await one({})
    const wanted = (alerts_by_email: number) =>
      db
        .updateTable('preferences')
        .set({ alerts_by_email })
        .where('user_id', '=', unwilling.id)
        .execute()
    await wanted(0)
    await raise('Buyer waiting', now(), later)
    await raise('Buyer unwanted', now(), unwilling)
    expect(await digests()).toBe(0)
    const confirmed = { email: 'later@example.com', email_key: 'later@example.com' }
    await db.updateTable('users').set(confirmed).where('id', '=', later.id).execute()
    await wanted(1)
    expect(await digests()).toBe(1)
    expect(await told(1, { ...later, ...confirmed })).toEqual(['Buyer waiting'])
  })
})
