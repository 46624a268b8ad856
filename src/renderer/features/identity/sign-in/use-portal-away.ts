/**
 * Whether the portal is away, for whoever is about to sign in. Apart from what the other pages know of
 * it, so that the first screen carries no more than this.
 */
import { useEffect, useState } from 'react'
import type { PortalStatus } from '../../../../shared/contract/offline/status.ts'
import { callPortal } from '../../../common/data/portal.ts'

/** False until it is known: main is asked once the page has nothing else to do, and tells of changes. */
export function usePortalAway(): boolean {
  const [isAway, setIsAway] = useState(false)
  useEffect(() => {
    const take = ({ connection }: PortalStatus) => setIsAway(connection.kind === 'offline')
    const stop = window.portal.on('status.changed', take)
    const idle = requestIdleCallback(() => void ask(take))
    return () => {
      stop()
      cancelIdleCallback(idle)
    }
  }, [])
  return isAway
}

async function ask(take: (status: PortalStatus) => void): Promise<void> {
  const known = await callPortal('status.read', {})
  if (known.ok && known.data.connection.kind !== 'unknown') return take(known.data)
  // Nothing was asked of the portal yet, so nobody can know.
  const found = await callPortal('status.check', {})
  if (found.ok) take(found.data)
}
