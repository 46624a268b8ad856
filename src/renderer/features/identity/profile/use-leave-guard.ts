/** Asks before the profile is left with something unsaved: by a link, by signing out, by going back. */
import { useCallback, useEffect, useState } from 'react'
import { blockNavigation } from '../../../common/navigation/navigation-blocker.ts'
import { isWithin, paths } from '../../../common/navigation/navigation.ts'

/** Within the profile one goes freely, as everything typed stays. */
const isProfile = (path: string) => isWithin(paths.profile, path)

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
    const ask = (run: () => void) => setGoOn({ run })
    const unblockLinks = blockNavigation({ allows: isProfile, ask })
    const unblockHistory = blockHistory(ask)
    return () => {
      unblockLinks()
      unblockHistory()
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
function blockHistory(ask: (goOn: () => void) => void): () => void {
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
