import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emailKeyOf,
  readEmailAddress,
  showEmailAddress,
} from '../../../src/shared/rules/email-address.ts'
import { emailSchema } from '../../../src/shared/contract/common.ts'

const read = (typed: string) => {
  const reading = readEmailAddress(typed)
  return reading.ok ? reading.address : reading.code
}

/** What may stand in a recipient: no sign by which a mail program or server finds a second one. */
const oneRecipient = /^[\w!#$%&'*+/=?^`{|}~.-]+@[a-z\d.-]+$/u

describe('an e-mail address', () => {
  test.each([
    'r&d@firm.example',
    "o'brien@firm.example",
    'a+b@firm.example',
    'first.last@sub.firm.example',
    "!#$%&'*+-/=?^_`{|}~@firm.example",
    'a@b.co',
    'marie@xn--mnchen-3ya.example',
    `${'a'.repeat(64)}@firm.example`,
    `a@${'b'.repeat(63)}.example`,
    `a@${Array.from({ length: 62 }, () => 'abc').join('.')}.zw`,
  ])('may be %s', (address) => {
    expect(read(address)).toBe(address)
    expect(emailSchema.parse(address)).toBe(address)
  })

  test.each([
    ['marie@MÜNCHEN.example', 'marie@xn--mnchen-3ya.example', 'marie@münchen.example'],
    ['info@straße.example', 'info@xn--strae-oqa.example', 'info@straße.example'],
    ['info@例え.テスト', 'info@xn--r8jz45g.xn--zckzah', 'info@例え.テスト'],
    ['Marie@Firm.Example', 'Marie@firm.example', 'Marie@firm.example'],
    ['"marie"@firm.example', 'marie@firm.example', 'marie@firm.example'],
  ])('%s is kept as %s and shown as %s', (typed, kept, shown) => {
    expect(read(typed)).toBe(kept)
    expect(showEmailAddress(kept)).toBe(shown)
    expect(read(shown)).toBe(kept)
  })

  test.each([
    '  marie@firm.example\t',
    'marie@firm.example\r\n',
    '\u200bmarie@firm.example\ufeff',
    '\u202amarie@firm.example\u202c',
    '<marie@firm.example>',
    'Marie Lambert <marie@firm.example>',
    '"Lambert, Marie" <marie@firm.example>',
    'mailto:marie@firm.example',
    'MAILTO:marie@firm.example?subject=Bonjour&cc=other@firm.example',
    'Marie <mailto:marie@firm.example>',
    'mailto:%6Darie@firm.example',
  ])('is found in %j', (typed) => {
    expect(read(typed)).toBe('marie@firm.example')
  })

  test.each([
    '',
    'marie',
    '@firm.example',
    'marie@',
    'marie@firm',
    'marie@localhost',
    'marie@127.0.0.1',
    'marie@0x7f.1',
    'marie@[127.0.0.1]',
    'marie@[IPv6:::1]',
    'marie@firm.example.',
    'marie@.firm.example',
    'marie@firm..example',
    'marie@-firm.example',
    'marie@firm_one.example',
    'marie@firm.example:25',
    'marie@firm.example/path',
    'marie@firm%2Eexample',
    'marie@evil.example?@firm.example',
    '.marie@firm.example',
    'marie.@firm.example',
    'ma..rie@firm.example',
    'ma rie@firm.example',
    'marie@firm@other.example',
    '"a@b"@firm.example',
    '"a\\"b"@firm.example',
    '"a,b"@firm.example',
    '"a<b"@firm.example',
    '""@firm.example',
    '"john doe"@firm.example',
    '"john..doe"@firm.example',
    'marie(comment)@firm.example',
    'marie@firm.example, other@firm.example',
    'marie@firm.example; other@firm.example',
    'other@firm.example <marie@firm.example>',
    'Other, Marie <marie@firm.example>',
    'Team: marie@firm.example;',
    'Team:<marie@firm.example>',
    '<other@firm.example><marie@firm.example>',
    '<marie@firm.example> other@firm.example',
    'marie@firm.example\r\nBcc: other@firm.example',
    'Marie\r\nBcc: x <marie@firm.example>',
    'mailto:marie@firm.example,other@firm.example',
    'mailto:marie@firm.example%0d%0aBcc:other@firm.example',
    'marie\u0000@firm.example',
    `${'a'.repeat(65)}@firm.example`,
    `a@${'b'.repeat(64)}.example`,
    `${'a'.repeat(60)}@${Array.from({ length: 50 }, () => 'abc').join('.')}.example`,
  ])('is not %j', (typed) => {
    expect(read(typed)).toBe('email_invalid')
    expect(emailSchema.safeParse(typed).success).toBe(false)
  })

  test.each(['frédéric@firm.example', 'müller.s@münchen.example', 'Мария@firm.example'])(
    '%s is told what stands in its way',
    (typed) => expect(read(typed)).toBe('email_accents'),
  )

  test('whatever is typed, names one recipient or none', () => {
    const signs = fc.constantFrom(
      ...Array.from('<>()[]{}@,;:."\\\'%&=?/ \t\r\n\0\u200b\u202e＠，；éßＡ'),
    )
    const part = fc.oneof(
      signs,
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('marie', 'firm.example', 'a@b.example', 'mailto:', '%0d%0a', '%2c', 'xn--'),
    )
    const typed = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readEmailAddress(text)
        if (!reading.ok) return
        const { address } = reading
        expect(address).toMatch(oneRecipient)
        expect(address.length).toBeLessThanOrEqual(254)
        // What is kept, and what is shown of it, both lead back to it.
        expect(read(address)).toBe(address)
        expect(emailKeyOf(read(showEmailAddress(address)))).toBe(emailKeyOf(address))
      }),
      { numRuns: 3000 },
    )
  })

  test('any dot-atom at any domain is taken as it is, whatever was pasted around it', () => {
    const atext = "abcXYZ019!#$%&'*+-/=?^_`{|}~"
    const atom = fc.string({
      unit: fc.constantFrom(...Array.from(atext)),
      minLength: 1,
      maxLength: 12,
    })
    const local = fc.array(atom, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'))
    const around = fc.constantFrom(
      (address: string) => ` ${address}\n`,
      (address: string) => `<${address}>`,
      (address: string) => `Marie Lambert <${address}>`,
      (address: string) => `mailto:${encodeURIComponent(address)}`,
    )
    fc.assert(
      fc.property(local, fc.domain(), around, (name, domain, paste) => {
        const address = `${name}@${domain.toLowerCase()}`
        expect(read(paste(address))).toBe(address)
      }),
    )
  })
})
