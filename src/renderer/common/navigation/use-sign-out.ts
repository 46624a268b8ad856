import { useState } from 'react'
import { setSession } from '../data/app-store.ts'
import { leave } from './leaving.ts'
import { callPortal } from '../data/portal.ts'

/** Signs out, after asking about what is not saved. */
export function useSignOut() {
  const [leaving, setLeaving] = useState(false)
  const end = async () => {
    setLeaving(true)
    const result = await callPortal('session.signOut', {})
    setLeaving(false)
    if (result.ok) setSession(result.data)
  }
  const signOut = () => {
    if (!leaving) leave(() => void end())
  }
  return { leaving, signOut }
}
