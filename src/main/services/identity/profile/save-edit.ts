/** Saving a part of the profile: kept on this computer first, then the portal is waited for a moment. */
import { isDeepStrictEqual } from 'node:util'
import { assertNever } from '../../../../shared/assert-never.ts'
import { editSchema } from '../../../../shared/contract/offline/outbox.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import type { Outbox, Submission } from '../../../outbox/outbox.ts'
import type { Resource, Shown } from '../../../resources/resource.ts'
import type { Resources } from '../../../resources/resources.ts'
import { signedInName } from '../../../session/session-owner.ts'
import type { SessionService } from '../../../session/session-service.ts'

type Fields = Readonly<Record<string, unknown>>

/** As `saveOutcomeOf` of the contract has it. */
export type SaveOutcome<Data> = {
  readonly kind: 'saved' | 'conflict' | 'pending'
  readonly current: Data
  readonly version: string
}

/**
 * Hands an edit of `resource` to the outbox. `current` is then what the person is shown: what the portal
 * holds, with what waits laid over it.
 * @param options.version the one that the person saw
 */
export async function saveEdit<Data extends Fields>(options: {
  readonly session: SessionService
  readonly resources: Resources
  readonly outbox: Outbox
  readonly resource: Resource<Data>
  /** Who is signed in. */
  readonly owner: string
  readonly kind: 'personal' | 'preferences'
  readonly version: string
  readonly changes: Fields
}): Promise<Result<SaveOutcome<Data>>> {
  const { session, resources, outbox, owner, resource, kind, version, changes } = options
  const seen = await present(resources, resource)
  if (!seen.ok) return seen
  // What was edited is no longer what is kept here: the form merges, and hands in what comes of it.
  if (seen.data.version !== version) return success({ ...seen.data, kind: 'conflict' })
  const base = Object.entries(seen.data.current).filter(([field]) => field in changes)
  const submitted = await outbox.submit(
    editSchema.parse({ kind, version, base: Object.fromEntries(base), changes }),
  )
  if (!submitted.ok) return submitted
  const view = session.view()
  if (signedInName(view) !== owner) {
    // It is kept, and goes once its person is back; whoever is here by now is shown nothing of it.
    const hasEnded = view.kind === 'signedOut' && view.reason === 'session_ended'
    return failure({ code: hasEnded ? 'session_ended' : 'unauthenticated' })
  }
  if (submitted.data.kind === 'refused') return failure(submitted.data.error)
  const after = await present(resources, resource)
  return after.ok ? success({ ...after.data, kind: outcomeOf(submitted.data) }) : after
}

function outcomeOf({ kind }: Exclude<Submission, { kind: 'refused' }>): SaveOutcome<never>['kind'] {
  switch (kind) {
    case 'sent':
    case 'withdrawn':
      return 'saved'
    case 'conflict':
    case 'pending':
      return kind
    default:
      return assertNever(kind)
  }
}

async function present<Data>(
  resources: Resources,
  resource: Resource<Data>,
): Promise<Result<Pick<SaveOutcome<Data>, 'current' | 'version'>>> {
  const kept: Shown<Data> | null = await resources.last(resource, {})
  const shown = kept?.version ? success(kept) : await resources.fresh(resource, {})
  if (!shown.ok) return shown
  const { data: current, version } = shown.data
  return version === null
    ? failure({ code: 'portal_answer_invalid' })
    : success({ current, version })
}

/** Whether `current` is already as `changes` would make it; an empty text is kept as null. */
export function holds(current: Fields, changes: Fields): boolean {
  return Object.entries(changes).every(([key, value]) =>
    isDeepStrictEqual(current[key] ?? '', value ?? ''),
  )
}
