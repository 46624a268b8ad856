import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAddress } from '../../../../src/portal/platform/network/address.ts'

const ipv4 = fc
  .tuple(fc.integer({ min: 1, max: 223 }), fc.nat(255), fc.nat(255), fc.nat(255))
  .map((bytes) => bytes.join('.'))

/** Eight groups of 16 bits, many of them zero, in the network that documentation may use. */
const groups = fc
  .array(fc.oneof(fc.constant(0), fc.nat(0xff_ff)), { minLength: 6, maxLength: 6 })
  .map((rest) => [0x20_01, 0xd_b8, ...rest])

/** One group, with zeros in front and in capitals or not. */
const groupSpelling = (value: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.boolean())
    .map(([width, capitals]) =>
      value.toString(16).padStart(width, '0')[capitals ? 'toUpperCase' : 'toString'](),
    )

/** All groups, or with one run of zeros as `::`. */
const ipv6Spelling = (values: readonly number[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.tuple(...values.map(groupSpelling)), fc.nat(), fc.boolean())
    .map(([parts, at, short]) => {
      const runs = runsOfZeros(values)
      const run = runs[at % Math.max(1, runs.length)]
      if (!short || run === undefined) return parts.join(':')
      return `${parts.slice(0, run.from).join(':')}::${parts.slice(run.to).join(':')}`
    })

function runsOfZeros(values: readonly number[]): { from: number; to: number }[] {
  return values.flatMap((value, from) => {
    const end = values.findIndex((other, index) => index > from && other !== 0)
    return value === 0 ? [{ from, to: end === -1 ? values.length : end }] : []
  })
}

const port = fc.oneof(
  fc.nat(65_535).map((number) => `:${number}`),
  fc.constant(':_hidden'),
  fc.constant(''),
)
const zone = fc.constantFrom('', '%eth0', '%25en1', '%12')
const space = fc.constantFrom('', ' ', '\t', '  ')

/** As sockets, gateways and RFC 7239 write a bare address, with a port where its kind can have one. */
const dressed = (bare: string, ported: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(bare, ported),
      fc.constantFrom(
        (text: string) => text,
        (text: string) => `"${text}"`,
        (text: string) => `for="${text}"`,
        (text: string) => `For="${text}";proto=https;by=192.0.2.43`,
        (text: string) => `proto=https; for="${text}"`,
      ),
      space,
      space,
    )
    .map(([text, dress, before, after]) => `${before}${dress(text)}${after}`)

const ipv4Spelling = (address: string): fc.Arbitrary<string> => {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  const tail = [a * 256 + b, c * 256 + d]
  const within = fc.oneof(
    ...[
      [0, 0, 0, 0, 0, 0xff_ff, ...tail],
      [0x64, 0xff_9b, 0, 0, 0, 0, ...tail],
    ].map(ipv6Spelling),
    fc.constantFrom(`::ffff:${address}`, `::FFFF:${address}`, `0:0:0:0:0:ffff:${address}`),
  )
  return fc.oneof(
    port.chain((text) => dressed(address, `${address}${text}`)),
    fc.tuple(within, zone, port).chain(([text, where, behind]) => {
      return dressed(`${text}${where}`, `[${text}${where}]${behind}`)
    }),
  )
}

describe('an address', () => {
  test('of IPv4 is one, however it is spelt', () => {
    const spelt = ipv4.chain((address) => fc.tuple(fc.constant(address), ipv4Spelling(address)))
    fc.assert(
      fc.property(spelt, ([address, spelling]) => {
        expect(parseAddress(spelling)).toEqual(parseAddress(address))
        expect(parseAddress(spelling)?.text).toBe(address)
      }),
      { numRuns: 500 },
    )
  })

  test('of IPv6 is one, however it is spelt', () => {
    const spelt = groups.chain((values) =>
      fc
        .tuple(fc.constant(values), ipv6Spelling(values), zone, port)
        .chain(([of, text, where, behind]) =>
          fc.tuple(fc.constant(of), dressed(`${text}${where}`, `[${text}${where}]${behind}`)),
        ),
    )
    fc.assert(
      fc.property(spelt, ([values, spelling]) => {
        const plain = values.map((value) => value.toString(16)).join(':')
        const { hostname } = new URL(`http://[${plain}]`)
        expect(parseAddress(spelling)).toEqual(parseAddress(plain))
        expect(parseAddress(spelling)?.text).toBe(hostname.slice(1, -1))
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['203.0.113.2', '203.0.113.2', null, '203.0.113.0/24'],
    ['2001:db8:12:34ff::1', '2001:db8:12:34ff::/64', '2001:db8:12:3400::/56', '2001:db8:12::/48'],
    ['::ffff:203.0.113.2', '203.0.113.2', null, '203.0.113.0/24'],
    ['fe80::1%eth0', 'fe80::/64', 'fe80::/56', 'fe80::/48'],
    ['::1', '::/64', '::/56', '::/48'],
  ])('%s has its networks', (text, own, site, prefix) => {
    expect(parseAddress(text)?.networks).toEqual({ own, site, prefix })
  })

  test.each([
    ['unknown', 'a word of RFC 7239'],
    ['_hidden', 'a name of RFC 7239'],
    ['"_hidden"', 'the same in quotes'],
    ['', 'nothing'],
    [' ', 'a space'],
    ['-', 'a dash'],
    ['localhost', 'a name'],
    ['203.0.113', 'three numbers'],
    ['203.0.113.256', 'a number that is too large'],
    ['203.0.113.2.5', 'five numbers'],
    ['010.0.0.1', 'a number that some read as octal'],
    ['0x7f.0.0.1', 'a number that some read as hexadecimal'],
    ['3405803778', 'one number'],
    ['2001:db8::1::2', 'two runs of zeros'],
    ['2001:db8::1:443:1:2:3:4:5', 'nine groups'],
    ['[2001:db8::1', 'a bracket that never closes'],
    ['[203.0.113.2]x', 'something behind the bracket'],
    ['by=203.0.113.2', 'another parameter than the client'],
    ['0.0.0.0', 'the unspecified address'],
    ['::', 'the same of IPv6'],
    ['255.255.255.255', 'everyone on a network'],
    ['ff02::1', 'a group'],
    ['203.0.113.2\u0000', 'an invisible character'],
    ['203.0.113.２', 'a digit of another script'],
    ["203.0.113.2' or 1=1", 'a statement'],
    [`203.0.113.2${' '.repeat(10_000)}`, 'ten kilobytes'],
    ['['.repeat(10_000), 'ten kilobytes of brackets'],
  ])('is not %j: %s', (text) => {
    expect(parseAddress(text)).toBeNull()
  })

  test('is never made of any other text, nor is anything thrown', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const address = parseAddress(text)
        // What is taken for an address is one that stands in the text.
        if (address !== null) expect(parseAddress(address.text)).toEqual(address)
      }),
    )
  })
})
