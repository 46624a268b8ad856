/** Edits of what has versions: only the version that the person saw is edited. */
import { isDeepStrictEqual } from 'node:util'
import { success, type Result } from '../../../../shared/contract/result.ts'
import type { Edited } from '../../../portal-client/portal-client.ts'
import type { Resource } from '../../../resources/resource.ts'
import type { Resources } from '../../../resources/resources.ts'
import type { SessionService } from '../../../session/session-service.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Sends `changes`, and keeps what the portal answers. A refusal because of changes from elsewhere is no
 * failure, but a `conflict`.
 */
export async function saveVersion<Data extends Fields>(options: {
  readonly session: SessionService
  readonly resources: Resources
  readonly resource: Resource<Data>
  readonly changes: Fields
  readonly send: (token: string) => Promise<Result<Edited<Data>>>
}): Promise<Result<Edited<Data>>> {
  const { session, resources, resource, changes, send } = options
  const result = await session.authorized(send)
  if (!result.ok) return result
  const { kind, current, version } = result.data
  await resources.keep(resource, {}, { data: current, version })
  // The answer to an earlier try was lost: what is in the way is one's own change.
  const done = kind === 'conflict' && holds(current, changes)
  return success({ kind: done ? 'saved' : kind, current, version })
}

/** Whether `current` is already as `changes` would make it; an empty text is kept as null. */
export function holds(current: Fields, changes: Fields): boolean {
  return Object.entries(changes).every(([key, value]) =>
    isDeepStrictEqual(current[key] ?? '', value ?? ''),
  )
}
