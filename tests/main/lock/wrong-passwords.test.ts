/** Wrong passwords at the lock: counted where neither a restart nor a deleted file begins anew. */
import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockNow, lockPassword, startLocking, type Locking } from '../support/locking.ts'
import type { TestMain } from '../support/main.ts'

const minute = 60_000
const aTime: unknown = expect.any(String)

let stack: AsyncDisposableStack
let here: Locking

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  here = await startLocking(stack)
})
afterEach(() => stack.disposeAsync())

async function fail(main: TestMain, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person tries
    const result = await main.call('lock.unlock', { password: `wrong ${n}` })
    expect(result).toMatchObject({ ok: false, error: { code: 'lock_password_wrong' } })
  }
}

function change(_: string, before: string, one: string): string {
  return before + (one === 'A' ? 'B' : 'A')
}

describe('wrong passwords', () => {
  const waits = { ok: false, error: { code: 'too_many_attempts' } }

  it('hold up after five, the right one included, and say for how long', async () => {
    const main = await here.withLock()
    await lockNow(main)
    await fail(main, 4)
    const fifth = await main.call('lock.unlock', { password: 'wrong' })
    expect(fifth).toMatchObject({ error: { code: 'lock_password_wrong', retryAfter: 30 } })
    expect(main.views.at(-1)).toMatchObject({ kind: 'locked', waitsUntil: aTime })
    expect(await main.call('lock.unlock', { password: lockPassword })).toMatchObject(waits)
  })

  it('are forgotten with the right one', async () => {
    const main = await here.withLock()
    await lockNow(main)
    await fail(main, 4)
    await main.ask('lock.unlock', { password: lockPassword })
    await lockNow(main)
    await fail(main, 4)
    expect((await main.ask('lock.unlock', { password: lockPassword })).kind).toBe('ready')
  })

  it('count on after a restart and a clock that was set back, and the wait ends', async () => {
    const first = await here.withLock()
    await lockNow(first)
    await fail(first, 5)
    const second = await here.again(first)
    const { session } = await second.ask('app.state', {})
    expect(session).toMatchObject({ kind: 'locked', waitsUntil: aTime })
    expect(await second.call('lock.unlock', { password: lockPassword })).toMatchObject(waits)
    here.setAhead(-45 * minute)
    const third = await here.again(second)
    await third.ask('app.state', {})
    const held = await third.call('lock.unlock', { password: lockPassword })
    expect(held).toMatchObject({ error: { code: 'too_many_attempts', retryAfter: 30 } })
    here.setAhead(minute)
    const fourth = await here.again(third)
    await fourth.ask('app.state', {})
    const next = await fourth.call('lock.unlock', { password: 'wrong again' })
    expect(next).toMatchObject({ error: { retryAfter: 60 } })
    here.setAhead(3 * minute)
    const fifth = await here.again(fourth)
    await fifth.ask('app.state', {})
    expect((await fifth.ask('lock.unlock', { password: lockPassword })).kind).toBe('ready')
  })

  it('are counted before they are known to be wrong', async () => {
    const main = await here.withLock()
    await lockNow(main)
    const trying = main.call('lock.unlock', { password: 'wrong' })
    await expect.poll(here.everyEntry).toContain('"failures":1')
    await trying
  })

  it('are not forgotten with a file that is deleted and put back', async () => {
    const first = await here.withLock()
    await lockNow(first)
    await fail(first, 5)
    await first.services.close()
    const place = join(here.folder, 'offline')
    renameSync(place, `${place}-taken`)
    const without = here.start()
    // Nothing opens without the file, and nothing is shown: one signs in.
    const { session } = await without.ask('app.state', {})
    expect(session).toMatchObject({ kind: 'signedOut', username: 'marie.lambert' })
    await without.services.close()
    expect(readdirSync(here.folder)).toContain('offline-taken')
    expect(here.everyEntry()).toContain('"failures":5')
  })

  it.each(['wrapped', 'secret', 'salt'])('open nothing with a changed %s', async (part) => {
    const first = await here.withLock()
    await first.services.close()
    for (const [name, text] of here.keychain.entries) {
      const pattern = new RegExp(`("${part}":")(.)`, 'u')
      here.keychain.entries.set(name, text.replace(pattern, change))
    }
    const main = here.start()
    await main.ask('app.state', {})
    const result = await main.call('lock.unlock', { password: lockPassword })
    expect(result).toMatchObject({ ok: false, error: { code: 'lock_password_wrong' } })
  })
})
