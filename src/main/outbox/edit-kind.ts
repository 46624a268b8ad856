/**
 * What the outbox has to know of a kind of edit. Each is declared beside the service that makes it
 * (`…-edits.ts`), and put together in one table: a kind that is missing does not compile.
 */
import type { EndpointName } from '../../shared/contract/endpoints.ts'
import type { Edit, EditKind } from '../../shared/contract/offline/outbox.ts'
import type { DocumentName } from '../store/schema.ts'

export type EditOf<Kind extends EditKind> = Extract<Edit, { readonly kind: Kind }>

/** The request that an edit becomes. It is fixed at the first sending, whatever is edited later. */
export type WriteRequest = {
  readonly endpoint: EndpointName
  readonly params: Readonly<Record<string, string>>
  /** Null where the endpoint takes none. */
  readonly body: Readonly<Record<string, unknown>> | null
}

type EditDeclaration<Kind extends EditKind> = {
  readonly kind: Kind
  /** What edits are sent in order of: those of different ones do not wait for each other. */
  readonly resource: (edit: EditOf<Kind>) => string
  readonly request: (edit: EditOf<Kind>) => WriteRequest
  /** Of edits that name a version: under which name the store keeps what the endpoint answers. */
  readonly answer?: string
  /**
   * Of edits that make something new at the portal: the name that this computer gave it; null where it
   * gave none. The same write handed in again, by a second click, is the one that waits. Under a name it
   * is the one that was sent, too; and another under that name takes the place of what waits.
   */
  readonly makes?: (edit: EditOf<Kind>) => string | null
  /** Of edits with such a name: the document in which their form keeps what is typed. */
  readonly draft?: DocumentName
  /** The files that are kept with it, by their ids. */
  readonly attached?: (edit: EditOf<Kind>) => readonly string[]
  /** Which of them goes with the request: its body’s `content`, in base64. */
  readonly content?: (edit: EditOf<Kind>) => string
  /** What is to be sent once the portal has this one, made of its answer. */
  readonly next?: (edit: EditOf<Kind>, answer: unknown) => readonly Edit[]
  /** Two that were never sent as one; null where the later one takes the earlier one back. */
  readonly merge: (former: EditOf<Kind>, later: EditOf<Kind>) => Edit | null
}

/** A declaration for whoever does not know which kind an edit is of. */
export type EditRules = {
  readonly answer: string | null
  readonly resource: (edit: Edit) => string
  readonly request: (edit: Edit) => WriteRequest
  /** Null for edits that make nothing. */
  readonly makes: ((edit: Edit) => string | null) | null
  /** Null for edits whose form keeps nothing that goes with them. */
  readonly draft: DocumentName | null
  readonly attached: (edit: Edit) => readonly string[]
  /** Null where no file goes with its request. */
  readonly content: (edit: Edit) => string | null
  readonly next: (edit: Edit, answer: unknown) => readonly Edit[]
  readonly merge: (former: Edit, later: Edit) => Edit | null
}

/** One for each kind. */
export type EditKinds = { readonly [Kind in EditKind]: EditRules }

/**
 * Declares a kind of edit. The rules that come of it throw a `TypeError` for an edit of another kind.
 */
export function editKind<Kind extends EditKind>(declaration: EditDeclaration<Kind>): EditRules {
  const isOwn = (edit: Edit): edit is EditOf<Kind> => edit.kind === declaration.kind
  function own(edit: Edit): EditOf<Kind> {
    if (isOwn(edit)) return edit
    throw new TypeError(`an edit of kind ${edit.kind} where ${declaration.kind} belongs`)
  }
  const { makes } = declaration
  return {
    answer: declaration.answer ?? null,
    draft: declaration.draft ?? null,
    makes: makes === undefined ? null : (edit) => makes(own(edit)),
    attached: (edit) => declaration.attached?.(own(edit)) ?? [],
    content: (edit) => declaration.content?.(own(edit)) ?? null,
    next: (edit, answer) => declaration.next?.(own(edit), answer) ?? [],
    resource: (edit) => declaration.resource(own(edit)),
    request: (edit) => declaration.request(own(edit)),
    merge: (former, later) => declaration.merge(own(former), own(later)),
  }
}
