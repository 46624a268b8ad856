/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, describe, expect, test } from 'vitest'
import { throttleRules as usual } from '../../../src/portal/identity/throttle-rules.ts'
import { databaseKinds } from '../support/databases.ts'
import { device, startPortal, type TestPortal } from '../support/portal.ts'

const throttle = { ...usual, address: { ...usual.address, free: 1 } }

describe.each(databaseKinds)('the networks around an address, on %s', (kind) => {
  let it: TestPortal
  afterEach(() => it.stop())

  const statusFrom = async (address: string, attempt: number): Promise<number> => {
    const response = await it.client.send('sessionCreate', {
      body: { username: `nobody-${attempt}`, password: 'Wrong-Password-1!', device },
      headers: { 'x-forwarded-for': address },
    })
    return response.status
  }

  test.each([
    ['a /24', 16, (index: number) => `203.0.113.${index + 1}`, '198.51.100.1'],
    ['a /56', 4, (index: number) => `2001:db8:7:${index}::1`, '2001:db8:7:100::1'],
    [
      'a /48',
      16,
      (index: number) => `2001:db8:7:${(index * 256).toString(16)}::1`,
      '2001:db8:8::1',
    ],
  ])('%s may fail as often as %d addresses', async (_what, times, addressOf, elsewhere) => {
    it = await startPortal(kind, { throttle, trustedProxies: ['127.0.0.1'] })
    for (let index = 0; index < times; index += 1) {
      expect(await statusFrom(addressOf(index), index)).toBe(401)
    }
    expect(await statusFrom(addressOf(times), times)).toBe(429)
    expect(await statusFrom(elsewhere, times + 1)).toBe(401)
  })
})
