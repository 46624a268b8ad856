/** Whether the sheet on the connection and on what waits is open: a page may lead to it, too. */
import { useSyncExternalStore } from 'react'

let isOpen = false
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    // Gone with what surrounds the pages: whoever signs in next has not opened it.
    if (listeners.size === 0) isOpen = false
  }
}

/** Opens or closes the sheet, from wherever one is. */
export function showStatusSheet(open: boolean): void {
  isOpen = open
  for (const listener of listeners) listener()
}

/** For whatever draws the sheet. */
export function useStatusSheetOpen(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen)
}
