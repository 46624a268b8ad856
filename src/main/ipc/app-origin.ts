/** The address of the app's own pages: `app://services-online/`. */
export const appScheme = 'app'
export const appOrigin = { protocol: `${appScheme}:`, host: 'services-online' } as const

/** @param path begins with a slash */
export function appUrl(path: string): string {
  return `${appOrigin.protocol}//${appOrigin.host}${path}`
}
