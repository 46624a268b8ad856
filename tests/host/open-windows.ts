/** The windows that are open, for `app.quit` and `window-all-closed`. */
type OpenWindow = {
  /** Asks the window to close; false when it refuses. */
  readonly close: () => boolean
  readonly closed: Promise<void>
}

const open = new Set<OpenWindow>()

export function addWindow(window: OpenWindow, onLastClosed: () => void): void {
  open.add(window)
  void forgetWhenClosed(window, onLastClosed)
}

async function forgetWhenClosed(window: OpenWindow, onLastClosed: () => void): Promise<void> {
  await window.closed
  open.delete(window)
  if (open.size === 0) onLastClosed()
}

/** Closes every window; false as soon as one refuses. */
export async function closeWindows(): Promise<boolean> {
  const windows = [...open]
  if (!windows.every((window) => window.close())) return false
  await Promise.all(windows.map((window) => window.closed))
  return true
}
