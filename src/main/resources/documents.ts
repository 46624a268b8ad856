/** Resources that the portal answers in one piece: kept, shown at once, refreshed behind. */
import { isDeepStrictEqual } from 'node:util'
import type { Edit } from '../../shared/contract/offline/outbox.ts'
import { failure, success, type AppError, type Result } from '../../shared/contract/result.ts'
import type { PortalClient, Versioned } from '../portal-client/portal-client.ts'
import type { AnswerHolder } from './answer-holder.ts'
import { freshnessOf, isNoLongerTheirs } from './freshness.ts'
import { paramsText, type AnswerKey, type KeptAnswer } from './kept-answers.ts'
import type { Refreshed, Refreshes } from './refreshes.ts'
import type { Credentials, Params, Resource, Shown } from './resource.ts'

/** A resource, what is asked of it, and where its answers are kept. */
export type Question<Data, Input extends Params> = {
  readonly resource: Resource<Data, Input>
  readonly params: Input
  readonly holder: AnswerHolder
}

export type Documents = {
  /** What is kept at once; where nothing is, what the portal answers. */
  readonly read: <Data, Input extends Params>(
    question: Question<Data, Input>,
  ) => Promise<Result<Shown<Data>>>
  /** What is kept; null where nothing is. Asks nobody. */
  readonly last: <Data, Input extends Params>(
    question: Question<Data, Input>,
  ) => Promise<Shown<Data> | null>
  /** Asks the portal now, and answers what it said. */
  readonly fresh: <Data, Input extends Params>(
    question: Question<Data, Input>,
  ) => Promise<Result<Shown<Data>>>
  /** It may be another by now: asked for again when it is next read. */
  readonly doubt: <Data, Input extends Params>(question: Question<Data, Input>) => void
  /** It is no longer there. */
  readonly remove: <Data, Input extends Params>(question: Question<Data, Input>) => Promise<void>
  /** Asks the portal in its turn. */
  readonly refresh: <Data, Input extends Params>(question: Question<Data, Input>) => void
  /** Keeps what the portal answered to a write. */
  readonly keep: <Data, Input extends Params>(
    question: Question<Data, Input>,
    answer: { readonly data: Data; readonly version: string | null },
  ) => Promise<void>
  /** Brings what a write did into what is kept; the portal is then asked for all of it. */
  readonly revise: <Data, Input extends Params>(
    question: Question<Data, Input>,
    how: (data: Data) => Data,
  ) => Promise<void>
}

/** What the portal itself gives as over, by its own clock, is not asked for all the time. */
const askedAgainMs = 60_000

/** The key of a question among the refreshes; it begins with the resource's name. */
export function keyOf(name: string, params: string, owner: string | null): string {
  return [name, owner ?? '', params].join('\n')
}

/** The name that a key begins with. */
export function nameOf(key: string): string {
  return key.slice(0, key.indexOf('\n'))
}

/**
 * @param options.authorized calls with a token, or without where the endpoint is open
 * @param options.waiting edits that the portal does not have yet
 * @param options.mayAsk whether it is worth asking the portal behind what is shown
 * @param options.onShown told of what a page was shown that is to be another soon
 */
export function createDocuments(options: {
  readonly client: PortalClient
  readonly refreshes: Refreshes
  readonly authorized: <Data>(
    resource: Pick<Resource<unknown, never>, 'endpoint'>,
    call: (credentials: Credentials) => Promise<Result<Data>>,
  ) => Promise<Result<Data>>
  readonly waiting: (owner: string | null) => Promise<readonly Edit[]>
  readonly mayAsk: () => boolean
  readonly onShown: (key: string) => void
}): Documents {
  const { client, refreshes, authorized, waiting, mayAsk, onShown } = options
  /** Counts what writes have changed: an answer from before one of them would undo it. */
  const revisions = new Map<string, number>()
  /** To be asked for whatever the version: what is kept under it is not what the portal gave. */
  const revised = new Set<string>()

  async function ask<Data, Input extends Params>(
    question: Question<Data, Input>,
  ): Promise<Result<Refreshed>> {
    const { resource, params, holder } = question
    const { at, key } = placeOf(question)
    const revision = revisions.get(key)
    const stored = await holder.read(at)
    const kept = isReadable(resource, stored) ? stored : null
    const version = revised.has(key) ? null : (kept?.etag ?? null)
    const result = await askIfChanged(version, (etag) =>
      authorized(resource, (token) => resource.ask(client, { ...token, ...etag }, params)),
    )
    if (!holder.isCurrent()) return failure({ code: 'unauthenticated' })
    if (revisions.get(key) !== revision) return ask(question)
    if (!result.ok) {
      if (isNoLongerTheirs(result.error)) await holder.remove(at)
      return result
    }
    const answer = answerOf(result.data, kept)
    // Without a version it could be shown, but never edited.
    const isUsable = answer !== null && (answer.etag !== null || !resource.isVersioned)
    if (!isUsable) return failure({ code: 'portal_answer_invalid' })
    await holder.write(at, answer)
    if (resource.mostKept !== null) await holder.trim(resource.name, resource.mostKept)
    revised.delete(key)
    const changed = kept !== null && !isDeepStrictEqual(kept.data, answer.data)
    return success({ answer, hasMore: false, changed })
  }

  /** Null where this version cannot read it. */
  async function shown<Data, Input extends Params>(
    { resource, params, holder }: Question<Data, Input>,
    key: string,
    answer: KeptAnswer,
  ): Promise<Shown<Data> | null> {
    const data = resource.show(answer.data, await waiting(holder.owner))
    if (data === null) return null
    const state = refreshes.state(key)
    const freshness = freshnessOf(answer.fetchedAt, resource.maxAgeMs, state, mayAsk())
    if (freshness.refreshing) onShown(key)
    const stale = freshness.stale || resource.isOver(answer.data, params)
    return { data, version: answer.etag, freshness: { ...freshness, stale } }
  }

  async function fromPortal<Data, Input extends Params>(
    question: Question<Data, Input>,
    refreshed: Result<Refreshed>,
    key: string,
  ): Promise<Result<Shown<Data>>> {
    if (!refreshed.ok) {
      onShown(key)
      return refreshed
    }
    const { answer } = refreshed.data
    const data = answer && (await shown(question, key, answer))
    return data === null ? failure({ code: 'portal_answer_invalid' }) : success(data)
  }

  function refresh<Data, Input extends Params>(question: Question<Data, Input>): void {
    refreshes.inTurn(placeOf(question).key, () => ask(question))
  }

  async function revise<Data, Input extends Params>(
    question: Question<Data, Input>,
    how: (data: Data) => Data,
  ): Promise<void> {
    const { resource, holder } = question
    const { at, key } = placeOf(question)
    revisions.set(key, (revisions.get(key) ?? 0) + 1)
    const kept = await holder.read(at)
    const before = kept && resource.show(kept.data, [])
    if (kept === null || before === null) return
    const data = how(before)
    if (isDeepStrictEqual(data, before)) return
    revised.add(key)
    const etag = resource.isVersioned ? kept.etag : null
    await holder.write(at, { ...kept, data, etag })
  }

  return {
    async read(question) {
      const { resource, params, holder } = question
      const { at, key } = placeOf(question)
      const kept = await holder.read(at)
      if (!isReadable(resource, kept)) {
        return fromPortal(question, await refreshes.atOnce(key, () => ask(question)), key)
      }
      const { ageMs, failed } = refreshes.state(key)
      const isOver = ageMs !== null && ageMs > askedAgainMs && resource.isOver(kept.data, params)
      const isOld = ageMs === null || ageMs > resource.maxAgeMs || isOver
      const isDue = isOld || failed || revised.has(key)
      if (isDue) refresh(question)
      const data = await shown(question, key, kept)
      return data === null ? failure({ code: 'unexpected' }) : success(data)
    },
    async last(question) {
      const { at, key } = placeOf(question)
      const kept = await question.holder.read(at)
      return kept && shown(question, key, kept)
    },
    async fresh(question) {
      const { key } = placeOf(question)
      return fromPortal(question, await refreshes.anew(key, () => ask(question)), key)
    },
    doubt: (question) => refreshes.doubt(placeOf(question).key),
    remove: (question) => question.holder.remove(placeOf(question).at),
    refresh,
    async keep(question, { data, version }) {
      const { at, key } = placeOf(question)
      revisions.set(key, (revisions.get(key) ?? 0) + 1)
      revised.delete(key)
      if (!question.holder.isCurrent()) return
      await question.holder.write(at, { data, etag: version, fetchedAt: Date.now() })
      refreshes.confirm(key)
    },
    revise,
  }
}

function placeOf<Data, Input extends Params>({ resource, params, holder }: Question<Data, Input>) {
  const text = paramsText(params)
  const at: AnswerKey = { resource: resource.name, params: text }
  return { at, key: keyOf(resource.name, text, holder.owner) }
}

function isReadable<Data, Input extends Params>(
  resource: Resource<Data, Input>,
  kept: KeptAnswer | null,
): kept is KeptAnswer {
  return kept !== null && resource.show(kept.data, []) !== null
}

/** What a server answers to a version that it cannot have given, or a proxy in its place. */
const versionRefusals = new Set<AppError['code']>(['portal_answer_invalid', 'invalid_request'])

/**
 * Asks for what may be unchanged since `version`, and for the whole where that question is not
 * understood: a version that was kept from a bad answer heals by itself.
 */
async function askIfChanged<Data>(
  version: string | null,
  ask: (etag: { readonly etag?: string }) => Promise<Result<Versioned<Data>>>,
): Promise<Result<Versioned<Data>>> {
  if (version === null) return ask({})
  const result = await ask({ etag: version })
  return !result.ok && versionRefusals.has(result.error.code) ? ask({}) : result
}

/** Null where the portal says that nothing changed, and nothing is kept. */
function answerOf(versioned: Versioned<unknown>, kept: KeptAnswer | null): KeptAnswer | null {
  const fetchedAt = Date.now()
  if (versioned.changed) return { data: versioned.data, etag: versioned.etag, fetchedAt }
  return kept && { ...kept, fetchedAt }
}
