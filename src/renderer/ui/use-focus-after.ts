import { useEffect } from 'react'

/**
 * Where something is done, and the button that did it is gone with it, the keyboard goes on at the
 * heading with this id and not at the top of the page. `done` is null until then.
 */
export function useFocusAfter(done: unknown, headingId: string): void {
  useEffect(() => {
    if (done === null || document.activeElement !== document.body) return
    document.getElementById(headingId)?.focus()
  }, [done, headingId])
}
