/** How this computer and the portal stand to each other, and what waits to be sent. */
import { useState } from 'react'
import type { ErrorCode } from '../../../shared/contract/error-codes.ts'
import type { OutboxItem, OutboxView } from '../../../shared/contract/offline/outbox.ts'
import type { BatchProgress } from '../../../shared/contract/servnet/batch.ts'
import type { PortalStatus } from '../../../shared/contract/offline/status.ts'
import type { Result } from '../../../shared/contract/result.ts'
import { followed } from './followed.ts'
import { callPortal } from './portal.ts'

const status = followed<PortalStatus>({
  read: () => callPortal('status.read', {}),
  follow: (take) => window.portal.on('status.changed', take),
})

const outbox = followed<OutboxView>({
  read: () => callPortal('outbox.read', {}),
  follow: (take) => window.portal.on('outbox.changed', take),
})

/** Null until main has said it. */
export const usePortalStatus = status.use

/** Whether the portal is known not to be reachable. */
export function useIsOffline(): boolean {
  return usePortalStatus()?.connection.kind === 'offline'
}

const nothing: readonly OutboxItem[] = []

/** Everything that waits, in the order in which it was made. */
export function useOutboxItems(): readonly OutboxItem[] {
  return outbox.use()?.items ?? nothing
}

const noBatches: readonly BatchProgress[] = []

/** Applications that were sent together, and of which something waits. */
export function useWaitingBatches(): readonly BatchProgress[] {
  return outbox.use()?.batches ?? noBatches
}

/** Takes over what a call of the outbox has answered, which may come before its event. */
export function takeOutbox(result: Result<OutboxView>): void {
  if (result.ok) outbox.take(result.data)
}

/** How long the portal is waited for before one is told that it does not answer, in milliseconds. */
const longestCheck = 20_000

export type Check = 'idle' | 'busy' | 'reached' | 'failed'

/** Asks the portal now, and says what came of it; it never takes longer than `longestCheck`. */
export function useCheck() {
  const [outcome, setOutcome] = useState<Check>('idle')
  const check = async () => {
    setOutcome('busy')
    const result = await Promise.race([callPortal('status.check', {}), tooLate()])
    if (result?.ok === true) status.take(result.data)
    setOutcome(
      result?.ok === true && result.data.connection.kind === 'online' ? 'reached' : 'failed',
    )
  }
  return { outcome, check }
}

function tooLate(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), longestCheck)
  })
}

/** Ways in which something fails because the portal could not be asked. */
const unreachable = new Set<ErrorCode>([
  'network_offline',
  'portal_unreachable',
  'portal_timeout',
  'portal_answer_invalid',
  'proxy_authentication_required',
  'certificate_untrusted',
  'unavailable',
])

/** Whether this failure says that the portal could not be asked, and nothing of what was asked. */
export function isUnreachable(code: ErrorCode): boolean {
  return unreachable.has(code)
}
