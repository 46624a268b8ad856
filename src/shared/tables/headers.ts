/**
 * Which column is what, by its name: case, accents and punctuation do not matter, and each reader of
 * tables has a list of the names that its columns go by in six languages.
 */
import { foldLetters } from '../rules/typed-text.ts'

/** For each field the names that its column goes by, beside the field's own. */
export type ColumnNames<Field extends string> = Readonly<Record<Field, readonly string[]>>

/** A column's name as it is compared. */
export function foldHeader(text: string): string {
  return foldLetters(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** The field that each name stands for; of a name that two fields have, the later one. */
export function fieldsByName<Field extends string>(
  fields: readonly Field[],
  names: ColumnNames<Field>,
): ReadonlyMap<string, Field> {
  const known = fields.flatMap((field) =>
    [field, ...names[field]].map((name) => [foldHeader(name), field] as const),
  )
  return new Map(known)
}

/**
 * What each column of `header` holds; null for one with another name, and for a second one of the same
 * field.
 * @param more what several columns may hold, by the name as it is written
 */
export function guessColumns<Field extends string>(
  header: readonly string[],
  known: ReadonlyMap<string, Field>,
  more: (name: string) => Field | null = () => null,
): (Field | null)[] {
  const taken = new Set<Field>()
  return header.map((name) => {
    const field = known.get(foldHeader(name)) ?? null
    if (field === null) return more(name)
    if (taken.has(field)) return null
    taken.add(field)
    return field
  })
}

/** By what a table is known again: the names of its columns, in their order. */
export function shapeOf(header: readonly string[]): string {
  return header.map(foldHeader).join('|')
}
