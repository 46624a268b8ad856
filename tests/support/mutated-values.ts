/** Valid values with something wrong in them, anywhere: a member replaced, left out, added, nested. */
import { isProxy } from 'node:util/types'
import * as fc from 'fast-check'

type Change =
  | { readonly kind: 'replace'; readonly by: unknown }
  | { readonly kind: 'remove' }
  | { readonly kind: 'add'; readonly key: string; readonly value: unknown }
  | { readonly kind: 'wrap' }
  | { readonly kind: 'repeat'; readonly times: number }

/** An object or a list, and the name or number in it that something has. */
type Place = { readonly holder: object; readonly key: PropertyKey }

/** Names that JavaScript itself gives a meaning to. */
export const specialKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  '',
  '0',
] as const

/**
 * `valid` with one to three changes.
 * @param leaves what stands in the place of what belongs there; each of its own, as it may be changed
 */
export function mutatedValues(
  valid: fc.Arbitrary<unknown>,
  leaves: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const changes: fc.Arbitrary<Change> = fc.oneof(
    fc.record({ kind: fc.constant('replace' as const), by: leaves }),
    fc.constant({ kind: 'remove' } as const),
    fc.record({
      kind: fc.constant('add' as const),
      key: fc.oneof(fc.constantFrom(...specialKeys), fc.string({ maxLength: 12 })),
      value: leaves,
    }),
    fc.constant({ kind: 'wrap' } as const),
    fc.record({ kind: fc.constant('repeat' as const), times: fc.constantFrom(2, 100, 5_000) }),
  )
  const placed = fc.tuple(fc.nat(1_000), changes)
  return fc.tuple(valid, fc.array(placed, { minLength: 1, maxLength: 3 })).map(([value, made]) => {
    const root = { value: copyOf(value) }
    for (const [at, change] of made) apply(root, at, change)
    return root.value
  })
}

function apply(root: { value: unknown }, at: number, change: Change): void {
  const places = placesIn(root)
  const place = places[at % places.length]
  if (place === undefined) return
  const { holder, key } = place
  const present = memberOf(holder, key)
  switch (change.kind) {
    case 'replace':
      return put(holder, key, change.by)
    case 'remove':
      if (holder === root) root.value = undefined
      else Reflect.deleteProperty(holder, key)
      return
    case 'add':
      return put(isHolder(present) ? present : holder, change.key, change.value)
    case 'wrap':
      return put(holder, key, at % 2 === 0 ? [present] : { value: present })
    case 'repeat':
      return put(holder, key, repeated(present, change.times))
  }
}

/** Without running a getter. */
function memberOf(holder: object, key: PropertyKey): unknown {
  return Reflect.getOwnPropertyDescriptor(holder, key)?.value
}

/** As an own property, whatever its name: `__proto__` assigned would change the prototype. A list’s length stays. */
function put(holder: object, key: PropertyKey, value: unknown): void {
  if (Array.isArray(holder) && key === 'length') return
  Reflect.defineProperty(holder, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  })
}

/** Larger than anything takes, and no larger than a test can make by the thousand. */
const largest = 200_000

function repeated(value: unknown, times: number): unknown {
  const length = Math.min(times, Math.ceil(largest / sizeOf(value)))
  if (typeof value === 'string') return value.repeat(length)
  if (Array.isArray(value) && value.length > 0) {
    return Array.from({ length }, (_, index): unknown => value[index % value.length])
  }
  return Array.from({ length }, () => value)
}

/** About as many characters as `value` has, as far as they are worth counting. */
function sizeOf(value: unknown): number {
  const waiting = [value]
  let size = 0
  for (const one of waiting) {
    size += typeof one === 'string' ? one.length + 1 : 1
    if (isHolder(one)) waiting.push(...Object.keys(one).map((key) => memberOf(one, key)))
    if (size + waiting.length > largest) return largest
  }
  return size
}

function isHolder(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || isProxy(value)) return false
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}

/** Of a valid value, which is plain. */
function copyOf(value: unknown): unknown {
  if (!isHolder(value)) return value
  if (Array.isArray(value)) return value.map(copyOf)
  const copy = {}
  for (const [key, member] of Object.entries(value)) put(copy, key, copyOf(member))
  return copy
}

/** At most so many: large values need not be known in every corner. */
const mostPlaces = 400

function placesIn(root: object): Place[] {
  const places: Place[] = []
  const seen = new Set<object>()
  const waiting: object[] = [root]
  for (const holder of waiting) {
    if (seen.has(holder) || places.length > mostPlaces) continue
    seen.add(holder)
    for (const key of Object.keys(holder)) {
      const member = memberOf(holder, key)
      places.push({ holder, key })
      if (isHolder(member)) waiting.push(member)
    }
  }
  return places
}
