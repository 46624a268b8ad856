/** An answer of the portal that this computer keeps, to stand in while the portal is away. */
import { z } from 'zod'
import { timestampSchema } from '../../../shared/contract/common.ts'
import { versionSchema } from '../../../shared/contract/identity/profile-view.ts'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import type { freshnessSchema } from '../../../shared/contract/route.ts'
import { readThrough } from '../../portal-client/read-through.ts'
import type { Versioned } from '../../portal-client/portal-client.ts'
import { signedInName } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { Documents } from '../../store/documents.ts'
import type { DocumentName } from '../../store/schema.ts'

/** As it lies in the store: the answer, its version where it has one, and when it came. */
type Stored<Data> = {
  readonly data: Data
  readonly etag: string | null
  readonly fetchedAt: string
}

export type KeptData<Data> = {
  readonly data: Data
  readonly freshness: z.infer<typeof freshnessSchema>
}

export type KeptAnswer<Data> = {
  /** From the portal, or as last seen while it is away. */
  readonly read: () => Promise<Result<KeptData<Data>>>
  /** As last seen; null where it never was. */
  readonly last: () => Promise<KeptData<Data> | null>
  /** Brings what the person did into what is kept; the next `read` asks for all of it again. */
  readonly revise: (how: (data: Data) => Data) => Promise<void>
}

/** The schema of what the store keeps of an answer that `data` describes. */
export function storedSchemaOf<Data>(data: z.ZodType<Data>): z.ZodType<Stored<Data>> {
  return z.object({ data, ...storedFields })
}

/** What is kept beside the answer. */
export const storedFields = {
  etag: versionSchema.nullable().catch(null),
  fetchedAt: timestampSchema,
}

/**
 * @param options.name under which it lies in the store, for its owner alone
 * @param options.ask the portal, for what may be unchanged since a version
 */
export function createKeptAnswer<Data>(options: {
  readonly session: SessionService
  readonly documents: Documents
  readonly name: DocumentName
  readonly schema: z.ZodType<Stored<Data>>
  readonly ask: (
    token: string,
    version: { readonly etag?: string },
  ) => Promise<Result<Versioned<Data>>>
}): KeptAnswer<Data> {
  const { session, documents, name, schema, ask } = options

  async function read(): Promise<Result<KeptData<Data>>> {
    const owner = signedInName(session.view())
    if (owner === null) return failure({ code: 'unauthenticated' })
    const result = await readThrough({
      async last() {
        const stored = await documents.read(name, owner, schema)
        return stored && { ...stored, version: stored.etag }
      },
      keep: ({ data, version: etag, fetchedAt }) =>
        documents.write(name, owner, { data, etag, fetchedAt }),
      ask: (version) => session.authorized((token) => ask(token, version)),
    })
    if (!result.ok) return result
    const { data, fetchedAt, stale } = result.data
    return success({ data, freshness: { fetchedAt, stale, refreshing: false } })
  }

  async function last(): Promise<KeptData<Data> | null> {
    const owner = signedInName(session.view())
    const stored = owner === null ? null : await documents.read(name, owner, schema)
    return stored && seen(stored, true)
  }

  async function revise(how: (data: Data) => Data): Promise<void> {
    const owner = signedInName(session.view())
    const stored = owner === null ? null : await documents.read(name, owner, schema)
    if (owner === null || stored === null) return
    await documents.write(name, owner, { ...stored, data: how(stored.data), etag: null })
  }

  return { read, last, revise }
}

/** A list of the portal's in pages, of which the first is kept. */
export type KeptList<Page> = {
  readonly firstPage: KeptAnswer<Page>
  /** The page at `cursor`; the first, where that is null, may be as last seen. */
  readonly list: (input: {
    readonly cursor: string | null
  }) => Promise<Result<{ readonly page: Page; readonly freshness: KeptData<Page>['freshness'] }>>
}

/**
 * @param options.name under which its first page lies in the store, for its owner alone
 * @param options.page the schema of a page
 * @param options.askFirst the portal, for a first page that may be unchanged since a version
 * @param options.askAt the portal, for the page at a cursor
 */
export function createKeptList<Page>(options: {
  readonly session: SessionService
  readonly documents: Documents
  readonly name: DocumentName
  readonly page: z.ZodType<Page>
  readonly askFirst: (
    token: string,
    version: { readonly etag?: string },
  ) => Promise<Result<Versioned<Page>>>
  readonly askAt: (token: string, cursor: string) => Promise<Result<Page>>
}): KeptList<Page> {
  const { session, page: schema, askFirst, askAt } = options
  const firstPage = createKeptAnswer({
    ...options,
    schema: storedSchemaOf(schema),
    ask: askFirst,
  })
  return {
    firstPage,
    async list({ cursor }) {
      if (cursor === null) {
        const result = await firstPage.read()
        if (!result.ok) return result
        const { data: page, freshness } = result.data
        return success({ page, freshness })
      }
      const result = await session.authorized((token) => askAt(token, cursor))
      return result.ok ? success({ page: result.data, freshness: freshNow() }) : result
    },
  }
}

/** Of an answer that has just come. */
export function freshNow(): KeptData<unknown>['freshness'] {
  return { fetchedAt: new Date().toISOString(), stale: false, refreshing: false }
}

function seen<Data>({ data, fetchedAt }: Stored<Data>, stale: boolean): KeptData<Data> {
  return { data, freshness: { fetchedAt, stale, refreshing: false } }
}
