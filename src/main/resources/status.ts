/** How this computer and the portal stand to each other, as a page is told. */
import { isDeepStrictEqual } from 'node:util'
import type { PortalStatus } from '../../shared/contract/offline/status.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { ConnectionState } from './connection.ts'
import type { Resources } from './resources.ts'

export type Status = {
  readonly read: () => Promise<PortalStatus>
  /** Something that it is made of may be another: tells the page where it is. */
  readonly touch: () => void
}

/** @param options.onChange told of each state that differs from the one before */
export function createStatus(options: {
  readonly connection: () => ConnectionState
  readonly resources: Pick<Resources, 'busy' | 'syncedAt'>
  readonly counts: Outbox['counts']
  readonly onChange: (status: PortalStatus) => void
}): Status {
  const { connection, resources, counts, onChange } = options
  let told: PortalStatus | null = null
  let telling: 'idle' | 'once' | 'again' = 'idle'

  async function read(): Promise<PortalStatus> {
    const [syncedAt, { waiting, needsAttention }] = await Promise.all([
      resources.syncedAt(),
      counts(),
    ])
    return {
      connection: connection(),
      syncing: resources.busy(),
      syncedAt: syncedAt === null ? null : new Date(syncedAt).toISOString(),
      waiting,
      needsAttention,
    }
  }

  /** What changes while it is being read is read once more: the last that is told is how it is. */
  async function tell(): Promise<void> {
    telling = 'once'
    const status = await read()
    if (!isDeepStrictEqual(status, told)) {
      told = status
      onChange(status)
    }
    // Asked again: while this waited, `touch` may have been called.
    if (isAgain()) await tell()
    else telling = 'idle'
  }

  const isAgain = () => telling === 'again'

  return {
    read,
    touch() {
      if (telling === 'idle') void tell()
      else telling = 'again'
    },
  }
}
