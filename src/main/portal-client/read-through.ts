/** The portal's present answer, or its last one while it cannot give any. */
import { failure, success, type AppError, type Result } from '../../shared/contract/result.ts'
import { isPortalUnavailable } from './outage.ts'
import type { Versioned } from './portal-client.ts'

/** What a server answers to a version that it cannot have given, or a proxy in its place. */
const refusals = new Set<AppError['code']>(['portal_answer_invalid', 'invalid_request'])

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
  return !result.ok && refusals.has(result.error.code) ? ask({}) : result
}

/** An answer of the portal, and when it was given (RFC 3339, by this computer's clock). */
export type KeptAnswer<Data> = {
  readonly data: Data
  /** What the portal calls this state of it; null where it names none. */
  readonly version: string | null
  readonly fetchedAt: string
}

export type ReadAnswer<Data> = KeptAnswer<Data> & {
  /** Whether it is the last one, because the portal cannot answer now. */
  readonly stale: boolean
}

/**
 * Asks the portal, and keeps what it answers; while it is unavailable its last answer stands in.
 * A failure of another kind is passed on, also where there is a last answer.
 */
export async function readThrough<Data>(options: {
  /** The last answer; null where there is none. */
  readonly last: () => Promise<KeptAnswer<Data> | null>
  readonly keep: (answer: KeptAnswer<Data>) => Promise<void>
  readonly ask: (etag: { readonly etag?: string }) => Promise<Result<Versioned<Data>>>
}): Promise<Result<ReadAnswer<Data>>> {
  const last = await options.last()
  const result = await askIfChanged(last?.version ?? null, options.ask)
  if (!result.ok) {
    const stands = last !== null && isPortalUnavailable(result.error)
    return stands ? success({ ...last, stale: true }) : result
  }
  const fetchedAt = new Date().toISOString()
  const answer = result.data.changed
    ? { data: result.data.data, version: result.data.etag, fetchedAt }
    : last && { ...last, fetchedAt }
  if (answer === null) return failure({ code: 'portal_answer_invalid' })
  await options.keep(answer)
  return success({ ...answer, stale: false })
}

/** An answer without a version, as `readThrough` takes it. */
export function unversioned<Data>(result: Result<Data>): Result<Versioned<Data>> {
  return result.ok ? success({ changed: true, data: result.data, etag: null }) : result
}

/** A last answer that was kept without saying when it was given, nor what it is called. */
export function undated<Data>(data: Data): KeptAnswer<Data> {
  return { data, version: null, fetchedAt: new Date(0).toISOString() }
}
