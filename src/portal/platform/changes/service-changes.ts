/**
 * What of the services changes for a person along with something that is no service's: what is granted
 * to them, or their language. Each service says it of itself, in the table of `portal.ts`; who grants,
 * or writes the language, knows no service.
 */
import type { ServiceId } from '../../../shared/services.ts'
import type { PlatformContext } from '../context.ts'
import type { Db } from '../db/open.ts'
import { noteChanges, type Changed } from './log.ts'

/** Which part of a service's. */
export type Scope =
  /** Everything that is told in the person's language. */
  | { readonly kind: 'language' }
  /** What stands under these policies; where `whole`, what stands under none, too. */
  | { readonly kind: 'policies'; readonly ids: readonly string[]; readonly whole: boolean }

export type ServiceChanges = {
  readonly service: ServiceId
  /** What of `scope` there is for the person, whether or not it is granted, as changed. */
  readonly find: (db: Db, userId: string, scope: Scope) => Promise<Changed[]>
}

/** What is granted to somebody. */
export type Granted = {
  readonly services: readonly ServiceId[]
  readonly policies: readonly string[]
}

type Clocked = Pick<PlatformContext, 'now'> & {
  readonly serviceChanges: readonly ServiceChanges[]
}

/** Notes what appears and disappears for `userId` where they had `before` and have `after` now. */
export async function noteGrants(
  db: Db,
  context: Clocked,
  userId: string,
  before: Granted,
  after: Granted,
): Promise<void> {
  await noteDifference(db, context, userId, { of: before, to: after, deleted: true })
  await noteDifference(db, context, userId, { of: after, to: before, deleted: false })
}

type Difference = {
  /** What is looked at: as far as it is not in `to`. */
  readonly of: Granted
  readonly to: Granted
  /** Whether that is gone, or new. */
  readonly deleted: boolean
}

async function noteDifference(
  db: Db,
  context: Clocked,
  userId: string,
  { of, to, deleted }: Difference,
): Promise<void> {
  const policies = of.policies.filter((id) => !to.policies.includes(id))
  for (const { service, find } of context.serviceChanges) {
    if (!of.services.includes(service)) continue
    const whole = !to.services.includes(service)
    const ids = whole ? of.policies : policies
    if (!whole && ids.length === 0) continue
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    const found = await find(db, userId, { kind: 'policies', ids, whole })
    // What there is one of is gone only with the service.
    const gone = (id: string | null) => deleted && (whole || id !== null)
    const changes = found.map((change) => ({ ...change, deleted: gone(change.id) }))
    // oxlint-disable-next-line no-await-in-loop
    await noteChanges(db, context, userId, changes)
  }
}

/** Notes what is told otherwise to `userId`, who may use `services`, in another language. */
export async function noteLanguage(
  db: Db,
  context: Clocked,
  userId: string,
  services: readonly ServiceId[],
): Promise<void> {
  for (const { service, find } of context.serviceChanges) {
    if (!services.includes(service)) continue
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    const changes = await find(db, userId, { kind: 'language' })
    // oxlint-disable-next-line no-await-in-loop
    await noteChanges(db, context, userId, changes)
  }
}
