/**
 * A resource of the profile with its version: from the portal, or as last seen while it is away;
 * edited only in the version that the person saw.
 */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { versionSchema } from '../../../../shared/contract/identity/profile-view.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import { timestampSchema } from '../../../../shared/contract/common.ts'
import type { SealedName, SealedStore } from '../../../store/sealed-store.ts'
import { isPortalUnavailable } from '../../../portal-client/portal-unavailable.ts'
import { askIfChanged } from '../../../portal-client/if-changed.ts'
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
  readonly store: SealedStore
  readonly name: SealedName
  readonly schema: z.ZodType<Data>
  readonly fetch: (
    token: string,
    etag: { readonly etag?: string },
  ) => Promise<Result<Versioned<Data>>>
  readonly send: (token: string, ifMatch: string, changes: Changes) => Promise<Result<Edited<Data>>>
}

export function createResource<Data extends Fields, Changes extends Fields>(
  options: ResourceOptions<Data, Changes>,
): Resource<Data, Changes> {
  const { session, store, name } = options
  const storedSchema = z.object({
    current: options.schema,
    version: versionSchema,
    fetchedAt: timestampSchema,
  })

  async function keep(owner: string, current: Data, version: string): Promise<Seen<Data>> {
    const fetchedAt = new Date().toISOString()
    await store.write(name, owner, { current, version, fetchedAt })
    return { current, version, fetchedAt, stale: false }
  }

  return {
    async read(owner) {
      const last = await store.read(name, owner, storedSchema)
      const result = await session.authorized((token) =>
        askIfChanged(last?.version ?? null, (etag) => options.fetch(token, etag)),
      )
      if (!result.ok) {
        const stands = last !== null && isPortalUnavailable(result.error)
        return stands ? success({ ...last, stale: true }) : result
      }
      if (!result.data.changed) {
        return last === null
          ? failure({ code: 'portal_answer_invalid' })
          : success(await keep(owner, last.current, last.version))
      }
      const { data, etag: version } = result.data
      return version === null
        ? failure({ code: 'portal_answer_invalid' })
        : success(await keep(owner, data, version))
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
