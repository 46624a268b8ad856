/** Edits that the portal has: what is kept becomes what it is after them. */
import type { Edit } from '../../shared/contract/offline/outbox.ts'
import { personKey } from '../store/person.ts'
import type { Db } from '../store/schema.ts'
import { holderIn } from './answer-holder.ts'
import type { Documents } from './documents.ts'
import type { List } from './list.ts'
import type { Lists } from './lists.ts'
import type { Resource } from './resource.ts'

export type EditsInKept = {
  /** What an edit shows in. */
  readonly showsIn: (edit: Edit) => readonly (Resource<unknown> | List<unknown>)[]
  /** As `Resources.absorb`. */
  readonly absorb: (db: Db, owner: string, edit: Edit, answer: unknown) => Promise<void>
}

/** @param options.rows what brings edits into the rows of lists */
export function createEditsInKept(options: {
  readonly resources: readonly Resource<unknown>[]
  readonly lists: readonly List<unknown>[]
  readonly documents: Documents
  readonly rows: Lists
}): EditsInKept {
  const { documents, rows } = options

  return {
    showsIn: (edit) => [
      ...options.resources.filter((resource) => shows(resource, edit)),
      ...options.lists.filter((list) => shows(list, edit)),
    ],
    async absorb(db, owner, edit, answer) {
      const holder = holderIn(db, personKey(owner))
      for (const resource of options.resources.filter((one) => shows(one, edit))) {
        const lay = (data: unknown) => resource.show(data, [edit]) ?? data
        // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
        await documents.revise({ resource, params: {}, holder }, lay)
      }
      for (const list of options.lists.filter((one) => shows(one, edit))) {
        // oxlint-disable-next-line no-await-in-loop -- as above
        await rows.absorb(db, list, edit, answer)
      }
    },
  }
}

function shows({ edits }: Pick<Resource<unknown>, 'edits'>, { kind }: Edit): boolean {
  return edits.includes(kind)
}
