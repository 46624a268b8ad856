/**
 * Edits of something that has versions: what a field was when the person saw it, and what they made of
 * it. Two that were never sent become one; one that meets changes from elsewhere is merged by field.
 */
import { editSchema, type Edit } from '../../shared/contract/offline/outbox.ts'
import { changedFields, mergeEdits, type FlatValues } from '../../shared/identity/merge-edits.ts'

export type VersionedEdit = Extract<Edit, { readonly version: string }>

type Fields = Readonly<Record<string, unknown>>

/** What an edit is beside the present state of what it edits. */
export type MergedEdit =
  /** To be sent for the present version: of the edit what is not there already. */
  | { readonly kind: 'send'; readonly edit: Edit }
  /** All of it is there already. */
  | { readonly kind: 'settled' }
  /** Both sides have changed these fields, to different values. */
  | { readonly kind: 'conflict'; readonly fields: readonly string[] }

/** Whether it names the version that it is meant for. */
export function isVersioned(edit: Edit): edit is VersionedEdit {
  return 'version' in edit
}

/**
 * Merges `edit` into what the portal has by now. What only one side has changed is taken over, what both
 * have changed alike is settled.
 */
export function mergeWithCurrent(
  edit: VersionedEdit,
  current: Fields,
  version: string,
): MergedEdit {
  const fields = Object.keys(edit.changes)
  const mine = flat(fields, edit.changes)
  const theirs = flat(fields, current)
  const { conflicts } = mergeEdits(fields, { base: flat(fields, edit.base), mine, theirs })
  if (conflicts.length > 0) return { kind: 'conflict', fields: conflicts }
  const left = changedFields(fields, theirs, mine)
  if (left.length === 0) return { kind: 'settled' }
  return {
    kind: 'send',
    edit: editOf(edit, { version, base: edit.base, changes: edit.changes }, left),
  }
}

/** What a person wants of a conflict: in `theirs` the portal's values stay, in all else their own. */
export function resolveConflict(
  edit: VersionedEdit,
  theirs: readonly string[],
  current: Fields,
  version: string,
): Edit | null {
  const kept = Object.keys(edit.changes).filter((field) => !theirs.includes(field))
  // They have seen what is there by now, and want it otherwise.
  const left = changedFields(kept, flat(kept, current), flat(kept, edit.changes))
  if (left.length === 0) return null
  return editOf(edit, { version, base: current, changes: edit.changes }, left)
}

/** Two edits that were never sent as one; null where the later one takes the earlier one back. */
export function mergeUnsent(former: VersionedEdit, later: VersionedEdit): Edit | null {
  const base: Fields = { ...later.base, ...former.base }
  const changes: Fields = { ...former.changes, ...later.changes }
  const fields = Object.keys(changes)
  const left = changedFields(fields, flat(fields, base), flat(fields, changes))
  return left.length === 0 ? null : editOf(former, { version: former.version, base, changes }, left)
}

/** `edit` once an earlier one, on whose values it was made, is gone without having been taken. */
export function withoutEarlier(edit: VersionedEdit, gone: VersionedEdit): Edit {
  const before: Fields = gone.base
  const made: Fields = gone.changes
  const seen: Fields = edit.base
  const built = Object.keys(seen).filter((field) => field in made && seen[field] === made[field])
  const base = { ...seen, ...Object.fromEntries(built.map((field) => [field, before[field]])) }
  return editSchema.parse({ ...edit, base })
}

function editOf(
  { kind }: VersionedEdit,
  { version, base, changes }: { version: string; base: Fields; changes: Fields },
  fields: readonly string[],
): Edit {
  const only = (values: Fields) =>
    Object.fromEntries(fields.filter((one) => one in values).map((one) => [one, values[one]]))
  return editSchema.parse({ kind, version, base: only(base), changes: only(changes) })
}

/** As forms hold them: an empty text is kept as none. */
function flat(fields: readonly string[], values: Fields): FlatValues {
  return Object.fromEntries(fields.map((field) => [field, flatValue(values[field])]))
}

function flatValue(value: unknown): string | boolean {
  return typeof value === 'string' || typeof value === 'boolean' ? value : ''
}
