/** Applications that go as one: in order, each once, and in nobody's way. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { failure, success } from '../../../src/shared/contract/result.ts'
import type { NewBatch } from '../../../src/main/outbox/batches.ts'
import type { FixedWrite } from '../../../src/main/portal-client/portal-client.ts'
import { createMemoryKeychain } from '../support/memory-keychain.ts'
import { away, done, startOutbox, tick, type Replying, type TestOutbox } from '../support/outbox.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

const at = '2026-11-29T12:00:00.000Z'

function batchOf(id: string, size: number): NewBatch {
  const amount = { amount: '1000.00', currency: 'EUR' }
  const edits = Array.from({ length: size }, (_, index) => {
    const name = `${id}-${index}`
    const application = {
      policyId: '17386',
      buyer: { name, country: 'BE' },
      amount,
      paymentTermsDays: 30,
    }
    const about = { buyerName: name, buyerId: null, country: 'BE', policyId: '17386', amount }
    return {
      edit: { kind: 'apply' as const, id: name, at, application, batch: id },
      about: { ...about, paymentTermsDays: 30 },
    }
  })
  return { id, edits, draft: { name: 'batch-draft', content: null } }
}

const nameIn = ({ body }: FixedWrite) =>
  /"name":"(?<name>[^"]*)"/u.exec(body ?? '')?.groups?.['name']
const namesOf = ({ sent }: TestOutbox) => sent.map((write) => nameIn(write) ?? write.endpoint)
/** As the portal answers an application: with its id there. */
const accepts: Replying = (write) =>
  success({ kind: 'done', data: { id: `at-portal-${nameIn(write)}` }, version: null })
const failsAt =
  (name: string, how: Replying): Replying =>
  (write) =>
    nameIn(write) === name ? how(write) : accepts(write)

it('is sent in order, each under a key of its own, and remembered with what it became', async () => {
  const test = await startOutbox(stack)
  test.reply(accepts)
  expect(await test.outbox.addBatch(batchOf('b', 5))).toMatchObject({ ok: true })
  expect(await test.outbox.addBatch(batchOf('b', 5))).toMatchObject({ ok: true })
  await test.outbox.settled()
  expect(namesOf(test)).toEqual(['b-0', 'b-1', 'b-2', 'b-3', 'b-4'])
  expect(new Set(test.sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(5)
  const batch = await test.outbox.batch('b')
  expect(batch?.progress).toMatchObject({ size: 5, sent: 5, waiting: 0, refused: 0 })
  expect(batch?.rows.map(({ application }) => application)).toEqual(
    [0, 1, 2, 3, 4].map((index) => `at-portal-b-${index}`),
  )
  expect(await test.outbox.view()).toEqual({ items: [] })
})

it('is one line while it waits, and counts as many', async () => {
  const test = await startOutbox(stack)
  test.reply(away)
  await test.outbox.addBatch(batchOf('b', 3))
  await test.outbox.settled()
  expect(await test.outbox.view()).toMatchObject({
    items: [],
    batches: [{ id: 'b', size: 3, waiting: 3, error: { code: 'network_offline' } }],
  })
  expect(await test.outbox.counts()).toEqual({ waiting: 3, needsAttention: 0 })
  expect(await test.outbox.items()).toHaveLength(3)
})

it('lets what a person does by itself go first', async () => {
  const test = await startOutbox(stack)
  test.reply(async (write) => {
    if (nameIn(write) === 'b-1') await test.outbox.add(tick('a1'), null)
    return accepts(write)
  })
  await test.outbox.addBatch(batchOf('b', 4))
  await test.outbox.settled()
  expect(namesOf(test)).toEqual(['b-0', 'b-1', 'servnetAlertHandle', 'b-2', 'b-3'])
})

it('goes on in order, and with the same keys, after a start', async () => {
  const app = { folder: temporaryFolder(stack), keychain: createMemoryKeychain() }
  const first = new AsyncDisposableStack()
  const before = await startOutbox(first, app)
  before.reply(failsAt('b-2', away))
  await before.outbox.addBatch(batchOf('b', 5))
  await before.outbox.settled()
  await first.disposeAsync()
  const test = await startOutbox(stack, app)
  test.reply(accepts)
  await test.outbox.sendNow()
  expect(namesOf(before)).toEqual(['b-0', 'b-1', 'b-2'])
  expect(namesOf(test)).toEqual(['b-2', 'b-3', 'b-4'])
  expect(test.sent[0]?.idempotencyKey).toBe(before.sent[2]?.idempotencyKey)
})

it('keeps its order through a network that fails, but not through one that the portal fails at', async () => {
  const test = await startOutbox(stack)
  test.reply(failsAt('b-1', away))
  await test.outbox.addBatch(batchOf('b', 3))
  await test.outbox.settled()
  await test.later(3_600_000)
  await test.later(3_600_000)
  await test.later(3_600_000)
  expect(new Set(namesOf(test))).toEqual(new Set(['b-0', 'b-1']))
  test.reply(failsAt('b-1', () => failure({ code: 'internal' })))
  // As time goes: what waits for itself is passed while its own time has not come.
  for (let tries = 0; tries < 60 && !namesOf(test).includes('b-2'); tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one moment after the other
    await test.later(20_000)
  }
  expect(namesOf(test)).toContain('b-2')
  test.reply(accepts)
  await test.later(3_600_000)
  expect((await test.outbox.batch('b'))?.progress).toMatchObject({ sent: 3, waiting: 0 })
})

it('waits as long as the portal asks for in its middle, and goes on in order under the same key', async () => {
  const test = await startOutbox(stack)
  const minute = 60
  test.reply(failsAt('b-2', () => failure({ code: 'too_many_attempts', retryAfter: minute })))
  await test.outbox.addBatch(batchOf('b', 5))
  await test.outbox.settled()
  expect(await test.outbox.view()).toMatchObject({
    batches: [{ sent: 2, waiting: 3, refused: 0, error: { code: 'too_many_attempts' } }],
  })
  test.reply(accepts)
  await test.later((minute - 1) * 1_000)
  expect(namesOf(test)).toEqual(['b-0', 'b-1', 'b-2'])
  await test.later(minute * 1_000)
  expect(namesOf(test)).toEqual(['b-0', 'b-1', 'b-2', 'b-2', 'b-3', 'b-4'])
  expect(test.sent[3]?.idempotencyKey).toBe(test.sent[2]?.idempotencyKey)
  expect((await test.outbox.batch('b'))?.progress).toMatchObject({ sent: 5, waiting: 0 })
})

it('is not held up by one that is refused, which is tried again, or given up', async () => {
  const test = await startOutbox(stack)
  test.reply(failsAt('b-1', () => failure({ code: 'not_found' })))
  await test.outbox.addBatch(batchOf('b', 3))
  await test.outbox.settled()
  expect(namesOf(test)).toEqual(['b-0', 'b-1', 'b-2'])
  expect(await test.outbox.view()).toMatchObject({ batches: [{ sent: 2, refused: 1 }] })
  await test.outbox.sendNow()
  expect(namesOf(test)).toEqual(['b-0', 'b-1', 'b-2', 'b-1'])
  expect(await test.outbox.discard('b')).toEqual({ items: [] })
  const batch = await test.outbox.batch('b')
  expect(batch?.progress).toMatchObject({ sent: 2, refused: 0, givenUp: 1 })
  expect(batch?.rows[1]).toMatchObject({ isGivenUp: true, application: null, waiting: null })
  test.reply(done)
})
