/** Signing out, which erases what is kept here: where edits wait, the person decides first. */
import { useState, useSyncExternalStore } from 'react'
import { setSession } from '../data/app-store.ts'
import { callPortal } from '../data/portal.ts'
import { unlessBlocked } from './navigation-blocker.ts'

/** How many edits wait, for the dialog to ask about; null where nothing is asked. */
let waiting: number | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function ask(count: number | null): void {
  waiting = count
  for (const listener of listeners) listener()
}

/** Ends the session; where edits wait that are not to be lost, asks instead. */
async function endSession(discardEdits: boolean): Promise<void> {
  const result = await callPortal('session.signOut', { discardEdits })
  if (result.ok) {
    ask(null)
    setSession(result.data)
  } else if (result.error.code === 'edits_waiting') {
    ask(Number(result.error.params?.['count'] ?? 1))
  }
}

function useEnding(discardEdits: boolean) {
  const [busy, setBusy] = useState(false)
  const end = async () => {
    setBusy(true)
    await endSession(discardEdits)
    setBusy(false)
  }
  return { busy, end }
}

/** Signs out, after asking about what is not saved and about what is not sent. */
export function useSignOut() {
  const { busy: signingOut, end } = useEnding(false)
  const signOut = () => {
    if (!signingOut) unlessBlocked(() => void end(), null)
  }
  return { signingOut, signOut }
}

/** For the dialog that asks: how many edits wait, or null, and each way on. */
export function useSignOutQuestion() {
  const count = useSyncExternalStore(subscribe, () => waiting)
  const sent = useEnding(false)
  const lost = useEnding(true)
  return { count, stay: () => ask(null), endWhenSent: sent, endAndLose: lost }
}
