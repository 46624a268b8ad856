import { expect, test } from 'vitest'
import { isLicenceAccepted, shippedLicences, toolLicences } from '../../scripts/lib/licences.ts'
import { lockComplaints, rangeComplaints, shippedComplaints } from '../../scripts/lib/lock-file.ts'

const sealed = { version: '1.0.0', integrity: `sha512-${'A'.repeat(86)}==`, license: 'MIT' }
const none = { installScripts: {}, licences: {} }
const complaintsOf = (entry: object, reviewed = none) =>
  lockComplaints(
    { lockfileVersion: 3, packages: { '': {}, 'node_modules/a/node_modules/@b/c': entry } },
    reviewed,
  )

test('takes packages of the registry, with or without their address', () => {
  expect(complaintsOf(sealed)).toEqual([])
  const resolved = 'https://registry.npmjs.org/@b/c/-/c-1.0.0.tgz'
  expect(complaintsOf({ ...sealed, resolved })).toEqual([])
})

test.each([
  ['another host', { resolved: 'https://npm.example/@b/c/-/c-1.0.0.tgz' }, 'comes from'],
  ['a host with a like name', { resolved: 'https://registry.npmjs.org.example/c' }, 'comes from'],
  ['plain HTTP', { resolved: 'http://registry.npmjs.org/@b/c' }, 'comes from'],
  ['git', { resolved: 'git+ssh://git@github.com/b/c.git#1' }, 'comes from'],
  ['a file', { resolved: 'file:../c.tgz' }, 'comes from'],
  ['a link', { link: true }, 'is not a package of the registry'],
  ['no seal', { integrity: undefined }, 'has no sha512'],
  ['a weak seal', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'has no sha512'],
  ['a script', { hasInstallScript: true }, 'runs a script'],
  ['no licence', { license: undefined }, 'licence that is not accepted: none'],
  ['a licence of the GPL', { license: 'GPL-3.0-only' }, 'not accepted'],
  ['a licence in a file', { license: 'SEE LICENSE IN LICENSE' }, 'not accepted'],
  ['no licence to use it', { license: 'UNLICENSED' }, 'not accepted'],
  ['a licence of an old form', { license: { type: 'MIT' } }, 'not accepted'],
  ['one of two that is not', { license: 'MIT AND AGPL-3.0-or-later' }, 'not accepted'],
])('refuses a package with %s', (_what, entry, complaint) => {
  const [told, ...others] = complaintsOf({ ...sealed, ...entry })
  expect(told).toMatch(/^node_modules\/a\/node_modules\/@b\/c: /)
  expect(told).toContain(complaint)
  expect(others).toEqual([])
})

test('lets pass what was reviewed, and says what was reviewed for nothing', () => {
  const scripts = { ...none, installScripts: { '@b/c': 'harmless' } }
  expect(complaintsOf({ ...sealed, hasInstallScript: true }, scripts)).toEqual([])
  const licences = { ...none, licences: { '@b/c': 'asked its author' } }
  expect(complaintsOf({ ...sealed, license: undefined }, licences)).toEqual([])
  const gone = { ...none, installScripts: { d: 'harmless' } }
  expect(complaintsOf(sealed, gone)).toEqual(['d: is let pass, and not there'])
})

test.each(['^1.0.0', '~1.0.0', '*', 'latest', '1.x', 'npm:d@1.0.0', 'file:../d', 'b/c#main'])(
  'asks for one version: not %s',
  (range) => {
    expect(rangeComplaints({ devDependencies: { d: range } })).toHaveLength(1)
    expect(rangeComplaints({ dependencies: { d: '1.0.0' } })).toEqual([])
  },
)

test('what is passed on is held to more than what is used', () => {
  for (const licence of ['MPL-2.0', 'CC-BY-4.0', 'MIT AND Zlib']) {
    expect(isLicenceAccepted(licence, toolLicences)).toBe(true)
    expect(isLicenceAccepted(licence, shippedLicences)).toBe(false)
  }
  expect(isLicenceAccepted('(GPL-2.0-only OR MIT)', shippedLicences)).toBe(true)
  expect(isLicenceAccepted('GPL-2.0-only WITH Classpath-exception-2.0', toolLicences)).toBe(false)
})

test('what is passed on is followed to all that it brings along', () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      'node_modules/a': { ...sealed, dependencies: { '@b/c': '^1.0.0', d: '^1.0.0' } },
      'node_modules/@b/c': { ...sealed, license: 'MPL-2.0' },
      'node_modules/a/node_modules/@b/c': { ...sealed, dependencies: { d: '^1.0.0' } },
      'node_modules/d': { ...sealed, license: 'CC-BY-4.0', dependencies: { a: '^1.0.0' } },
      'node_modules/tool': { ...sealed, license: 'MPL-2.0' },
    },
  }
  expect(shippedComplaints(lock, ['a'])).toEqual([
    'node_modules/d: is passed on, under "CC-BY-4.0"',
  ])
  expect(shippedComplaints(lock, ['@b/c'])).toHaveLength(1)
  expect(() => shippedComplaints(lock, ['e'])).toThrow('has no e')
})
