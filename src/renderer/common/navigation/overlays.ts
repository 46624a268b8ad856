/** What lies over the pages and is opened from more than one place: whether it is open. */
import { useSyncExternalStore } from 'react'

function createOverlay() {
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
  return {
    isOpen: () => isOpen,
    show: (open: boolean) => {
      isOpen = open
      for (const listener of listeners) listener()
    },
    useOpen: () => useSyncExternalStore(subscribe, () => isOpen),
  }
}

const statusSheet = createOverlay()
const palette = createOverlay()

/** Opens or closes the sheet on the connection and on what waits, from wherever one is. */
export const showStatusSheet = statusSheet.show

/** For whatever draws the sheet. */
export const useStatusSheetOpen = statusSheet.useOpen

/** Opens the palette, or closes it; not over a question that is to be answered first. */
export function togglePalette(): void {
  const isAsked = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
  if (palette.isOpen() || !isAsked) palette.show(!palette.isOpen())
}

export const showPalette = palette.show

/** For whatever draws the palette. */
export const usePaletteOpen = palette.useOpen
