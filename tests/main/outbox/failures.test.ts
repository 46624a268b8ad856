/** What each failure means for an edit: it waits under the same key, or the person decides. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AppError } from '../../../src/shared/contract/result.ts'
import type { ErrorCode } from '../../../src/shared/contract/error-codes.ts'
import { add, away, done, failing, keysOf, startOutbox, states, tick } from '../support/outbox.ts'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

describe('a failure', () => {
  const last: readonly ErrorCode[] = [
    'forbidden',
    'not_found',
    'invalid_request',
    'payload_too_large',
    'idempotency_conflict',
    'password_policy',
    'invalid_state',
  ]
  it.each(last)('that is the portal’s last word (%s) is kept and shown', async (code) => {
    const main = await startOutbox(stack)
    main.reply(failing({ code }))
    await add(main, tick('a'))
    await main.later(86_400_000)
    expect(main.sent).toHaveLength(1)
    expect((await main.outbox.view()).items).toMatchObject([{ state: 'refused', error: { code } }])
    main.reply(done)
    await main.outbox.sendNow()
    await main.outbox.settled()
    expect(keysOf(main).size).toBe(2)
    expect(await states(main)).toEqual([])
  })

  const passing: readonly AppError[] = [
    { code: 'network_offline' },
    { code: 'portal_unreachable' },
    { code: 'portal_timeout' },
    { code: 'portal_answer_invalid' },
    { code: 'proxy_authentication_required' },
    { code: 'certificate_untrusted' },
    { code: 'clock_wrong' },
    { code: 'in_progress' },
    { code: 'internal' },
    { code: 'unavailable' },
    { code: 'unavailable', retryAfter: 900 },
    { code: 'too_many_attempts', retryAfter: 900 },
    { code: 'unauthenticated' },
    { code: 'session_ended' },
  ]
  it.each(passing)(
    'that passes ($code, $retryAfter) is waited for, under the same key',
    async (error) => {
      const main = await startOutbox(stack)
      main.reply(failing(error))
      await add(main, tick('a'))
      expect(await states(main)).toEqual(['waiting'])
      await main.later((error.retryAfter ?? 0) * 1_000)
      expect(main.sent).toHaveLength(1)
      await main.later(5_000)
      expect(main.sent).toHaveLength(2)
      main.reply(done)
      await main.later(3_600_000)
      expect(await states(main)).toEqual([])
      expect(keysOf(main).size).toBe(1)
    },
  )

  it('of the portal as a whole spares the others the same', async () => {
    const main = await startOutbox(stack)
    main.reply(away)
    await add(main, tick('a'), tick('b'), tick('c'))
    expect(main.sent).toHaveLength(1)
    main.reply(done)
    await main.outbox.wake()
    await main.outbox.settled()
    expect(await states(main)).toEqual([])
  })

  it('of one edit holds up none of the others', async () => {
    const main = await startOutbox(stack)
    main.reply((write) =>
      write.params['id'] === 'a' ? failing({ code: 'portal_answer_invalid' })(write) : done(write),
    )
    await add(main, tick('a'), tick('b'), tick('c'), tick('d'))
    for (let i = 0; i < 20; i += 1) {
      // oxlint-disable-next-line no-await-in-loop -- time passes
      await main.later(60_000)
    }
    expect(await states(main)).toEqual(['waiting'])
  })

  it('because the session ended waits for the same person to be back', async () => {
    const main = await startOutbox(stack)
    main.reply((write) => {
      main.signOut()
      return failing({ code: 'session_ended' })(write)
    })
    await add(main, tick('a'))
    main.reply(done)
    await main.later(3_600_000)
    expect(main.sent).toHaveLength(1)
    await main.signIn('marie.lambert')
    await main.outbox.settled()
    expect(main.sent).toHaveLength(2)
    expect(keysOf(main).size).toBe(1)
  })
})
