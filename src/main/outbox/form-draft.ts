/**
 * What a form kept of an edit before it was handed in. It is no draft any more while the edit is in the
 * outbox, goes with it, and is one again where the form has the edit back; each within the transaction
 * that does so to the edit, so that a crash leaves what was typed in one place and never in two.
 */
import { sql } from 'kysely'
import type { Edit } from '../../shared/contract/offline/outbox.ts'
import type { Db, DocumentName } from '../store/schema.ts'
import type { EditRules } from './edit-kind.ts'

/** Which document of a form goes with an edit; null where none does. */
function draftOf(
  { draft, makes }: EditRules,
  edit: Edit,
): { readonly document: DocumentName; readonly name: string } | null {
  const name = makes?.(edit) ?? null
  return draft === null || name === null ? null : { document: draft, name }
}

/** What the form holds by now is in the edit. */
export async function markHandedIn(db: Db, rules: EditRules, edit: Edit): Promise<void> {
  const draft = draftOf(rules, edit)
  if (draft === null) return
  await db
    .updateTable('documents')
    .set({ content: sql<string>`json_set(content, '$.handedInAs', ${draft.name})` })
    .where('name', '=', draft.document)
    .where(isOfForm(draft.name))
    .execute()
}

/** A form that says which edit its draft is to become keeps it for that one. */
const isOfForm = (name: string) =>
  sql<boolean>`coalesce(json_extract(content, '$.of'), ${name}) = ${name}`

/** The edit is done, or given up: what its form kept goes with it, but nothing that was typed since. */
export async function dropHandedIn(db: Db, rules: EditRules, edit: Edit): Promise<void> {
  const draft = draftOf(rules, edit)
  if (draft === null) return
  await db
    .deleteFrom('documents')
    .where('name', '=', draft.document)
    .where(sql<string>`json_extract(content, '$.handedInAs')`, '=', draft.name)
    .execute()
}
