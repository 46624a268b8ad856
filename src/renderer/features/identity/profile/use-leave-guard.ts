/** Asks before the profile is left with something unsaved: by a link, by signing out, by going back. */
import { useCallback, useEffect, useState } from 'react'
import type { AroundNavHandler } from 'wouter'
import { holdLeaving, leave } from '../../../common/navigation/leaving.ts'
import { paths } from '../../../common/navigation/navigation.ts'

const isProfile = (path: string) => path === paths.profile || path.startsWith(`${paths.profile}/`)

/** For the profile's router: within the profile one goes freely, as everything typed stays. */
export const guardedNavigation: AroundNavHandler = (navigate, to, options) => {
  if (isProfile(to)) navigate(to, options)
  else leave(() => navigate(to, options))
}

export type LeaveGuard = {
  readonly asking: boolean
  /** Goes where one was going. */
  readonly go: () => void
  readonly stay: () => void
}

/** Holds one back while `unsaved`. */
export function useLeaveGuard(unsaved: boolean): LeaveGuard {
  const [goOn, setGoOn] = useState<{ readonly run: () => void } | null>(null)
  useEffect(() => {
    if (!unsaved) return undefined
    const stopHolding = holdLeaving((run) => setGoOn({ run }))
    const stopTraversing = holdTraversal((run) => setGoOn({ run }))
    return () => {
      stopHolding()
      stopTraversing()
    }
  }, [unsaved])
  const stay = useCallback(() => setGoOn(null), [])
  const go = useCallback(() => {
    setGoOn(null)
    goOn?.run()
  }, [goOn])
  return { asking: goOn !== null, go, stay }
}

/** Going back or forward in the window's history. A second press, as browsers rule, goes through. */
function holdTraversal(ask: (goOn: () => void) => void): () => void {
  const onNavigate = (event: NavigateEvent) => {
    const { key, url } = event.destination
    if (event.navigationType !== 'traverse' || !event.cancelable) return
    if (isProfile(new URL(url).pathname)) return
    event.preventDefault()
    ask(() => {
      window.navigation.removeEventListener('navigate', onNavigate)
      window.navigation.traverseTo(key)
    })
  }
  window.navigation.addEventListener('navigate', onNavigate)
  return () => window.navigation.removeEventListener('navigate', onNavigate)
}
