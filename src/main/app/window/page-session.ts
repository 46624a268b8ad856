/**
 * The session of the pages, apart from that of main, whose network they must not share. Their own
 * policy closes what it knows of; this closes the rest (preconnecting, WebRTC over TCP, whatever a
 * later Chromium brings), whatever a page does.
 */
import { session, type Session } from 'electron'

/** Nobody listens there, and nothing is exempt: not even this computer itself. */
const nowhere = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const

/** Must be parsed as an address, and leads nowhere. */
const noDictionaries = 'https://dictionaries.invalid/'

/** Call once the app is ready, before anything else uses a session. */
export async function openPageSession(): Promise<Session> {
  forbid(session.defaultSession)
  const pages = session.fromPartition('persist:pages')
  forbid(pages)
  await pages.setProxy(nowhere)
  return pages
}

/**
 * No camera, no location, no notifications, no downloads: the app asks for none, and writes its
 * files itself. No dictionaries either, which a session fetches from elsewhere as soon as it is
 * there, whether or not spelling is checked.
 */
function forbid(used: Session): void {
  used.setSpellCheckerLanguages([])
  used.setSpellCheckerDictionaryDownloadURL(noDictionaries)
  used.setSpellCheckerEnabled(false)
  used.on('will-download', (event) => event.preventDefault())
  used.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  used.setPermissionCheckHandler(() => false)
}
