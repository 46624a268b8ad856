/** What a form hears of the edit that it handed in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { success } from '../../../src/shared/contract/result.ts'
import {
  add,
  away,
  failing,
  me,
  name,
  otherVersion,
  saved,
  startOutbox,
  states,
  tick,
  type Reply,
  type Replying,
} from '../support/outbox.ts'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

describe('a form', () => {
  it('hears that the portal has it', async () => {
    const main = await startOutbox(stack)
    main.reply(saved(me('Dubois'), '"2"'))
    expect(await main.outbox.submit(name('Lambert', 'Dubois'))).toEqual(
      success({ kind: 'sent', answer: me('Dubois') }),
    )
  })

  it.each<[string, Replying]>([
    ['conflict', otherVersion(me('Petit'), '"2"')],
    ['refused', failing({ code: 'invalid_request' })],
  ])('has it back where it is answered with a %s', async (kind, reply) => {
    const main = await startOutbox(stack)
    main.reply(reply)
    expect(await main.outbox.submit(name('Lambert', 'Dubois'))).toMatchObject({ data: { kind } })
    expect(await states(main)).toEqual([])
  })

  it('is told at once that it waits, where the portal is away', async () => {
    const main = await startOutbox(stack)
    main.reply(away)
    const answer = await main.outbox.submit(name('Lambert', 'Dubois'))
    expect(answer).toMatchObject(success({ kind: 'pending' }))
    expect(await states(main)).toEqual(['waiting'])
  })

  it('waits for no longer than its time', async () => {
    const main = await startOutbox(stack, { patienceMs: 1 })
    const late = Promise.withResolvers<Reply>()
    main.reply(() => late.promise)
    const answer = await main.outbox.submit(name('Lambert', 'Dubois'))
    expect(answer).toMatchObject(success({ kind: 'pending' }))
    late.resolve(success({ kind: 'conflict', data: me('Petit'), version: '"2"' }))
    await main.outbox.settled()
    expect(await states(main)).toEqual(['conflict'])
  })

  it('does not get back what holds an earlier edit too', async () => {
    const main = await startOutbox(stack)
    main.reply(away)
    await add(main, tick('x'))
    await add(main, name('Lambert', 'Dubois'))
    main.reply(otherVersion(me('Petit', 'Anna'), '"2"'))
    const answer = await main.outbox.submit({
      kind: 'personal',
      version: '"1"',
      base: { firstName: null },
      changes: { firstName: 'Marie' },
    })
    expect(answer).toMatchObject(success({ kind: 'pending' }))
    const items = (await main.outbox.view()).items.filter(({ edit }) => edit.kind === 'personal')
    expect(items).toMatchObject([
      { state: 'conflict', theirs: { lastName: 'Petit', firstName: 'Anna' } },
    ])
  })
})
