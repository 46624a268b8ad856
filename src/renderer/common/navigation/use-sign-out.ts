import { useState } from 'react'
import { setSession } from '../data/app-store.ts'
import { callPortal } from '../data/portal.ts'
import { unlessBlocked } from './navigation-blocker.ts'

/** Signs out, after asking about what is not saved. */
export function useSignOut() {
  const [signingOut, setSigningOut] = useState(false)
  const end = async () => {
    setSigningOut(true)
    const result = await callPortal('session.signOut', {})
    setSigningOut(false)
    if (result.ok) setSession(result.data)
  }
  const signOut = () => {
    if (!signingOut) unlessBlocked(() => void end(), null)
  }
  return { signingOut, signOut }
}
