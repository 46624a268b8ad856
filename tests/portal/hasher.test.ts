import { describe, expect, test } from 'vitest'
import { createHasher, type Turn } from '../../src/portal/auth/hasher.ts'
import { callerFrom } from './support/callers.ts'

const turnOf = (account: string): Turn => ({ account, client: callerFrom(), known: false })

/** More cores than the test has tasks, so that only their order can hold any back. */
const cores = 8

/** Runs a task for each of `accounts` at once; answers how many were ever under way together. */
async function mostTogether(accounts: readonly string[]): Promise<number> {
  const hasher = await createHasher(cores)
  let together = 0
  let most = 0
  const task = async (): Promise<void> => {
    together += 1
    most = Math.max(most, together)
    await hasher.verify(hasher.nobody, 'Some-Password-1!')
    together -= 1
  }
  await Promise.all(accounts.map((account) => hasher.inTurn(task, turnOf(account))))
  return most
}

describe('the hasher', () => {
  test('takes the attempts on one account one by one, on however many cores', async () => {
    expect(await mostTogether(['marie', 'marie', 'marie', 'marie'])).toBe(1)
  })

  test('takes those on different accounts side by side', async () => {
    expect(await mostTogether(['marie', 'jan', 'sofia', 'luca'])).toBe(4)
  })

  test('goes on after an attempt that failed', async () => {
    const hasher = await createHasher(cores)
    const failing = hasher.inTurn(() => Promise.reject(new Error('wrong')), turnOf('marie'))
    const next = hasher.inTurn(async () => 'right', turnOf('marie'))
    await expect(failing).rejects.toThrow('wrong')
    expect(await next).toBe('right')
  })

  test('refuses what would wait too long, and takes more once the queue is shorter', async () => {
    const hasher = await createHasher(cores)
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>()
    const waiting = Array.from({ length: 1000 }, () => hasher.inTurn(() => gate, turnOf('marie')))
    await expect(hasher.inTurn(async () => 'late', turnOf('jan'))).rejects.toMatchObject({
      code: 'unavailable',
    })
    open(undefined)
    await Promise.all(waiting)
    expect(await hasher.inTurn(async () => 'in time', turnOf('jan'))).toBe('in time')
  })
})
