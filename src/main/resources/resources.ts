/**
 * The one way for a screen to have data: what is kept of it at once, and what the portal says as soon
 * as it does. A screen waits for the portal only where nothing is kept.
 */
import { endpoints, type EndpointName } from '../../shared/contract/endpoints.ts'
import type { Edit } from '../../shared/contract/offline/outbox.ts'
import { failure, success, type Result } from '../../shared/contract/result.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import { grantedServices } from '../session/session-owner.ts'
import type { SessionService } from '../session/session-service.ts'
import { refusalOf } from '../session/session-state.ts'
import type { Row } from '../store/lists.ts'
import type { Db } from '../store/schema.ts'
import type { PersonStore, Store } from '../store/store.ts'
import { createBringIn } from './bring-in.ts'
import { createChanges } from './changes.ts'
import type { FollowedQuestions } from './kept-questions.ts'
import { createPickRows, type PickRows } from './picked-rows.ts'
import { createDocuments, nameOf, type Question } from './documents.ts'
import { createEditsInKept } from './edits-in-kept.ts'
import type { List } from './list.ts'
import { createListFilling } from './list-filling.ts'
import { createLists, type ShownPage, type ShownRow } from './lists.ts'
import { createKeepers } from './keepers.ts'
import { createRefreshes, type RefreshEnd } from './refreshes.ts'
import type { Credentials, Params, Resource, Shown } from './resource.ts'
import { createWindows, type Windows } from './windows/windows.ts'

export type Resources = {
  /**
   * What is kept, at once; a refresh follows behind where it is due, and `resource.changed` tells where
   * that made it another. Where nothing is kept, what the portal answers.
   */
  readonly read: <Data, Input extends Params>(
    resource: Resource<Data, Input>,
    params: Input,
  ) => Promise<Result<Shown<Data>>>
  /** As `read`, of what is kept alone; null where nothing is. */
  readonly last: <Data, Input extends Params>(
    resource: Resource<Data, Input>,
    params: Input,
  ) => Promise<Shown<Data> | null>
  /** As `read`, but as the portal has it now: for what cannot be done without it anyway. */
  readonly fresh: <Data, Input extends Params>(
    resource: Resource<Data, Input>,
    params: Input,
  ) => Promise<Result<Shown<Data>>>
  /** A page of a list; the first where `cursor` is null. */
  readonly readPage: <Item>(
    list: List<Item>,
    cursor: string | null,
  ) => Promise<Result<ShownPage<Item>>>
  /** A row of a list as it is kept; null where it is not. */
  readonly findRow: <Item>(list: List<Item>, id: string) => Promise<ShownRow<Item> | null>
  /** Rows that belong together, as far as they are kept. */
  readonly pickRows: PickRows
  /** Any rows of a long list, in any order, searched and filtered; as far as they are kept. */
  readonly windows: Pick<Windows, 'read' | 'neighbours' | 'parts'>
  /** How often the rows of a list have become other ones since the app began: what follows from them is old then. */
  readonly revisionOf: (list: List<unknown>) => number
  /** What is neither an answer nor a list of the portal's, in the store of who is signed in. */
  readonly inStore: <Data>(
    work: (db: Db, person: PersonStore) => Promise<Data>,
  ) => Promise<Result<Data>>

  /** Keeps what the portal answered to a write. */
  readonly keep: <Data, Input extends Params>(
    resource: Resource<Data, Input>,
    params: Input,
    answer: { readonly data: Data; readonly version: string | null },
  ) => Promise<void>
  /** Brings what a write did into what is kept, until the portal has told all that it did. */
  readonly revise: <Data, Input extends Params>(
    resource: Resource<Data, Input>,
    params: Input,
    how: (data: Data) => Data,
  ) => Promise<void>
  /** A write has changed these: the portal is asked for them behind. */
  readonly refresh: (changed: readonly (Resource<unknown> | List<unknown>)[]) => Promise<void>
  /** Rows that a write removed; all but `except` where no ids are given. */
  readonly removeRows: (
    list: List<unknown>,
    which: { readonly ids: readonly string[] } | { readonly except: (row: Row) => boolean },
  ) => Promise<void>
  /**
   * The portal has `edit`, which waits no longer: what is kept is what it is after it and its answer.
   * @param db of whose edit it is; a transaction, where that is to be one with the end of its waiting
   */
  readonly absorb: (db: Db, owner: string, edit: Edit, answer: unknown) => Promise<void>
  /** The portal has answered these edits: it is asked behind for what they show in. */
  readonly refreshAfter: (edits: readonly Edit[]) => Promise<void>
  /** An edit waits from now on, or no longer: what shows it is another. */
  readonly editsChanged: (edits: readonly Edit[]) => void

  /** Brings all that is kept up to date by `GET /v1/changes`; of who is signed in. */
  readonly sync: () => Promise<Result<null>>
  /** When `sync` last brought in all, in ms since 1970 by this computer's clock; null where it never did. */
  readonly syncedAt: () => Promise<number | null>
  /** What failed for want of the portal is asked for again. */
  readonly retryFailed: () => void
  /** What the portal said before may no longer hold: the computer slept. */
  readonly doubtAll: () => void
  /** Somebody signed in or out: what is under way for who was there lands nowhere. */
  readonly beginSession: () => void
  /** Whether anything is being asked for. */
  readonly busy: () => boolean
  /** For the end of the app: nothing is asked for by itself any more. */
  readonly close: () => void
  /** Resolves when nothing is. */
  readonly settled: () => Promise<void>
}

export type ResourcesOptions = {
  readonly client: PortalClient
  readonly session: SessionService
  readonly store: Store
  /** All that `sync` brings up to date, and that edits show in. */
  readonly resources: readonly Resource<unknown>[]
  readonly lists: readonly List<unknown>[]
  /** What `sync` brings up to date of what is kept by question. */
  readonly questions?: readonly FollowedQuestions[]
  /** What `owner` did here that the portal does not have yet, in order. */
  readonly waiting: (owner: string) => Promise<readonly Edit[]>
  /** Whether it is worth asking behind what is shown: not while the portal is away. */
  readonly isReachable: () => boolean
  /** Tells the page that what is kept under these names is another. */
  readonly onChanged: (names: string[]) => void
  /** Told when `busy` changes. */
  readonly onBusy: () => void
  /** Told what the store threw, where an answer could not be kept. */
  readonly onStoreFailure: (error: unknown) => void
  /** Told what a refresh threw for another reason. */
  readonly onMistake: (error: unknown) => void
}

/** The resources of who is signed in, and those that everybody may read. */
export function createResources(options: ResourcesOptions): Resources {
  const { client, session, isReachable: mayAsk } = options
  const { person, isCurrent, holderFor, inRows, beginSession } = createKeepers(options)
  /** What a page was last shown as being refreshed, or as failed: the end of that is told. */
  const toldUnfinished = new Set<string>()
  const onShown = (key: string) => void toldUnfinished.add(key)
  const refreshes = createRefreshes({ ...options, mayAsk, onEnd })
  const waiting = async (owner: string | null) => (owner === null ? [] : options.waiting(owner))
  const documents = createDocuments({ client, refreshes, authorized, waiting, mayAsk, onShown })
  const revisions = new Map<string, number>()
  function onRows(list: string, added: number | null): void {
    revisions.set(list, (revisions.get(list) ?? 0) + 1)
    windows.touch(list, added)
  }
  const filling = createListFilling({ isCurrent, onRows })
  const isLong = (name: string) =>
    options.lists.some((list) => list.name === name && !list.isNewestFirst)
  const changes = createChanges({
    client,
    session,
    bringIn: (db, name, due) => bringIn(db, name, due),
    isLong,
    isCurrent,
  })
  const lists = createLists({
    client,
    refreshes,
    filling,
    inRows,
    authorized: asUser,
    follow: ({ db }) => changes.follow(db),
    waiting: options.waiting,
    mayAsk,
    onShown,
    onRows,
  })
  const windows = createWindows({
    ...options,
    inRows,
    lists,
    onChanged: (list) => options.onChanged([list]),
  })
  const bringIn = createBringIn({
    ...options,
    questions: options.questions ?? [],
    documents,
    rows: lists,
    person,
    holderFor,
  })

  function onEnd(key: string, { result, failedBefore }: RefreshEnd): void {
    if (result.ok && result.data.hasMore) return
    const wasUnfinished = toldUnfinished.delete(key)
    const changed = result.ok ? result.data.changed || failedBefore : !failedBefore
    if (wasUnfinished || changed) options.onChanged([nameOf(key)])
  }

  function asUser<Data>(call: (credentials: Credentials) => Promise<Result<Data>>) {
    const services = grantedServices(session.view())
    return session.authorized((token) => call({ token, services }))
  }

  function authorized<Data>(
    { endpoint }: { readonly endpoint: EndpointName },
    call: (credentials: Credentials) => Promise<Result<Data>>,
  ): Promise<Result<Data>> {
    return endpoints[endpoint].access === 'open' ? call({}) : asUser(call)
  }

  async function ask<Data, Input extends Params, Answer>(
    resource: Resource<Data, Input>,
    params: Input,
    work: (question: Question<Data, Input>) => Promise<Answer>,
  ): Promise<Answer | null> {
    const holder = holderFor(resource)
    return holder && work({ resource, params, holder })
  }

  async function sync(): Promise<Result<null>> {
    return inRows(async (owner) => {
      const result = await changes.follow(owner.db)
      if (!result.ok) return result
      const followed = options.lists.filter(({ isFollowed }) => isFollowed)
      await Promise.all(followed.map((list) => lists.confirm(owner, list)))
      return result
    })
  }

  async function refresh(changed: readonly (Resource<unknown> | List<unknown>)[]): Promise<void> {
    const owner = await person()
    for (const one of changed) {
      if (!('askPage' in one)) {
        // oxlint-disable-next-line no-await-in-loop -- only looks where it is kept
        await ask(one, {}, async (question) => documents.refresh(question))
      } else if (owner !== null) lists.refresh(owner, one)
    }
  }

  const edits = createEditsInKept({ ...options, documents, rows: lists })
  const nobody = () => failure(refusalOf(session.view()) ?? { code: 'unauthenticated' })
  return {
    read: async (resource, params) => (await ask(resource, params, documents.read)) ?? nobody(),
    last: (resource, params) => ask(resource, params, documents.last),
    fresh: async (resource, params) => (await ask(resource, params, documents.fresh)) ?? nobody(),
    readPage: (list, cursor) => inRows((owner) => lists.readPage(owner, list, cursor)),
    async findRow(list, id) {
      const row = await inRows(async (owner) => success(await lists.findRow(owner, list, id)))
      return row.ok ? row.data : null
    },
    pickRows: createPickRows({ ...options, inRows, lists }),
    windows,
    revisionOf: ({ name }) => revisions.get(name) ?? 0,
    inStore: (work) => inRows(async (owner) => success(await work(owner.db, owner))),
    async keep(resource, params, answer) {
      await ask(resource, params, (question) => documents.keep(question, answer))
    },
    async revise(resource, params, how) {
      await ask(resource, params, (question) => documents.revise(question, how))
    },
    refresh,
    async removeRows(list, which) {
      await inRows(async (owner) => success(await lists.removeRows(owner, list, which)))
    },
    absorb: edits.absorb,
    refreshAfter: (answered) => refresh([...new Set(answered.flatMap(edits.showsIn))]),
    editsChanged(changed) {
      const names = new Set(changed.flatMap(edits.showsIn).map(({ name }) => name))
      if (names.size > 0) options.onChanged([...names])
    },
    sync,
    async syncedAt() {
      const at = await inRows(async ({ db }) => success(await changes.followedAt(db)))
      return at.ok ? at.data : null
    },
    retryFailed: refreshes.retryFailed,
    doubtAll: refreshes.doubt,
    beginSession() {
      beginSession()
      windows.reset()
      toldUnfinished.clear()
      refreshes.reset()
    },
    busy: refreshes.busy,
    close: refreshes.close,
    settled: refreshes.settled,
  }
}
