/** What no form of the app sends, and a page that somebody else has taken over might. */
import * as fc from 'fast-check'
import { specialKeys } from '../../support/mutated-values.ts'

/** In whatever is sent as a secret: it may turn up nowhere. */
export const secretMark = 'Geheim-Mot-De-Passe-7c1e'

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}

function cycle(): unknown {
  const record: Record<string, unknown> = {}
  record['self'] = record
  return [record, record]
}

function sparse(): unknown {
  const list: unknown[] = []
  list[4_000_000_000] = 1
  return list
}

/** As `JSON.parse` gives it, and as it passes from process to process: properties of its own. */
function polluting(): unknown {
  const members = specialKeys.map((key) => `${JSON.stringify(key)}:{"polluted":true}`)
  return JSON.parse(`{${members.join(',')}}`)
}

/** What structured cloning, and so Electron's IPC, lets through. Made anew each time. */
const cloneable: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => Number.NaN,
  () => -0,
  () => Number.POSITIVE_INFINITY,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => -1,
  () => 10n ** 400n,
  () => new Date(),
  () => new Date(Number.NaN),
  () => /(a+)+$/u,
  () => new Map([['__proto__', 1]]),
  () => new Set([secretMark]),
  () => new ArrayBuffer(1_024),
  () => new Uint8Array([0xff, 0xfe]),
  () => new Error(secretMark),
  () => Object.assign(new Error('x'), { code: 'ENOENT' }),
  // Wrappers: not what they wrap.
  (): unknown => Object('text'),
  (): unknown => Object(true),
  () => 'x'.repeat(20_000),
  () => 'a.'.repeat(10_000),
  () => ' '.repeat(30_000),
  () => 'x'.repeat(200_000),
  () => '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}'.repeat(2_000),
  () => '\ud800',
  () => 'a\udfffb',
  () => '\0',
  () => 'A\u030a\u0323'.repeat(50),
  () => '\u202e\u2066fdp.exe',
  () => '../../../../etc/passwd',
  () => "'; drop table documents; --",
  () => '__proto__',
  () => 'constructor',
  () => secretMark,
  () => cycle(),
  () => sparse(),
  () => deep(2_000),
  () => polluting(),
  () => Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`key${index}`, index])),
  () => Array.from({ length: 5_000 }, () => null),
  () => ({ $ne: null }),
  () => ({ toString: 'x', valueOf: 1 }),
  () => ({ ok: true, data: secretMark }),
]

/** What structured cloning stops in the page's own process: the router does not count on it. */
const uncloneable: readonly (() => unknown)[] = [
  () => () => secretMark,
  () => Symbol(secretMark),
  () => Promise.reject(new Error(secretMark)).catch(() => undefined),
  () => new Proxy({}, { get: refuseNames, ownKeys: refuse, getOwnPropertyDescriptor: refuse }),
  () => ({
    get username(): string {
      throw new Error(secretMark)
    },
    get password(): string {
      throw new Error(secretMark)
    },
  }),
  () => ({
    toString: refuse,
    [Symbol.toPrimitive]: refuse,
    // oxlint-disable-next-line unicorn/no-thenable -- awaited by mistake, it would run
    get then(): unknown {
      return refuse()
    },
  }),
  (): unknown => Object.create({ username: 'inherited', language: 'fr', id: 'inherited' }),
  (): unknown => Object.create(null),
  () =>
    new (class Credentials {
      username = 'marie.lambert'
      password = secretMark
    })(),
  () => new WeakMap(),
]

function refuse(): never {
  // oxlint-disable-next-line no-throw-literal -- on purpose: whoever catches it may not count on an error
  throw secretMark
}

/** fast-check itself asks each value for a symbol. */
function refuseNames(_target: object, name: PropertyKey): unknown {
  return typeof name === 'symbol' ? undefined : refuse()
}

/** One of all that is hostile; the first half passes from process to process. */
export const hostileValues: fc.Arbitrary<unknown> = fc
  .oneof(
    { weight: 6, arbitrary: fc.constantFrom(...cloneable) },
    { weight: 1, arbitrary: fc.constantFrom(...uncloneable) },
    {
      weight: 2,
      arbitrary: fc.anything({ withBigInt: true, withDate: true }).map((one) => () => one),
    },
  )
  .map((make) => make())
