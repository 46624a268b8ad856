/** What must be true of edits, whatever goes wrong: a simple account of what the person did. */
import { expect } from 'vitest'
import type { Change, Truth } from './edit-portal.ts'

type Own = {
  readonly value: string | boolean
  /** What the person was told: kept, or theirs again. */
  fate: 'kept' | 'back' | 'given up'
}

export type EditModel = {
  /** A value that nobody has used before. */
  readonly fresh: (of: string) => string
  readonly made: (of: string, value: string | boolean, fate: Own['fate']) => void
  /** The person gave these up, or let the other side's stand. */
  readonly giveUp: (of: string) => void
  readonly giveUpAll: () => void
  /** Of writes that are each one thing that is made: a name for all that one form hands in. */
  readonly thing: (name: string) => (value: string, fate: Own['fate']) => void
  /**
   * @param left what is refused and still in the outbox: it is where its person finds it
   * @param truth what the portal holds once everything has been sent
   * @param changes every change that was made of it, where that is known
   */
  readonly check: (
    truth: Truth,
    changes: readonly Change[] | null,
    left?: ReadonlySet<string>,
  ) => void
}

function giveUp(all: readonly Own[]): void {
  for (const one of all) if (one.fate === 'kept') one.fate = 'given up'
}

export function createEditModel(): EditModel {
  const own = new Map<string, Own[]>()
  const things = new Map<string, Own[]>()
  let values = 0
  const of = (name: string) => own.get(name) ?? []

  function checkNotTwice(name: string, made: readonly Own[], done: readonly Change[]): void {
    // No write is done twice: there are no more of them than the person made,
    expect(done.length, `writes of ${name}`).toBeLessThanOrEqual(made.length)
    // and they are in the order in which they were made.
    const order = done.map(({ to }) => made.findIndex(({ value }) => value === to))
    if (typeof made[0]?.value === 'string') {
      expect(order, `order of ${name}`).toEqual([...new Set(order)].toSorted((a, b) => a - b))
    }
    const back = made.filter(({ fate }) => fate === 'back').map(({ value }) => value)
    if (typeof made[0]?.value === 'string') {
      for (const { to } of done) expect(back, `${name} that the form has again`).not.toContain(to)
    }
  }

  function checkMadeOnce(changes: readonly Change[], left: ReadonlySet<string>): void {
    for (const [name, handedIn] of things) {
      const is = ({ value }: Own) => changes.filter(({ to }) => to === value).length
      const count = handedIn.reduce((sum, one) => sum + is(one), 0)
      expect(count, `made of ${name}`).toBeLessThanOrEqual(1)
      for (const one of handedIn) {
        if (one.fate === 'back') expect(is(one), `${one.value}, in the form again`).toBe(0)
      }
      const last = handedIn.at(-1)
      if (last?.fate !== 'kept' || left.has(String(last.value))) continue
      expect(is(last), `${last.value}, the last of ${name}`).toBe(1)
    }
  }

  return {
    thing: (name) => (value, fate) =>
      void things.set(name, [...(things.get(name) ?? []), { value, fate }]),
    fresh(name) {
      values += 1
      return `${name}${values}`
    },
    made: (name, value, fate) => own.set(name, [...of(name), { value, fate }]),
    giveUp: (name) => giveUp([...of(name), ...(things.get(name) ?? [])]),
    giveUpAll: () => giveUp([...own.values(), ...things.values()].flat()),
    check(truth, changes, left = new Set()) {
      if (changes !== null) checkMadeOnce(changes, left)
      const holds = new Map<string, string | boolean | null>([
        ['firstName', truth.firstName],
        ['lastName', truth.lastName],
        ...Object.entries(truth.marks),
      ])
      for (const [name, made] of own) {
        const kept = made.filter(({ fate }) => fate !== 'back')
        const last = kept.at(-1)
        const done = changes?.filter((change) => change.of === name && change.by === 'here')
        if (done !== undefined) checkNotTwice(name, made, done)
        if (last?.fate !== 'kept') continue
        // No write is lost: the last that was kept has got there.
        if (done === undefined || typeof last.value === 'boolean') {
          const isTheirs = changes === null && typeof last.value === 'string'
          if (!isTheirs) expect(holds.get(name), `the last of ${name}`).toBe(last.value)
        } else {
          expect(done.at(-1)?.to, `the last of ${name}`).toBe(last.value)
        }
      }
    },
  }
}
