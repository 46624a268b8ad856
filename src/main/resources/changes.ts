/**
 * Follows `GET /v1/changes`: what is kept is refreshed where the portal says that it changed, and only
 * there. The cursor and what it told of are kept together, so that a crash or a failure between loses
 * no change: it stays noted until it was brought in.
 */
import { z } from 'zod'
import { changeResources, type Change } from '../../shared/contract/portal/changes.ts'
import { failure, success, type Result } from '../../shared/contract/result.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import type { SessionService } from '../session/session-service.ts'
import { parseJson, type Db } from '../store/schema.ts'
import type { ListChanges } from './list-filling.ts'

/** What is to be refreshed of a resource: rows of a list, or all of it. */
export type Due = { readonly kind: 'all' } | ({ readonly kind: 'rows' } & ListChanges)

export type Changes = {
  /**
   * Learns what changed since the last time, and brings it in; one at a time. Fails where not all of
   * it could be: the rest is tried again the next time.
   */
  readonly follow: (db: Db) => Promise<Result<null>>
  /** Of `follow`, the time of the last that brought in all, in ms since 1970; null where none did. */
  readonly followedAt: (db: Db) => Promise<number | null>
}

const cursorFact = 'changes.cursor'
const followedFact = 'changes.followed_at'
const duePrefix = 'changes.due.'

/** Beyond these a list is read anew. */
const mostIds = 2_000
/** More than one person's changes ever are between two times. */
const mostPages = 1_000

const idsSchema = z.array(z.string())
const dueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('rows'), ids: idsSchema, deleted: idsSchema }),
])

/**
 * @param options.bringIn refreshes what is due of a resource
 * @param options.isLong whether that may take minutes: it comes after the others
 * @param options.isCurrent whether the store is still that of who is signed in
 */
export function createChanges(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly bringIn: (db: Db, resource: string, due: Due) => Promise<Result<null>>
  readonly isLong: (resource: string) => boolean
  readonly isCurrent: (db: Db) => Promise<boolean>
}): Changes {
  const { client, session, bringIn, isLong, isCurrent } = options
  const underWay = new WeakMap<Db, Promise<Result<null>>>()

  /** The pages since `since`, to the last; each is noted before the next is asked for. */
  async function learn(db: Db, since: string | null): Promise<Result<null>> {
    let cursor = since
    const seen = new Set([since])
    for (let pages = 0; pages < mostPages; pages += 1) {
      const query = cursor === null ? {} : { since: cursor }
      // oxlint-disable-next-line no-await-in-loop -- each page names the next
      const page = await session.authorized((token) => client.call('changes', { token, query }))
      if (!page.ok) return page
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (!(await isCurrent(db))) return failure({ code: 'unauthenticated' })
      const { items, nextCursor, hasMore } = page.data
      // Pages that lead back to where one was never end.
      if (hasMore && seen.has(nextCursor)) break
      seen.add(nextCursor)
      cursor = nextCursor
      // Who begins reads all of it once the end is known: until then there is nothing to note.
      const isBeginning = since === null
      const dues = isBeginning ? (hasMore ? null : everything) : duesOf(items)
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (dues !== null) await note(db, dues, nextCursor)
      if (!hasMore) return success(null)
    }
    return failure({ code: 'portal_answer_invalid' })
  }

  async function learnFrom(db: Db): Promise<Result<null>> {
    const since = await readFact(db, cursorFact)
    const learned = await learn(db, since)
    if (learned.ok) return learned
    const { code } = learned.error
    if (code === 'not_found') {
      // A portal that tells of no changes: then all may have changed each time.
      await note(db, everything, null)
      return success(null)
    }
    const isExpired = code === 'cursor_expired' || code === 'invalid_request'
    return isExpired && since !== null ? learn(db, null) : learned
  }

  async function workOff(db: Db): Promise<Result<null>> {
    const dues = await db
      .selectFrom('facts')
      .select(['name', 'value'])
      .where('name', 'like', `${duePrefix}%`)
      .execute()
    let result: Result<null> = success(null)
    const named = dues.map(({ name, value }) => ({
      name,
      value,
      resource: name.slice(duePrefix.length),
    }))
    named.sort((one, other) => Number(isLong(one.resource)) - Number(isLong(other.resource)))
    for (const { name, value, resource } of named) {
      const due = dueSchema.safeParse(parseJson(value))
      // oxlint-disable-next-line no-await-in-loop -- the portal is not to be crowded
      const done = await bringIn(db, resource, due.success ? due.data : { kind: 'all' })
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (!(await isCurrent(db))) return failure({ code: 'unauthenticated' })
      if (!done.ok) result = done
      // oxlint-disable-next-line no-await-in-loop -- as above
      else await db.deleteFrom('facts').where('name', '=', name).execute()
    }
    return result
  }

  async function follow(db: Db): Promise<Result<null>> {
    const learned = await learnFrom(db)
    if (!learned.ok) return learned
    const done = await workOff(db)
    if (done.ok) await writeFact(db, followedFact, String(Date.now()))
    return done
  }

  return {
    follow(db) {
      const present = underWay.get(db)
      if (present !== undefined) return present
      const following = follow(db).finally(() => underWay.delete(db))
      underWay.set(db, following)
      return following
    },
    async followedAt(db) {
      const time = Number((await readFact(db, followedFact)) ?? Number.NaN)
      return Number.isNaN(time) ? null : time
    },
  }
}

const everything: ReadonlyMap<string, Due> = new Map(
  changeResources.map((resource) => [resource, { kind: 'all' }]),
)

/** What a page tells of each resource. */
function duesOf(items: readonly Change[]): Map<string, Due> {
  const dues = new Map<string, Due>()
  for (const { resource, id, deleted } of items) {
    const due: Due =
      id === null
        ? { kind: 'all' }
        : { kind: 'rows', ids: deleted ? [] : [id], deleted: deleted ? [id] : [] }
    dues.set(resource, together(dues.get(resource), due))
  }
  return dues
}

/** What is due of both; what the later says of an id counts. */
function together(former: Due | undefined, later: Due): Due {
  if (former === undefined) return later
  if (former.kind === 'all' || later.kind === 'all') return { kind: 'all' }
  const [ids, deleted] = [new Set(former.ids), new Set(former.deleted)]
  for (const id of later.ids) {
    ids.add(id)
    deleted.delete(id)
  }
  for (const id of later.deleted) {
    deleted.add(id)
    ids.delete(id)
  }
  if (ids.size + deleted.size > mostIds) return { kind: 'all' }
  return { kind: 'rows', ids: [...ids], deleted: [...deleted] }
}

/** Notes what is due beside what was due already, and where the portal's changes go on, as one. */
async function note(db: Db, dues: ReadonlyMap<string, Due>, cursor: string | null): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const [resource, due] of dues) {
      const name = `${duePrefix}${resource}`
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      const former = dueSchema.safeParse(parseJson((await readFact(transaction, name)) ?? ''))
      const both = together(former.success ? former.data : undefined, due)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await writeFact(transaction, name, JSON.stringify(both))
    }
    if (cursor !== null) await writeFact(transaction, cursorFact, cursor)
  })
}

async function readFact(db: Db, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('facts')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value ?? null
}

async function writeFact(db: Db, name: string, value: string): Promise<void> {
  await db
    .insertInto('facts')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
