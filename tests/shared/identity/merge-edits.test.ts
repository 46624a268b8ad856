/** The rule by which edits from two sides become one. */
import { assert, constantFrom, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { changedFields, mergeEdits, pick } from '../../../src/shared/identity/merge-edits.ts'

const fields = ['name', 'country', 'alerts'] as const
// Few values, so that both sides often change the same field, also to the same value.
const values = record({
  name: constantFrom('a', 'b', 'c'),
  country: constantFrom('', 'BE', 'FR'),
  alerts: constantFrom(true, false),
})
const edits = record({ base: values, mine: values, theirs: values })

test('every change of either side is in the result, and nothing else', () => {
  assert(
    property(edits, ({ base, mine, theirs }) => {
      const { merged } = mergeEdits(fields, { base, mine, theirs })
      for (const field of fields) {
        const own = mine[field] !== base[field]
        expect(merged[field]).toBe(own ? mine[field] : theirs[field])
      }
    }),
  )
})

test('only what both have changed to different values is asked', () => {
  assert(
    property(edits, ({ base, mine, theirs }) => {
      const { conflicts } = mergeEdits(fields, { base, mine, theirs })
      const both = fields.filter(
        (field) =>
          mine[field] !== base[field] &&
          theirs[field] !== base[field] &&
          mine[field] !== theirs[field],
      )
      expect(conflicts).toEqual(both)
    }),
  )
})

test('it does not matter who saved first, once everything asked is chosen alike', () => {
  assert(
    property(edits, ({ base, mine, theirs }) => {
      const one = mergeEdits(fields, { base, mine, theirs })
      const other = mergeEdits(fields, { base, mine: theirs, theirs: mine })
      expect(new Set(other.conflicts)).toEqual(new Set(one.conflicts))
      const chosen = { ...one.merged, ...pick(theirs, one.conflicts) }
      expect(chosen).toEqual(other.merged)
    }),
  )
})

test('without edits of one’s own the other’s stand, and without the other’s one’s own', () => {
  assert(
    property(values, values, (base, edited) => {
      const nothing = mergeEdits(fields, { base, mine: base, theirs: edited })
      expect(nothing).toEqual({ merged: edited, conflicts: [] })
      const alone = mergeEdits(fields, { base, mine: edited, theirs: base })
      expect(alone).toEqual({ merged: edited, conflicts: [] })
      expect(pick(edited, changedFields(fields, base, edited))).toEqual(
        Object.fromEntries(
          fields.filter((field) => base[field] !== edited[field]).map((f) => [f, edited[f]]),
        ),
      )
    }),
  )
})
