/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invite } from '../../../src/portal/admin/invite.ts'
import { registerChains } from '../../../src/portal/platform/events/register.ts'
import { verifyEvents } from '../../../src/portal/platform/events/verify-events.ts'
import { databaseKinds } from '../support/databases.ts'
import { device, startPortal, type TestPortal } from '../support/portal.ts'
import { note, putBack, removeChain, type Noted } from '../support/recorded-events.ts'

const chain = 'demo-marie.lambert'

describe.each(databaseKinds)('the register of events, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  const verify = () => verifyEvents(it.portal.context)
  /** What verifying finds after `tamper`; then the events are as they were. */
  async function found(tamper: () => Promise<unknown>, noted?: string) {
    const { db } = it.portal.context
    const earlier = await note(db)
    await tamper()
    const { breaks } = await verifyEvents(it.portal.context, noted)
    await putBack(db, earlier)
    expect((await verify()).breaks).toEqual([])
    return breaks
  }

  test('names a chain that was removed before a new invitation', async () => {
    const { context } = it.portal
    const again = { username: 'new.comer', language: 'fr', services: ['servnet'] } as const
    await invite(context, again)
    const { id } = await context.db
      .selectFrom('users')
      .select('id')
      .where('username', '=', again.username)
      .executeTakeFirstOrThrow()
    const removed = { chain: id, position: 1, problem: 'removed' }
    const breaks = await found(async () => {
      await removeChain(it.portal.context.db, id)
      await invite(context, again)
    })
    expect(breaks).toEqual([removed])
    // Nor is it forgotten, however much is recorded afterwards.
    const later = await found(async () => {
      await removeChain(it.portal.context.db, id)
      for (let time = 0; time < 5; time += 1) await invite(context, again)
      await registerChains(context)
    })
    expect(later).toEqual([removed])
  })

  test('names the chain of an account that was removed together with it', async () => {
    const { context } = it.portal
    await invite(context, { username: 'gone.tomorrow', language: 'fr', services: ['servnet'] })
    const account = await context.db
      .selectFrom('users')
      .selectAll()
      .where('username', '=', 'gone.tomorrow')
      .executeTakeFirstOrThrow()
    const breaks = await found(async () => {
      await removeChain(it.portal.context.db, account.id)
      await context.db.deleteFrom('service_grants').where('user_id', '=', account.id).execute()
      await context.db.deleteFrom('preferences').where('user_id', '=', account.id).execute()
      await context.db.deleteFrom('users').where('id', '=', account.id).execute()
    })
    expect(breaks).toEqual([{ chain: account.id, position: 1, problem: 'removed' }])
  })

  test('names a chain of names that nobody has, where it was removed', async () => {
    const body = { username: 'no.such.person', password: 'x', device }
    await it.client.fail('sessionCreate', 'invalid_credentials', { body })
    const { chains } = await note(it.portal.context.db)
    const nobody = chains.find((one) => one.chain.startsWith('nobody-'))?.chain ?? ''
    const breaks = await found(() => removeChain(it.portal.context.db, nobody))
    expect(breaks).toEqual([{ chain: nobody, position: 1, problem: 'removed' }])
  })

  test('names a chain that was put back to a head of before the register last entered it', async () => {
    const earlier = await note(it.portal.context.db)
    const { length } = earlier.chains.find((one) => one.chain === chain) ?? { length: 0 }
    const breaks = await found(async () => {
      await it.signIn('marie.lambert')
      await registerChains(it.portal.context)
      await putBack(it.portal.context.db, earlier, chain)
    })
    expect(breaks).toEqual([{ chain, position: length + 1, problem: 'removed' }])
  })

  test.each([
    ['cut off', (earlier: Noted) => putBack(it.portal.context.db, earlier, 'register')],
    ['removed', () => removeChain(it.portal.context.db, 'register')],
    [
      'written anew',
      async () => {
        const { context } = it.portal
        await removeChain(it.portal.context.db, 'register')
        await context.db.updateTable('event_chains').set({ registered: 0 }).execute()
        for (let time = 0; time < 9; time += 1) await registerChains(context)
      },
    ],
  ])('names the register where it was %s', async (_, tamper) => {
    const earlier = await note(it.portal.context.db)
    const breaks = await found(async () => {
      await it.signIn('marie.lambert')
      await registerChains(it.portal.context)
      await it.signIn('jan.peeters')
      await tamper(earlier)
    })
    expect(breaks.filter((one) => one.chain === 'register')).toMatchObject([{ problem: 'removed' }])
  })

  test('names the chain that was kept out of the register', async () => {
    const breaks = await found(async () => {
      const { length } = (await note(it.portal.context.db)).chains.find(
        (one) => one.chain === chain,
      ) ?? { length: 0 }
      await it.signIn('marie.lambert')
      await it.portal.context.db
        .updateTable('event_chains')
        .set({ registered: length + 1 })
        .where('chain', '=', chain)
        .execute()
    })
    expect(breaks).toMatchObject([{ chain, problem: 'not in the register' }])
  })

  test('misses a seal that someone noted, where everything was put back to before it', async () => {
    const earlier = await note(it.portal.context.db)
    await it.signIn('marie.lambert')
    await registerChains(it.portal.context)
    const { latest, entries } = (await verify()).register
    expect((await verifyEvents(it.portal.context, latest)).breaks).toEqual([])
    const breaks = await found(() => putBack(it.portal.context.db, earlier), latest)
    expect(breaks).toEqual([{ chain: 'register', position: entries, problem: 'removed' }])
  })

  test('enters what grew once, and nothing where nothing did', async () => {
    const { context } = it.portal
    await it.signIn('marie.lambert')
    await registerChains(context)
    const { register } = await verify()
    await registerChains(context)
    expect((await verify()).register).toEqual(register)
    await it.signIn('marie.lambert')
    await Promise.all([registerChains(context), registerChains(context), it.signIn('jan.peeters')])
    expect((await verify()).breaks).toEqual([])
  })
})
