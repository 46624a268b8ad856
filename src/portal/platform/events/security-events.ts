/**
 * What happened to an account, append-only. Each account has a chain: what seals an
 * event covers those before it, and the chain's head is kept apart, so that a row removed (the last
 * one too) or altered shows. It takes the pepper: access to the database alone cannot forge one.
 */
import type { SecurityEventKind } from '../../../shared/contract/identity/security-events.ts'
import { noteChanges } from '../changes/log.ts'
import type { PlatformContext } from '../context.ts'
import type { Db } from '../db/open.ts'
import { appendEvent } from './append.ts'
import { registerChain } from './register.ts'

export type SecurityEvent = {
  readonly kind: SecurityEventKind
  /** The account, or null where a username is nobody's. */
  readonly userId: string | null
  /** What a person would ask about it; never a secret. */
  readonly details: Readonly<Record<string, string>>
}

/** Events of names that nobody has go to a few chains of their own, spread by `spread`. */
function chainOf(userId: string | null, spread: string): string {
  return userId ?? `nobody-${spread.slice(0, 1)}`
}

/**
 * Appends `event`, within the transaction of what it tells.
 * @param spread for events of nobody: any text that differs from name to name.
 */
export async function recordEvent(
  db: Db,
  context: Pick<PlatformContext, 'now' | 'pepper'>,
  event: SecurityEvent,
  spread = '',
): Promise<void> {
  const chain = chainOf(event.userId, spread)
  const { kind, userId } = event
  const details = JSON.stringify(event.details)
  const appended = await appendEvent(db, context, { chain, userId, kind, details })
  const change = { resource: 'security_events', id: String(appended.position) } as const
  await noteChanges(db, context, chain, [{ ...change, deleted: false }])
  if (appended.position === 1) await registerChain(db, context, { chain, ...appended })
}
