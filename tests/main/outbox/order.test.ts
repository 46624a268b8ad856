/** When edits are sent: once, in order within a resource, by whoever made them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryKeychain } from '../support/memory-keychain.ts'
import {
  add,
  away,
  done,
  failing,
  keysOf,
  me,
  name,
  nothing,
  saved,
  startOutbox,
  states,
  tick,
  type Reply,
} from '../support/outbox.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

describe('an edit', () => {
  it('is sent as soon as it is kept, and is gone once the portal has it', async () => {
    const main = await startOutbox(stack)
    await add(main, tick('a'))
    expect(main.sent).toMatchObject([
      { endpoint: 'servnetAlertHandle', params: { id: 'a' }, body: null, ifMatch: null },
    ])
    expect(main.broughtIn).toEqual([tick('a')])
    expect(await states(main)).toEqual([])
  })

  it('is durable before anything is said, and goes after a restart under the same key', async () => {
    const folder = temporaryFolder(stack)
    const keychain = createMemoryKeychain()
    const first = await startOutbox(stack, { folder, keychain })
    const lost = Promise.withResolvers<Reply>()
    first.reply(() => lost.promise)
    expect((await first.outbox.add(tick('a'), 'Dupont SA')).ok).toBe(true)
    await expect.poll(() => first.sent).toHaveLength(1)
    // The process ends here: nothing is closed.
    const second = await startOutbox(stack, { folder, keychain })
    await second.outbox.settled()
    expect(second.sent).toEqual(first.sent)
    expect(await states(second)).toEqual([])
    lost.resolve(nothing)
  })

  it('is of who made it: nobody else sends it, and they do on their return', async () => {
    const folder = temporaryFolder(stack)
    const keychain = createMemoryKeychain()
    const main = await startOutbox(stack, { folder, keychain })
    main.reply(away)
    await add(main, tick('a'))
    main.reply(done)
    await main.signIn('jan.peeters')
    await main.outbox.settled()
    expect(main.sent).toHaveLength(1)
    expect(await states(main)).toEqual([])
    await main.signIn('marie.lambert')
    await main.outbox.settled()
    expect(main.sent).toHaveLength(2)
    expect(keysOf(main).size).toBe(1)
  })
})

describe('order', () => {
  it('holds within a resource, and not over all', async () => {
    const main = await startOutbox(stack)
    main.reply((write) =>
      write.params['id'] === 'a' ? failing({ code: 'internal' })(write) : done(write),
    )
    await add(main, tick('a'), tick('a', false), tick('b'))
    expect(main.sent.map(({ endpoint, params }) => [endpoint, params['id']])).toEqual([
      ['servnetAlertHandle', 'a'],
      ['servnetAlertHandle', 'b'],
    ])
    main.reply(done)
    await main.later(10 * 60_000)
    expect(main.sent.slice(2).map(({ endpoint }) => endpoint)).toEqual([
      'servnetAlertHandle',
      'servnetAlertReopen',
    ])
  })

  it('merges only what was never sent', async () => {
    const main = await startOutbox(stack)
    main.reply(away)
    await add(main, tick('a'), tick('a', false), tick('a'), tick('a', false))
    expect((await main.outbox.view()).items.map(({ edit }) => edit)).toEqual([
      tick('a'),
      tick('a', false),
    ])
  })

  it('takes back what was never sent, where a later edit undoes it', async () => {
    const main = await startOutbox(stack)
    main.reply(away)
    await add(main, name('Lambert', 'Dubois'), name('Dubois', 'Petit'), name('Petit', 'Dubois'))
    const items = (await main.outbox.view()).items
    expect(items.map(({ edit }) => edit)).toEqual([name('Lambert', 'Dubois')])
  })
})

describe('what is fixed at the first sending', () => {
  it('stays, whatever is edited meanwhile', async () => {
    const main = await startOutbox(stack)
    main.reply(failing({ code: 'portal_timeout' }))
    await add(main, name('Lambert', 'Dubois'))
    main.reply(away)
    await add(main, name('Dubois', 'Petit'))
    main.reply(saved(me('Dubois'), '"2"'))
    await main.later(3_600_000)
    const [first, ...others] = main.sent.filter(({ body }) => body?.includes('Dubois'))
    expect(others.length).toBeGreaterThan(0)
    for (const other of others) expect(other).toEqual(first)
  })
})

it('sends a thousand in order', async () => {
  const main = await startOutbox(stack)
  main.reply(away)
  const ids = Array.from({ length: 1_000 }, (_, index) => String(index))
  await add(main, ...ids.map((id) => tick(id)))
  main.reply(done)
  await main.outbox.wake()
  await main.outbox.settled()
  const [, ...sent] = main.sent
  expect(sent.map(({ params }) => params['id'])).toEqual(ids)
  expect(await states(main)).toEqual([])
})
