/** What makes something at the portal is made once, however often it is handed in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Edit } from '../../../src/shared/contract/offline/outbox.ts'
import { failure, success } from '../../../src/shared/contract/result.ts'
import { createMemoryKeychain } from '../support/memory-keychain.ts'
import {
  away,
  failing,
  keysOf,
  saved,
  startOutbox,
  states,
  type Reply,
  type TestOutbox,
} from '../support/outbox.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

/** As it was clicked at another time. */
let clicks = 0
const at = () => new Date(Date.UTC(2026, 10, 29, 12, 0, (clicks += 1))).toISOString()

const apply = (amount: string, id = 'a1'): Edit => ({
  kind: 'apply',
  id,
  at: at(),
  application: {
    policyId: 'p1',
    buyerId: 'b1',
    amount: { amount, currency: 'EUR' },
    paymentTermsDays: 60,
  },
})
const declare = (amount: string): Edit => ({
  kind: 'declareTurnover',
  at: at(),
  declaration: { policyId: 'p1', period: '2026-Q3', amount: { amount, currency: 'EUR' } },
})

const enterCase = (remarks: string): Edit => ({
  kind: 'enterCase',
  id: 'c1',
  at: at(),
  request: {
    policyId: 'p1',
    buyerId: 'b1',
    currency: 'EUR',
    invoices: [{ number: 'F1', issuedOn: '2026-01-01', dueOn: '2026-02-01', amount: '1' }],
    remarks,
  },
  documents: [],
})

const made = { id: 'application-1' }
const amountsOf = ({ sent }: TestOutbox) =>
  sent.map(({ body }) => /"amount":"(\d+)"/.exec(body ?? '')?.[1])

describe('an application', () => {
  it('that is handed in twice at once is sent once, and both hear what it was answered', async () => {
    const main = await startOutbox(stack)
    const late = Promise.withResolvers<Reply>()
    main.reply(() => late.promise)
    const first = main.outbox.submit(apply('100'))
    const second = main.outbox.submit(apply('100'))
    await expect.poll(() => main.sent.length).toBe(1)
    const third = main.outbox.submit(apply('100'))
    late.resolve(success({ kind: 'done', data: made, version: null }))
    const heard = success({ kind: 'sent', answer: made })
    expect(await Promise.all([first, second, third])).toEqual([heard, heard, heard])
    await main.outbox.settled()
    expect(main.sent).toHaveLength(1)
    expect(await states(main)).toEqual([])
  })

  it('that was sent is not sent again, in another run of the app neither', async () => {
    const keychain = createMemoryKeychain()
    const folder = temporaryFolder(stack)
    const before = new AsyncDisposableStack()
    const main = await startOutbox(before, { folder, keychain })
    main.reply(saved(made, '"1"'))
    await main.outbox.submit(apply('100'))
    expect(await main.outbox.submit(apply('100'))).toEqual(success({ kind: 'sent', answer: made }))
    expect(main.sent).toHaveLength(1)
    await before.disposeAsync()

    const again = await startOutbox(stack, { folder, keychain })
    expect(await again.outbox.submit(apply('100'))).toEqual(success({ kind: 'sent', answer: made }))
    expect(again.sent).toEqual([])
  })

  it('that waits is one, however often it is handed in', async () => {
    const main = await startOutbox(stack)
    main.reply(away)
    const first = await main.outbox.submit(apply('100'))
    const second = await main.outbox.submit(apply('100'))
    expect(first).toMatchObject(success({ kind: 'pending' }))
    expect(second).toEqual(first)
    main.reply(saved(made, '"1"'))
    await main.later(3_600_000)
    expect(keysOf(main).size).toBe(1)
    expect(await states(main)).toEqual([])
  })

  it('that was edited takes the place of what waits, and is not sent beside it', async () => {
    const main = await startOutbox(stack)
    main.reply(away)
    await main.outbox.submit(apply('100'))
    await main.outbox.submit(apply('250'), 'Boulangerie')
    expect((await main.outbox.view()).items).toMatchObject([
      { subject: 'Boulangerie', edit: { application: { amount: { amount: '250' } } } },
    ])
    main.reply(saved(made, '"1"'))
    await main.later(3_600_000)
    expect(amountsOf(main).at(-1)).toBe('250')
    // The portal may have the first one, and its answer have been lost: it does one of the two.
    expect(keysOf(main).size).toBe(1)
    expect(await states(main)).toEqual([])
  })

  it('that is on its way stays what it is: what was edited meanwhile is not a second one', async () => {
    const main = await startOutbox(stack)
    const late = Promise.withResolvers<Reply>()
    main.reply(() => late.promise)
    const first = main.outbox.submit(apply('100'))
    await expect.poll(() => main.sent.length).toBe(1)
    const second = main.outbox.submit(apply('250'))
    late.resolve(success({ kind: 'done', data: made, version: null }))
    expect(await first).toEqual(success({ kind: 'sent', answer: made }))
    expect(await second).toEqual(failure({ code: 'idempotency_conflict' }))
    expect(amountsOf(main)).toEqual(['100'])
  })

  it('that was refused later is handed in again as one', async () => {
    const main = await startOutbox(stack)
    main.reply(away)
    await main.outbox.submit(apply('100'))
    main.reply(failing({ code: 'application_pending' }))
    await main.later(3_600_000)
    expect(await states(main)).toEqual(['refused'])
    main.reply(saved(made, '"1"'))
    expect(await main.outbox.submit(apply('100'))).toMatchObject({ data: { kind: 'sent' } })
    expect(await states(main)).toEqual([])
  })

  it('that was given up where it may have got there leaves its name taken', async () => {
    const main = await startOutbox(stack)
    main.reply(away)
    await main.outbox.submit(apply('100'))
    const [waiting] = (await main.outbox.view()).items
    await main.outbox.discard(waiting?.id ?? '')
    main.reply(saved(made, '"1"'))
    const taken = failure({ code: 'idempotency_conflict' })
    expect(await main.outbox.submit(apply('250'))).toEqual(taken)
    expect(await main.outbox.submit(apply('100'))).toEqual(taken)
    expect(await main.outbox.submit(apply('250', 'a2'))).toMatchObject({ data: { kind: 'sent' } })
    expect(amountsOf(main).slice(1)).toEqual(['250'])
  })

  it('that was given up before it was sent leaves its name free', async () => {
    const main = await startOutbox(stack)
    const late = Promise.withResolvers<Reply>()
    main.reply(() => late.promise)
    const other = main.outbox.submit(apply('50', 'a2'))
    await expect.poll(() => main.sent.length).toBe(1)
    await main.outbox.add(apply('100'), null)
    const [, waiting] = (await main.outbox.view()).items
    await main.outbox.discard(waiting?.id ?? '')
    main.reply(saved(made, '"1"'))
    late.resolve(success({ kind: 'done', data: made, version: null }))
    await other
    expect(await main.outbox.submit(apply('100'))).toMatchObject({ data: { kind: 'sent' } })
    expect(amountsOf(main)).toEqual(['50', '100'])
  })

  it('is none with another that looks the same', async () => {
    const main = await startOutbox(stack)
    main.reply(saved(made, '"1"'))
    await Promise.all([main.outbox.submit(apply('100')), main.outbox.submit(apply('100', 'a2'))])
    expect(keysOf(main).size).toBe(2)
  })
})

describe('a declaration of turnover', () => {
  it('is sent once, however often it is handed in', async () => {
    const main = await startOutbox(stack)
    const late = Promise.withResolvers<Reply>()
    main.reply(() => late.promise)
    const all = [1, 2, 3].map(() => main.outbox.submit(declare('100')))
    late.resolve(success({ kind: 'done', data: made, version: null }))
    const heard = await Promise.all(all)
    expect(new Set(heard.map((one) => one.ok && one.data.kind))).toEqual(new Set(['sent']))
    expect(main.sent).toHaveLength(1)
  })

  it('of another amount goes behind one that may be there already', async () => {
    const main = await startOutbox(stack, { patienceMs: 1 })
    main.reply(away)
    await main.outbox.submit(declare('100'))
    await main.outbox.submit(declare('250'))
    main.reply(saved(made, '"1"'))
    await main.later(3_600_000)
    expect(amountsOf(main).slice(-2)).toEqual(['100', '250'])
  })

  it('that was refused is corrected in its place', async () => {
    const main = await startOutbox(stack)
    main.reply(away)
    await main.outbox.submit(declare('100'))
    main.reply(failing({ code: 'invalid_request' }))
    await main.later(3_600_000)
    main.reply(saved(made, '"1"'))
    expect(await main.outbox.submit(declare('250'))).toMatchObject({ data: { kind: 'sent' } })
    expect(await states(main)).toEqual([])
  })
})

it('a case is sent once however often it is handed in, and another under its name is refused', async () => {
  const main = await startOutbox(stack)
  main.reply(() => success({ kind: 'done', data: { id: 'case-1' }, version: null }))
  const heard = success({ kind: 'sent', answer: { id: 'case-1' } })
  expect(
    await Promise.all([main.outbox.submit(enterCase('one')), main.outbox.submit(enterCase('one'))]),
  ).toEqual([heard, heard])
  await main.outbox.settled()
  expect(await main.outbox.submit(enterCase('one'))).toEqual(heard)
  expect(await main.outbox.submit(enterCase('another'))).not.toEqual(heard)
  expect(main.sent.map(({ endpoint }) => endpoint)).toEqual(['collectnetEnterCase'])
})
