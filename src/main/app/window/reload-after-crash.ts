/** A page whose process crashed, or was ended for want of memory, is loaded again by itself. */

/** Of Electron's `WebContents`, what this needs. */
type Contents = {
  readonly on: (
    name: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string }) => void,
  ) => unknown
  readonly isDestroyed: () => boolean
  readonly reload: () => void
}

/** Twice within this time is no accident: loading again would crash again, without end. */
const apartMs = 10_000

/**
 * What was typed comes back from its draft.
 * @param onGone told each time, with Chromium's reason and whether it is loaded again
 * @param now ms since any moment, never going back
 */
export function reloadAfterCrash(
  contents: Contents,
  onGone: (reason: string, again: boolean) => void,
  now: () => number = () => performance.now(),
): void {
  let lastAt: number | null = null
  contents.on('render-process-gone', (_event, { reason }) => {
    // The window was closed.
    if (reason === 'clean-exit') return
    const [before, at] = [lastAt, now()]
    lastAt = at
    const again = before === null || at - before >= apartMs
    onGone(reason, again)
    if (!again) return
    // Not from within the event: the browser is still clearing up what is gone.
    setImmediate(() => {
      if (!contents.isDestroyed()) contents.reload()
    })
  })
}
