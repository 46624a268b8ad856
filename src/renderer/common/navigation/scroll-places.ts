/** Going back and forward: one comes to the place in a page where one was. */
import { useEffect, useLayoutEffect } from 'react'

/** In CSS pixels from the top of the document, by the key of the window's history entry. */
const places = new Map<string, number>()

let isTraversal = false

/** Whether one came to the present address by going back or forward. */
export function hasTraversed(): boolean {
  return isTraversal
}

/** How long a page may take to be as it was, in milliseconds. */
const longestWait = 2_000

/**
 * Keeps the place of each page that is left, and brings one there again. Browsers do so as soon as the
 * address changes, when the page is still to be drawn.
 */
export function useScrollPlaces(): void {
  useEffect(() => {
    history.scrollRestoration = 'manual'
    let stop = () => {}
    const leave = ({ navigationType }: NavigateEvent) => {
      keepPlace()
      stop()
      if (navigationType === 'push') isTraversal = false
      if (navigationType === 'traverse') isTraversal = true
    }
    const arrive = () => {
      stop()
      stop = comeTo(placeHere())
    }
    window.navigation.addEventListener('navigate', leave)
    window.addEventListener('popstate', arrive)
    // Unlocked, one is where one was.
    arrive()
    return () => {
      stop()
      window.navigation.removeEventListener('navigate', leave)
      window.removeEventListener('popstate', arrive)
    }
  }, [])
  // Before the page is taken away, as a lock does.
  useLayoutEffect(() => keepPlace, [])
}

function keepPlace(): void {
  const { currentEntry } = window.navigation
  if (currentEntry !== null) places.set(currentEntry.key, window.scrollY)
}

function placeHere(): number {
  return places.get(window.navigation.currentEntry?.key ?? '') ?? 0
}

/** Scrolls there, again as often as the page grows, unless the person scrolls first. */
function comeTo(top: number): () => void {
  const controller = new AbortController()
  const end = () => controller.abort()
  const observer = new ResizeObserver(() => window.scrollTo({ top }))
  const late = setTimeout(end, longestWait)
  controller.signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(late)
  })
  for (const name of ['wheel', 'pointerdown', 'keydown']) {
    window.addEventListener(name, end, { passive: true, signal: controller.signal })
  }
  observer.observe(document.body)
  return end
}
