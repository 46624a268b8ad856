import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAddress, type Address } from '../../../../src/portal/platform/network/address.ts'
import {
  createIsTrusted,
  readForwarded,
} from '../../../../src/portal/platform/network/forwarded.ts'

function address(text: string): Address {
  const parsed = parseAddress(text)
  if (parsed === null) throw new Error(`${text} is no address`)
  return parsed
}

const isTrusted = createIsTrusted(['10.0.0.0/8', '2001:db8:ffff::/48', '192.0.2.7'])

/** The client of a call by `peer`, and what is doubted. */
function read(peer: string, header: string | undefined): [client: string, doubt: string | null] {
  const { client, doubt } = readForwarded(address(peer), header, isTrusted)
  return [client.text, doubt]
}

describe('the client of a request', () => {
  test.each([
    ['no header', '203.0.113.9', undefined, '203.0.113.9', null],
    ['a peer that is not trusted', '203.0.113.9', '198.51.100.1', '203.0.113.9', 'untrusted_peer'],
    ['one proxy', '10.0.0.1', '198.51.100.1', '198.51.100.1', null],
    ['a claim in front of it', '10.0.0.1', '192.0.2.66, 198.51.100.1', '198.51.100.1', null],
    ['two proxies', '10.0.0.1', '192.0.2.66,198.51.100.1, 10.1.1.1', '198.51.100.1', null],
    ['a proxy of IPv6', '2001:db8:ffff::9', '[2001:db8::1]:443', '2001:db8::1', null],
    ['a single address that is trusted', '192.0.2.7', '198.51.100.1:1', '198.51.100.1', null],
    ['its neighbour, which is not', '192.0.2.8', '198.51.100.1', '192.0.2.8', 'untrusted_peer'],
    ['a proxy within IPv6', '::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1', null],
    ['a proxy that calls by itself', '10.0.0.1', '10.2.2.2', '10.2.2.2', null],
    ['an empty header', '10.0.0.1', '', '10.0.0.1', null],
    ['empty elements', '10.0.0.1', ', 198.51.100.1,,', '198.51.100.1', null],
    ['a word', '10.0.0.1', 'unknown', '10.0.0.1', 'no_address'],
    [
      'a word before the last proxy',
      '10.0.0.1',
      '198.51.100.1, unknown, 10.1.1.1',
      '10.1.1.1',
      'no_address',
    ],
    ['a word in the claim', '10.0.0.1', 'unknown, 198.51.100.1', '198.51.100.1', null],
    ['ten kilobytes', '10.0.0.1', 'x'.repeat(10_000), '10.0.0.1', 'no_address'],
    ['ten kilobytes of commas', '10.0.0.1', ','.repeat(10_000), '10.0.0.1', null],
  ])('with %s', (_what, peer, header, client, doubt) => {
    expect(read(peer, header)).toEqual([client, doubt])
  })

  test('is never who a client says it is, in whatever words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (claim) => {
        expect(read('10.0.0.1', `${claim}, 198.51.100.1`)).toEqual(['198.51.100.1', null])
      }),
    )
  })

  test('is seen behind proxies that are named as IPv4 within IPv6', () => {
    const mapped = createIsTrusted(['::ffff:10.0.0.0/104'])
    expect(readForwarded(address('10.0.0.1'), '198.51.100.1', mapped).client.text).toBe(
      '198.51.100.1',
    )
    expect(readForwarded(address('11.0.0.1'), '198.51.100.1', mapped).doubt).toBe('untrusted_peer')
  })
})
