/** What becomes of one's own edits where someone else has saved in between; pure. */

/** A form's values, each comparable by itself. */
export type FlatValues = Readonly<Record<string, string | boolean>>

export type Merge<Values extends FlatValues> = {
  /** Both sides' changes; where they conflict, one's own. */
  readonly merged: Values
  /** What both sides have changed, and to different values: the person must choose. */
  readonly conflicts: readonly (keyof Values)[]
}

/**
 * Merges by field. What only one side has changed since `base` is taken over; what both have changed
 * alike is settled.
 */
export function mergeEdits<Values extends FlatValues>(
  fields: readonly (keyof Values)[],
  { base, mine, theirs }: { readonly base: Values; readonly mine: Values; readonly theirs: Values },
): Merge<Values> {
  const own = changedFields(fields, base, mine)
  const other = new Set(changedFields(fields, base, theirs))
  return {
    merged: { ...theirs, ...pick(mine, own) },
    conflicts: own.filter((field) => other.has(field) && mine[field] !== theirs[field]),
  }
}

/** The fields in which the two differ. */
export function changedFields<Values extends FlatValues>(
  fields: readonly (keyof Values)[],
  before: Values,
  after: Values,
): (keyof Values)[] {
  return fields.filter((field) => before[field] !== after[field])
}

/** Only these fields of `values`. */
export function pick<Values extends FlatValues>(
  values: Values,
  fields: readonly (keyof Values)[],
): Partial<Values> {
  const picked: Partial<Values> = {}
  for (const field of fields) picked[field] = values[field]
  return picked
}
