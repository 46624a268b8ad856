/** What was done on a page that is gone, to be said on the one that follows. */
import { useSyncExternalStore } from 'react'
import type { Path } from './navigation.ts'

export type Confirmation = {
  readonly kind: 'passwordChanged'
  readonly endedSessions: number
  /** The page that says it. */
  readonly on: Path
}

let confirmation: Confirmation | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says it on the page it is meant for; null takes it away. */
export function confirm(next: Confirmation | null): void {
  confirmation = next
  for (const listener of listeners) listener()
}

/** What there is to say, if anything. */
export function useConfirmation(): Confirmation | null {
  return useSyncExternalStore(subscribe, () => confirmation)
}
