/** How the forms begin: with what the portal holds, or with what was typed over it before. */
import { z } from 'zod'
import { mergeEdits, type FlatValues } from '../../../../shared/identity/merge-edits.ts'
import type { Seen } from './use-part.ts'

export type Start<Values> = {
  /** What edits begin from. */
  readonly seen: Seen<Values>
  /** What the form shows. */
  readonly typed: Values
}

/** What was typed before and never saved, and what it was typed over. */
export type Kept<Values> = { readonly seen: Seen<Values>; readonly typed: Values }

/**
 * Puts what was typed on top of what is there now. Where someone else has since saved something
 * that conflicts with it, the edits still begin from what was seen then: saving will ask.
 */
export function startFrom<Values extends FlatValues>(
  fields: readonly (keyof Values)[],
  current: Seen<Values>,
  kept: Kept<Values> | null,
): Start<Values> {
  if (kept === null) return { seen: current, typed: current.values }
  const { merged, conflicts } = mergeEdits(fields, {
    base: kept.seen.values,
    mine: kept.typed,
    theirs: current.values,
  })
  return conflicts.length === 0 ? { seen: current, typed: merged } : kept
}

/** Null where nothing was kept, or where another version of the app kept what no longer fits. */
export function keptFrom<Values extends FlatValues>(
  schema: z.ZodType<Values>,
  draft: { readonly version: string; readonly seen: unknown } | null | undefined,
): Kept<Values> | null {
  const kept = z
    .object({ seen: schema, typed: schema })
    .safeParse({ seen: draft?.seen, typed: draft })
  if (!kept.success || draft === null || draft === undefined) return null
  return { seen: { values: kept.data.seen, version: draft.version }, typed: kept.data.typed }
}
