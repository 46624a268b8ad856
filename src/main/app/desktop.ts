/** What the app says through the system, and what the person looks at meanwhile: Electron's part. */
import { Notification } from 'electron'
import type { Desktop } from './notifications.ts'

/** Of Electron's window, what this needs. */
type SeenWindow = {
  isDestroyed(): boolean
  isFocused(): boolean
  readonly webContents: { getURL(): string }
}

/**
 * @param window the open one; null where none is
 * @param toFront shows the window, or opens one; resolves once its page listens
 */
export function createDesktop(
  window: () => SeenWindow | null,
  toFront: () => Promise<void>,
): Desktop {
  /** One that nobody holds may be collected, and nobody would hear of its click. */
  const held = new Set<Notification>()
  return {
    notify({ title, body, onClick }) {
      if (!Notification.isSupported()) return
      const notification = new Notification({ title, body })
      const release = () => void held.delete(notification)
      held.add(notification)
      notification.on('click', () => {
        release()
        // A window that opens only now would not hear where its page is to go.
        void toFront().then(onClick)
      })
      notification.on('close', release)
      notification.on('failed', release)
      notification.show()
    },
    withdraw() {
      for (const notification of held) notification.close()
      held.clear()
    },
    seenPath() {
      const seen = window()
      if (seen === null || seen.isDestroyed() || !seen.isFocused()) return null
      const url = URL.parse(seen.webContents.getURL())
      // In a client's view there are no news of the others.
      return url === null || url.searchParams.has('client') ? null : url.pathname
    },
  }
}
