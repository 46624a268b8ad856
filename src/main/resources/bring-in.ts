/** What `GET /v1/changes` tells of, brought into what is kept: rows, single answers, answers by question. */
import { failure, success, type Result } from '../../shared/contract/result.ts'
import { readList } from '../store/list-fillings.ts'
import { allRows } from '../store/lists.ts'
import type { Db } from '../store/schema.ts'
import type { Due } from './changes.ts'
import type { Documents } from './documents.ts'
import { isNoLongerTheirs } from './freshness.ts'
import type { Keepers } from './keepers.ts'
import { bringInQuestions, removeAnswers, type FollowedQuestions } from './kept-questions.ts'
import type { List } from './list.ts'
import type { Lists } from './lists.ts'
import type { Resource } from './resource.ts'

/**
 * Refreshes what is due of a resource, and tells the page of it.
 * @param options.questions resources of which answers to several questions are kept
 * @param options.onChanged told under which names what is kept is to be looked at again
 */
export function createBringIn(options: {
  readonly resources: readonly Resource<unknown>[]
  readonly lists: readonly List<unknown>[]
  readonly questions: readonly FollowedQuestions[]
  readonly documents: Documents
  readonly rows: Pick<Lists, 'bringIn'>
  readonly person: Keepers['person']
  readonly holderFor: Keepers['holderFor']
  readonly onChanged: (names: string[]) => void
}): (db: Db, name: string, due: Due) => Promise<Result<null>> {
  const { documents, rows, person, holderFor, onChanged } = options

  /** Of what is kept by question; answers what is to be looked at again. */
  async function bringInAnswers(name: string, due: Due): Promise<string[]> {
    const changed: string[] = []
    for (const questions of options.questions) {
      const holder = questions.changes === name ? holderFor(questions.resource) : null
      // oxlint-disable-next-line no-await-in-loop -- a few, and all of one store
      if (holder !== null && (await bringInQuestions({ questions, due, holder, documents }))) {
        changed.push(questions.resource.name)
      }
    }
    return changed
  }

  /** What answers are told of, where this list says it; nothing of any other list. */
  async function grantedIn(db: Db, name: string): Promise<string[]> {
    if (!options.questions.some((one) => one.grantedIn === name)) return []
    const kept = await readList(db, name)
    if (kept === null) return []
    return (await allRows(db, { list: name, filling: kept.filling })).map(({ id }) => id)
  }

  /** Something of this list is theirs no more. @returns what is to be looked at again */
  async function removeUnder(name: string): Promise<string[]> {
    const under = options.questions.filter((one) => one.grantedIn === name)
    for (const questions of under) {
      const holder = holderFor(questions.resource)
      // oxlint-disable-next-line no-await-in-loop -- a few, and all of one store
      if (holder !== null) await removeAnswers({ questions, holder, documents })
    }
    return under.map(({ resource }) => resource.name)
  }

  async function single(name: string): Promise<Result<unknown> | undefined> {
    const resource = options.resources.find((one) => one.name === name)
    const holder = resource === undefined ? null : holderFor(resource)
    if (resource === undefined || holder === null) return undefined
    return documents.fresh({ resource, params: {}, holder })
  }

  return async (db, name, due) => {
    const owner = await person()
    if (owner?.db !== db) return failure({ code: 'unauthenticated' })
    const list = options.lists.find((one) => one.name === name)
    const granted = await grantedIn(db, name)
    const result = list === undefined ? await single(name) : await rows.bringIn(owner, list, due)
    const left = new Set(await grantedIn(db, name))
    const ended = granted.some((id) => !left.has(id)) ? await removeUnder(name) : []
    const asked = await bringInAnswers(name, due)
    const changed = [
      ...(result?.ok === true && list !== undefined ? [name] : []),
      ...asked,
      ...ended,
    ]
    if (list?.news !== undefined && list.news !== null) changed.push('news')
    if (changed.length > 0) onChanged(changed)
    // What this version does not know, and what is no longer theirs, is dealt with.
    const isDone = result === undefined || result.ok || isNoLongerTheirs(result.error)
    return isDone ? success(null) : failure(result.error)
  }
}
