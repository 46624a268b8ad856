/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyEvents } from '../../../src/portal/platform/events/verify-events.ts'
import { recordEvent } from '../../../src/portal/platform/events/security-events.ts'
import { registerChains } from '../../../src/portal/platform/events/register.ts'
import { databaseKinds } from '../support/databases.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { note, putBack, removeChain } from '../support/recorded-events.ts'

const chain = 'demo-marie.lambert'

describe.each(databaseKinds)('verifying events, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
    // An invitation, then four more, of which the last two differ.
    for (let time = 0; time < 2; time += 1) {
      const { accessToken: token } = await it.signIn('marie.lambert')
      await it.client.succeed('sessionEndCurrent', { token })
    }
    await it.signIn('jan.peeters')
  })
  afterAll(() => it.stop())

  const verify = () => verifyEvents(it.portal.context)
  const rows = () =>
    it.portal.context.db
      .selectFrom('security_events')
      .selectAll()
      .where('chain', '=', chain)
      .orderBy('position')
      .execute()

  /** What verifying finds after `tamper`; then the events are as they were. */
  async function found(tamper: () => Promise<unknown>) {
    const { db } = it.portal.context
    const earlier = await note(db)
    await tamper()
    const { breaks } = await verify()
    await putBack(db, earlier)
    expect((await verify()).breaks).toEqual([])
    return breaks
  }
  const update = (position: number, set: object) =>
    it.portal.context.db
      .updateTable('security_events')
      .set(set)
      .where('chain', '=', chain)
      .where('position', '=', position)
      .execute()
  const remove = (position: number) =>
    it.portal.context.db
      .deleteFrom('security_events')
      .where('chain', '=', chain)
      .where('position', '=', position)
      .execute()
  const setHead = (set: object) =>
    it.portal.context.db.updateTable('event_chains').set(set).where('chain', '=', chain).execute()

  test('finds nothing where nothing was touched, and tells how much there is', async () => {
    const { db } = it.portal.context
    const events = await db.selectFrom('security_events').selectAll().orderBy('position').execute()
    const register = events.filter((event) => event.chain === 'register')
    const whole = await verify()
    expect(whole).toMatchObject({ chains: 5, events: events.length - register.length, breaks: [] })
    expect(whole.register.entries).toBe(register.length)
    expect(whole.register.latest).toBe(register.at(-1)?.hash)
  })

  test.each([
    ['details', { details: '{"device":"Another"}' }],
    ['kind', { kind: 'sign_in_failed' }],
    ['time', { at: 1 }],
    ['owner', { user_id: null }],
    ['seal', { hash: 'x'.repeat(43) }],
  ])('names the event whose %s was altered', async (_, set) => {
    expect(await found(() => update(2, set))).toEqual([
      { chain, position: 2, problem: 'altered or moved' },
    ])
  })

  test.each([1, 3])('names event %i where it was removed', async (position) => {
    expect(await found(() => remove(position))).toEqual([{ chain, position, problem: 'removed' }])
  })

  test('names the first of two that changed places', async () => {
    const breaks = await found(async () => {
      await update(2, { position: 99 })
      await update(3, { position: 2 })
      await update(99, { position: 3 })
    })
    expect(breaks).toEqual([{ chain, position: 2, problem: 'altered or moved' }])
  })

  test('names the gap where those after a removed event were moved up', async () => {
    const breaks = await found(async () => {
      await remove(2)
      for (let position = 3; position <= 5; position += 1) {
        await update(position, { position: position - 1 })
      }
      await setHead({ length: 4 })
    })
    expect(breaks).toEqual([{ chain, position: 2, problem: 'altered or moved' }])
  })

  test('names the last one where it was removed', async () => {
    expect(await found(() => remove(5))).toEqual([{ chain, position: 5, problem: 'removed' }])
  })

  test('names it too where the head was put back, by whatever the database holds', async () => {
    const before = (await rows())[3]?.hash
    const breaks = await found(async () => {
      await remove(5)
      await setHead({ length: 4, head: before })
    })
    expect(breaks).toEqual([{ chain, position: 5, problem: 'removed' }])
  })

  test('names events that were put in behind the end, and heads that were lowered', async () => {
    const [first] = await rows()
    const breaks = await found(async () => {
      if (first === undefined) return
      const { db } = it.portal.context
      await db
        .insertInto('security_events')
        .values({ ...first, position: 6 })
        .execute()
    })
    expect(breaks).toEqual([{ chain, position: 6, problem: 'beyond the end of its chain' }])
    expect(await found(() => setHead({ length: 3 }))).toMatchObject([{ chain, position: 4 }])
  })

  test('names an account whose whole chain is gone', async () => {
    const breaks = await found(async () => {
      await removeChain(it.portal.context.db, chain)
    })
    expect(breaks).toEqual([{ chain, position: 1, problem: 'removed' }])
  })

  test('names it too where its head says that there never was an event', async () => {
    const breaks = await found(async () => {
      const { db } = it.portal.context
      await db.deleteFrom('security_events').where('chain', '=', chain).execute()
      await setHead({ length: 0, head: '' })
    })
    expect(breaks).toEqual([{ chain, position: 1, problem: 'removed' }])
  })

  test.each(['emptied', 'removed'])('names a chain that was %s and goes on', async (how) => {
    const breaks = await found(async () => {
      const { db } = it.portal.context
      await db.deleteFrom('security_events').where('chain', '=', chain).execute()
      if (how === 'emptied') await setHead({ length: 0, head: '' })
      else await db.deleteFrom('event_chains').where('chain', '=', chain).execute()
      await it.signIn('marie.lambert')
    })
    expect(breaks).toEqual([{ chain, position: 1, problem: 'removed' }])
  })

  test('names events whose head alone is gone', async () => {
    const breaks = await found(() =>
      it.portal.context.db.deleteFrom('event_chains').where('chain', '=', chain).execute(),
    )
    expect(breaks).toMatchObject([{ chain, position: 1 }])
  })

  test('finds nothing while others write, and reads chains longer than a batch', async () => {
    const { db, pepper } = it.portal.context
    const record = async () => {
      for (let batch = 0; batch < 25; batch += 1) {
        await db.transaction().execute(async (transaction) => {
          for (let count = 0; count < 50; count += 1) {
            const event = { kind: 'signed_in', userId: 'demo-jan.peeters', details: {} } as const
            await recordEvent(transaction, { now: Date.now, pepper }, event)
          }
        })
        await registerChains(it.portal.context)
      }
      return 'done'
    }
    const writing = record()
    let ended: string | null = null
    do {
      expect((await verify()).breaks).toEqual([])
      ended = await Promise.race([writing, Promise.resolve(null)])
    } while (ended === null)
    const { events, breaks } = await verify()
    expect(events).toBeGreaterThan(1250)
    expect(breaks).toEqual([])
  })
})
