/** What no page may do, whatever it tries: denied here a second time, after its own policy. */
import { session, type WebContents } from 'electron'
import { isAppUrl } from '../ipc/trusted-sender.ts'

/**
 * No camera, no location, no notifications, no downloads: the app asks for none, and writes its
 * files itself. Call before a window opens.
 */
export function denyPermissions(): void {
  session.defaultSession.on('will-download', (event) => event.preventDefault())
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) =>
    answer(false),
  )
  session.defaultSession.setPermissionCheckHandler(() => false)
  // Off for the whole session too, whose spell checker would fetch dictionaries from elsewhere.
  session.defaultSession.setSpellCheckerEnabled(false)
}

/** The window stays on the app's own pages, and opens no other. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
