/** How things stand between this computer and the portal, as main would tell it. */
import type { OutboxItem } from '../../../src/shared/contract/offline/outbox.ts'
import type { PortalStatus } from '../../../src/shared/contract/offline/status.ts'
import { success } from '../../../src/shared/contract/result.ts'
import { answerFromNowOn, raiseEvent } from './fake-portal.ts'

export const online: PortalStatus = {
  connection: { kind: 'online' },
  syncing: false,
  syncedAt: '2026-11-23T09:00:00.000Z',
  waiting: 0,
  needsAttention: 0,
}

/** Since a moment ago, so that the chip names the time alone. */
export const offline: PortalStatus = {
  ...online,
  connection: { kind: 'offline', since: new Date().toISOString(), error: 'network_offline' },
}

/** A change of the currency that waits; what a test says is different about it. */
export function waitingItem(changes: Partial<OutboxItem> = {}): OutboxItem {
  return {
    id: 'o1',
    edit: {
      kind: 'preferences',
      version: '"1"',
      base: { currency: 'EUR' },
      changes: { currency: 'USD' },
    },
    subject: null,
    state: 'waiting',
    queuedAt: new Date().toISOString(),
    nextAttemptAt: null,
    error: null,
    theirs: null,
    ...changes,
  }
}

/** The outbox with these, however the portal is reached. */
export function holdItems(...items: OutboxItem[]): void {
  answerFromNowOn({ 'outbox.read': () => success({ items }) })
}

/** From now on it is so, and main says it. */
export function nowIs(status: PortalStatus): void {
  answerFromNowOn({ 'status.read': () => success(status) })
  raiseEvent('status.changed', status)
}
