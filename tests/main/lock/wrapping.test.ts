import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { unwrapKey, usualCosts, wrapKey } from '../../../src/main/lock/wrapping.ts'

const costs = { N: 2 ** 10, r: 8, p: 1 }
const key = randomBytes(32)
const owner = 'marie.lambert'
const password = 'rivière au soir'

const flipped = (text: string) => {
  const bytes = Buffer.from(text, 'base64url')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  return bytes.toString('base64url')
}

describe('a key under a password', () => {
  it('comes back with the password, and with no other', async () => {
    const wrapping = await wrapKey(key, password, owner, costs)
    expect(await unwrapKey(wrapping, password, owner)).toEqual(key)
    expect(await unwrapKey(wrapping, 'riviere au soir', owner)).toBeNull()
    expect(await unwrapKey(wrapping, '', owner)).toBeNull()
  })

  it('is the same however the password’s characters are composed', async () => {
    const wrapping = await wrapKey(key, password.normalize('NFC'), owner, costs)
    expect(await unwrapKey(wrapping, password.normalize('NFD'), owner)).toEqual(key)
  })

  it('is wrapped anew each time, with nothing of the key to be seen', async () => {
    const one = await wrapKey(key, password, owner, costs)
    const other = await wrapKey(key, password, owner, costs)
    for (const part of ['secret', 'salt', 'wrapped'] as const) {
      expect(one[part]).not.toBe(other[part])
    }
    expect(JSON.stringify(one)).not.toContain(key.toString('base64url'))
  })

  it('opens only with the secret of the keychain, for its owner, at its costs', async () => {
    const wrapping = await wrapKey(key, password, owner, costs)
    const other = await wrapKey(key, password, owner, costs)
    const changes = [
      { secret: other.secret },
      { salt: other.salt },
      { wrapped: other.wrapped },
      { wrapped: flipped(wrapping.wrapped) },
      { wrapped: wrapping.wrapped.slice(0, -8) },
      { parameters: { ...costs, N: 2 ** 11 } },
    ]
    const opened = await Promise.all(
      changes.map((change) => unwrapKey({ ...wrapping, ...change }, password, owner)),
    )
    expect(opened).toEqual(changes.map(() => null))
    expect(await unwrapKey(wrapping, password, 'bert')).toBeNull()
  })

  it.each([
    ['more memory than there is', { N: 2 ** 30, r: 8, p: 1 }],
    ['no power of two', { N: 1_000, r: 8, p: 1 }],
    ['hours of work', { N: 2 ** 10, r: 8, p: 10_000 }],
    ['nothing at all', { N: 1, r: 0, p: 0 }],
  ])('is not even tried where the entry asks for %s', async (_, parameters) => {
    const wrapping = await wrapKey(key, password, owner, costs)
    expect(await unwrapKey({ ...wrapping, parameters }, password, owner)).toBeNull()
  })

  it('takes as much as was chosen: 128 MB a try', async () => {
    expect(128 * usualCosts.N * usualCosts.r).toBe(128 * 2 ** 20)
    const wrapping = await wrapKey(key, password, owner)
    expect(wrapping.parameters).toEqual(usualCosts)
    expect(await unwrapKey(wrapping, password, owner)).toEqual(key)
  })
})
