/**
 * A control that is pressed may go, or be disabled, with what it did: "send a new code", the last
 * "more". The keyboard would then start again at the top of the page. It goes on nearby instead: at
 * what says what was done (`data-focus-next`), or at the nearest heading. One place sees to it for
 * every control; where a page moves the focus itself, that counts.
 */
import { useEffect } from 'react'

/** The element that has the focus, and all that it stands in. */
type Place = { readonly element: Element; readonly within: readonly Element[] }

let place: Place | null = null

function remember(event: FocusEvent) {
  if (event.target instanceof Element) {
    place = { element: event.target, within: ancestorsOf(event.target) }
  }
}

function ancestorsOf(element: Element): Element[] {
  const { parentElement } = element
  return parentElement === null ? [] : [parentElement, ...ancestorsOf(parentElement)]
}

/** Whether the focus went because its element can no longer have it, and not by a click elsewhere. */
function isLost({ element }: Place): boolean {
  const { activeElement } = document
  if (activeElement !== null && activeElement !== document.body) return false
  return !element.isConnected || element.matches(':disabled') || !element.checkVisibility()
}

function moveOn() {
  if (place === null || !isLost(place)) return
  for (const ancestor of place.within) {
    const next = ancestor.isConnected ? nextWithin(ancestor) : null
    if (next === null) continue
    if (!next.hasAttribute('tabindex')) next.tabIndex = -1
    return next.focus()
  }
}

function nextWithin(element: Element): HTMLElement | null {
  return (
    element.querySelector<HTMLElement>('[data-focus-next]') ??
    element.querySelector<HTMLElement>('h1, h2, h3')
  )
}

/** After the effects of what has changed: where they move the focus, there is nothing left to do. */
function moveOnLater() {
  requestAnimationFrame(() => setTimeout(moveOn))
}

/** Watches the whole document; the answer ends it. */
export function keepFocus(): () => void {
  const observer = new MutationObserver(() => {
    if (place !== null && isLost(place)) moveOnLater()
  })
  document.addEventListener('focusin', remember)
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled', 'hidden', 'class'],
  })
  return () => {
    document.removeEventListener('focusin', remember)
    observer.disconnect()
    place = null
  }
}

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
