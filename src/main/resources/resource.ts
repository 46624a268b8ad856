/** How a screen's data is declared: where it comes from, what is kept of it, how old is too old. */
import type { z } from 'zod'
import type { EndpointName } from '../../shared/contract/endpoints.ts'
import type { Edit, EditKind } from '../../shared/contract/offline/outbox.ts'
import type { Result } from '../../shared/contract/result.ts'
import type { Freshness } from '../../shared/contract/route.ts'
import type { ServiceId } from '../../shared/services.ts'
import type { PortalClient, ReadOptions, Versioned } from '../portal-client/portal-client.ts'

/** What a question is about beside its endpoint: an id, a language. */
export type Params = Readonly<Record<string, string>>
export type NoParams = Readonly<Record<string, never>>

/** Who asks, and what is at hand already. */
export type Credentials = {
  readonly token?: string
  readonly etag?: string
  /** What is granted to them: of what several services have, one that is granted is asked. */
  readonly services?: readonly ServiceId[]
}

/** Something that screens show, as the portal answers it in one piece. */
export type Resource<Data, Input extends Params = NoParams> = {
  /** Under which it is kept, and told of in `resource.changed`. */
  readonly name: string
  readonly endpoint: EndpointName
  /** From when on it is asked for again. */
  readonly maxAgeMs: number
  /** Whether what is kept is of a time that is over: old, however recently it was fetched. */
  readonly isOver: (kept: unknown, params: Input) => boolean
  /** Answers to how many questions are kept, the latest; null where there are few anyway. */
  readonly mostKept: number | null
  /** Its version is shown and edited: an edit that the portal took leaves it as it is. */
  readonly isVersioned: boolean
  readonly ask: (
    client: PortalClient,
    credentials: Credentials,
    params: Input,
  ) => Promise<Result<Versioned<unknown>>>
  /** What is kept, as it is shown while `edits` wait; null where this version cannot read it. */
  readonly show: (kept: unknown, edits: readonly Edit[]) => Data | null
  /** The kinds of edits that show in it. */
  readonly edits: readonly EditKind[]
}

/** How edits that wait show in data: as if the portal had them. */
export type LayOver<Data> = {
  /** The kinds that show. */
  readonly edits: readonly EditKind[]
  /** Answers the same object for an edit that does not touch it. */
  readonly lay: (data: Data, edit: Edit) => Data
}

/** Data with its age, as every read answers it. */
export type Shown<Data> = {
  readonly data: Data
  /** What the portal calls this state of it; null where it names none. */
  readonly version: string | null
  readonly freshness: Freshness
}

/**
 * @param options.schema of what is kept: also as former versions kept it
 * @param options.request what the endpoint asks for beside who calls
 */
export function defineResource<
  Name extends EndpointName,
  Data,
  Input extends Params = NoParams,
>(options: {
  readonly name: string
  readonly endpoint: Name
  readonly schema: z.ZodType<Data>
  readonly maxAgeMs: number
  readonly mostKept?: number
  readonly isOver?: (data: Data, params: Input) => boolean
  readonly isVersioned?: boolean
  readonly request?: (params: Input) => Pick<ReadOptions<Name>, 'query' | 'params'>
  readonly layOver?: LayOver<Data>
}): Resource<Data, Input> {
  const { name, endpoint, schema, maxAgeMs, request, layOver } = options
  return {
    name,
    endpoint,
    maxAgeMs,
    isOver(kept, params) {
      if (options.isOver === undefined) return false
      const parsed = schema.safeParse(kept)
      return parsed.success && options.isOver(parsed.data, params)
    },
    mostKept: options.mostKept ?? null,
    isVersioned: options.isVersioned ?? false,
    ask: (client, credentials, params) =>
      client.callIfChanged(endpoint, { ...request?.(params), ...credentials }),
    show(kept, edits) {
      const parsed = schema.safeParse(kept)
      if (!parsed.success) return null
      return layOver === undefined ? parsed.data : edits.reduce(layOver.lay, parsed.data)
    },
    edits: layOver?.edits ?? [],
  }
}
