/**
 * A resource of the profile with its version: from the portal, or as last seen while it is away;
 * edited only in the version that the person saw.
 */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { versionSchema } from '../../../../shared/contract/identity/profile-view.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import { timestampSchema } from '../../../../shared/contract/common.ts'
import type { Documents } from '../../../store/documents.ts'
import type { DocumentName } from '../../../store/schema.ts'
import { readThrough } from '../../../portal-client/read-through.ts'
import type { Edited, Versioned } from '../../../portal-client/portal-client.ts'
import type { SessionService } from '../../../session/session-service.ts'

type Fields = Readonly<Record<string, unknown>>

export type Seen<Data> = {
  readonly current: Data
  readonly version: string
  readonly fetchedAt: string
  /** Whether it is what was last seen, because the portal is away. */
  readonly stale: boolean
}

export type Resource<Data, Changes> = {
  readonly read: (owner: string) => Promise<Result<Seen<Data>>>
  /** A refusal because of changes from elsewhere is no failure, but a `conflict`. */
  readonly save: (owner: string, version: string, changes: Changes) => Promise<Result<Edited<Data>>>
}

export type ResourceOptions<Data extends Fields, Changes> = {
  readonly session: SessionService
  readonly documents: Documents
  readonly name: DocumentName
  readonly schema: z.ZodType<Data>
  readonly fetch: (
    token: string,
    etag: { readonly etag?: string },
  ) => Promise<Result<Versioned<Data>>>
  readonly send: (token: string, ifMatch: string, changes: Changes) => Promise<Result<Edited<Data>>>
}

/** A resource that `options.fetch` reads and `options.send` edits, kept under `options.name`. */
export function createResource<Data extends Fields, Changes extends Fields>(
  options: ResourceOptions<Data, Changes>,
): Resource<Data, Changes> {
  const { session, documents, name } = options
  const storedSchema = z.object({
    current: options.schema,
    version: versionSchema,
    fetchedAt: timestampSchema,
  })

  async function keep(owner: string, current: Data, version: string): Promise<void> {
    const fetchedAt = new Date().toISOString()
    await documents.write(name, owner, { current, version, fetchedAt })
  }

  return {
    async read(owner) {
      const result = await readThrough({
        async last() {
          const last = await documents.read(name, owner, storedSchema)
          return last && { ...last, data: last.current }
        },
        async keep({ data, version }) {
          if (version !== null) await keep(owner, data, version)
        },
        ask: (etag) => session.authorized((token) => options.fetch(token, etag)),
      })
      if (!result.ok) return result
      const { data, version, fetchedAt, stale } = result.data
      // Without a version it could be shown, but never edited.
      if (version === null) return failure({ code: 'portal_answer_invalid' })
      return success({ current: data, version, fetchedAt, stale })
    },
    async save(owner, version, changes) {
      const result = await session.authorized((token) => options.send(token, version, changes))
      if (!result.ok) return result
      const { kind, current, version: present } = result.data
      await keep(owner, current, present)
      // The answer to an earlier try was lost: what is in the way is one's own change.
      const done = kind === 'conflict' && holds(current, changes)
      return success({ kind: done ? 'saved' : kind, current, version: present })
    },
  }
}

/** Whether `current` is already as `changes` would make it; an empty text is kept as null. */
export function holds(current: Fields, changes: Fields): boolean {
  return Object.entries(changes).every(([key, value]) =>
    isDeepStrictEqual(current[key] ?? '', value ?? ''),
  )
}
