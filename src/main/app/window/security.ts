/** What no page may do, whatever it tries: denied here a second time, after its own policy. */
import type { WebContents } from 'electron'
import { isAppUrl } from '../../ipc/trusted-sender.ts'

/** The window stays on the app's own pages, opens no other, and has no way past its proxy. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // WebRTC's data channels ask for no permission, and its UDP knows no proxy.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
