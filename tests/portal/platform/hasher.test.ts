import { describe, expect, test } from 'vitest'
import { createHasher } from '../../../src/portal/platform/hashing/hasher.ts'
import type { Requester } from '../../../src/portal/platform/network/client.ts'
import { callerFrom } from '../support/callers.ts'

const turnOf = (account: string): Requester => ({ account, client: callerFrom(), known: false })

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
    await hasher.verify(hasher.dummyHash, 'Some-Password-1!')
    together -= 1
  }
  await Promise.all(accounts.map((account) => hasher.run(task, turnOf(account))))
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
    const failing = hasher.run(() => Promise.reject(new Error('wrong')), turnOf('marie'))
    const next = hasher.run(async () => 'right', turnOf('marie'))
    await expect(failing).rejects.toThrow('wrong')
    expect(await next).toBe('right')
  })
})
