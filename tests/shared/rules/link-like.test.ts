import { describe, expect, test } from 'vitest'
import { isLinkLike, unlinked } from '../../../src/shared/rules/link-like.ts'
import { nameSchema } from '../../../src/shared/contract/identity/me.ts'

describe('a name', () => {
  test.each([
    'O’Brien',
    "O'Brien",
    'St. John',
    'Jean-Paul',
    'Dr. Ir.',
    'J.R.R. Tolkien',
    'J.Th.M. de Vries',
    'J.-P.',
    'Ph.D.',
    'M.Sc.',
    'Chr.',
    'Smith, Jr.',
    'S:t Erik',
    'J.Peeters',
    'St.John',
    'v.d.Berg',
    'P.J.Dubois-Martin',
    'c/o Dupont',
    'van ’t Hoff',
    'Müller (Namur)',
    'Muñoz y Ávila',
    'Ⅲ',
    '',
  ])('may be %s', (name) => {
    expect(isLinkLike(name)).toBe(false)
    expect(nameSchema.parse(name)).toBe(name)
  })

  test.each([
    'https://evil.example',
    'Marie http://evil.example/a',
    'ftp://x',
    '://',
    'https：//evil.example',
    'mailto:a',
    'tel:+3281324211',
    'javascript:alert(1)',
    'www.evil',
    'WWW2.evil.example',
    'evil.com',
    'Marie evil.com/login',
    'evil.com.',
    't.co',
    't.Co',
    'x.Com',
    'a.b.Berg.com',
    'Berg.Shop',
    'x.Info/login',
    'evil.co.uk',
    'evil.com:8080',
    'evil-1.example?x=1',
    'рф.рф',
    'evil.xn--p1ai',
    'evil。com',
    'evil．com',
    '192.168.0.1',
    'a@b',
    'marie@firm.example',
    String.raw`\\server\share`,
  ])('is not %s', (name) => {
    expect(isLinkLike(name)).toBe(true)
    expect(nameSchema.safeParse(name).error?.issues).toMatchObject([
      { code: 'custom', message: 'name_link', params: { code: 'name_link' } },
    ])
  })
})

test('what is no name is shown so that nothing of it is a link', () => {
  const host = 'pc-marie.firm.example'
  expect(isLinkLike(unlinked(host))).toBe(false)
  expect(unlinked(host).replaceAll('\u2060', '')).toBe(host)
  expect(unlinked('PC-MARIE (Windows)')).toBe('PC-MARIE (Windows)')
})
