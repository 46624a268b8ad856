/** Edits that meet another version at the portal, and edits that are given up. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  add,
  done,
  failing,
  keysOf,
  me,
  name,
  otherVersion,
  saved,
  startOutbox,
  states,
  tick,
} from '../support/outbox.ts'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

describe('another version at the portal', () => {
  it('is merged by field, and sent as another write', async () => {
    const main = await startOutbox(stack)
    main.reply((write) =>
      write.ifMatch === '"1"'
        ? otherVersion(me('Lambert', 'Marie-Anne'), '"2"')(write)
        : saved(me('Dubois', 'Marie-Anne'), '"3"')(write),
    )
    await add(main, name('Lambert', 'Dubois'))
    expect(main.sent).toMatchObject([
      { ifMatch: '"1"', body: '{"lastName":"Dubois"}' },
      { ifMatch: '"2"', body: '{"lastName":"Dubois"}' },
    ])
    expect(keysOf(main).size).toBe(2)
    expect(await states(main)).toEqual([])
  })

  it('that has the same change settles it', async () => {
    const main = await startOutbox(stack)
    main.reply(otherVersion(me('Dubois'), '"2"'))
    await add(main, name('Lambert', 'Dubois'))
    expect(main.sent).toHaveLength(1)
    expect(await states(main)).toEqual([])
    const kept = await (await main.db()).selectFrom('answers').selectAll().execute()
    expect(kept).toMatchObject([{ resource: 'me', params: '', etag: '"2"' }])
  })

  it('with another change of the same field asks the person', async () => {
    const main = await startOutbox(stack)
    main.reply(otherVersion(me('Petit', 'Marie'), '"2"'))
    await add(main, name('Lambert', 'Dubois'))
    const [item] = (await main.outbox.view()).items
    expect(item).toMatchObject({ state: 'conflict', theirs: { lastName: 'Petit' } })
    await main.later(86_400_000)
    expect(main.sent).toHaveLength(1)
    expect(await main.outbox.counts()).toEqual({ waiting: 0, needsAttention: 1 })
  })

  it.each([
    [[], '{"lastName":"Dubois"}'],
    [['lastName'], null],
  ])('and what the person chose (theirs: %j) is sent as another write', async (theirs, body) => {
    const main = await startOutbox(stack)
    main.reply(otherVersion(me('Petit'), '"2"'))
    await add(main, name('Lambert', 'Dubois'))
    main.reply(saved(me('Dubois'), '"3"'))
    const [item] = (await main.outbox.view()).items
    await main.outbox.resolve(item?.id ?? '', theirs)
    await main.outbox.settled()
    const after = main.sent.slice(1)
    expect(after.map((write) => [write.ifMatch, write.body])).toEqual(
      body === null ? [] : [['"2"', body]],
    )
    expect(keysOf(main).size).toBe(main.sent.length)
    expect(await states(main)).toEqual([])
  })

  it('holds back later edits of the same until it is decided', async () => {
    const main = await startOutbox(stack)
    main.reply(otherVersion(me('Petit'), '"2"'))
    await add(main, name('Lambert', 'Dubois'), {
      kind: 'personal',
      version: '"2"',
      base: { firstName: null },
      changes: { firstName: 'Marie' },
    })
    expect(main.sent).toHaveLength(1)
    expect(await states(main)).toEqual(['conflict', 'waiting'])
  })

  it('that is always another is not outrun', async () => {
    const main = await startOutbox(stack)
    let version = 1
    main.reply((write) => {
      version += 1
      return otherVersion(me('Lambert', `Marie ${version}`), `"${version}"`)(write)
    })
    await add(main, name('Lambert', 'Dubois'))
    expect(main.sent.length).toBeLessThan(10)
    expect(await states(main)).toEqual(['waiting'])
  })
})

describe('discarding', () => {
  it('removes one, and later ones no longer stand on it', async () => {
    const main = await startOutbox(stack)
    main.reply(failing({ code: 'internal' }))
    await add(main, name('Lambert', 'Dubois'), name('Dubois', 'Petit'))
    const [item] = (await main.outbox.view()).items
    main.reply(saved(me('Petit'), '"2"'))
    await main.outbox.discard(item?.id ?? '')
    await main.outbox.settled()
    expect(main.sent.at(-1)).toMatchObject({ body: '{"lastName":"Petit"}' })
    expect(await states(main)).toEqual([])
  })

  it('waits for the answer to what is on its way', async () => {
    const main = await startOutbox(stack)
    const answered = Promise.withResolvers<void>()
    main.reply(async (write) => {
      await answered.promise
      return done(write)
    })
    await main.outbox.add(tick('a'), null)
    await expect.poll(() => main.sent).toHaveLength(1)
    const [item] = (await main.outbox.view()).items
    expect(item?.state).toBe('sending')
    const discarding = main.outbox.discard(item?.id ?? '')
    answered.resolve()
    expect((await discarding).items).toEqual([])
    expect(main.broughtIn).toEqual([tick('a')])
  })
})
