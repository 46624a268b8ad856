/** Leaving a page on which something is not saved: the page may ask first. */
import type { AroundNavHandler } from 'wouter'

/** What a page with something unsaved has to say about leaving it. */
export type NavigationBlocker = {
  /** Whether one may go there without a question. */
  readonly allows: (path: string) => boolean
  /** Asks, and calls `proceed` once the person has decided to go. */
  readonly ask: (proceed: () => void) => void
}

let blocker: NavigationBlocker | null = null

/** Has `next` decide on every way out until the returned function is called. */
export function blockNavigation(next: NavigationBlocker): () => void {
  blocker = next
  return () => {
    if (blocker === next) blocker = null
  }
}

/** Whether leaving the app would lose what the page holds. */
export function isLeavingBlocked(): boolean {
  return blocker !== null
}

/**
 * Calls `proceed` at once, or when the page agrees.
 * @param path where it leads; null where it ends the session
 */
export function unlessBlocked(proceed: () => void, path: string | null): void {
  if (blocker === null || (path !== null && blocker.allows(path))) proceed()
  else blocker.ask(proceed)
}

/** For the router: every link and every `navigate` of the pages beneath it. */
export const blockableNavigation: AroundNavHandler = (navigate, to, options) =>
  unlessBlocked(() => navigate(to, options), to)
