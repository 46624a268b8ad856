/** The address of the app's own pages: `app://services-online/`. */
export const appScheme = 'app'
export const appOrigin = { protocol: `${appScheme}:`, host: 'services-online' } as const

/** @param path begins with a slash */
export function appUrl(path: string): string {
  return `${appOrigin.protocol}//${appOrigin.host}${path}`
}

/** What is checked of Electron's `senderFrame`, which is null once the frame has gone. */
export type Sender = { readonly url: string; readonly parent: object | null }

/** Only the window's own page may call: no frame inside it, and no page from elsewhere. */
export function isTrusted(sender: Sender | null): sender is Sender {
  return sender !== null && sender.parent === null && isAppUrl(sender.url)
}

/** Protocol and host, because `origin` is the text "null" for every address with this scheme. */
export function isAppUrl(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed?.protocol === appOrigin.protocol && parsed.host === appOrigin.host
}
