/** Every setting by its name in `config.json`, in the order in which documents list them. */

export type SettingType = 'text' | 'number' | 'switch' | 'list'

type NamedSetting = {
  /** The value's name among Windows' policies, where nothing is nested. */
  readonly policy: string
  readonly type: SettingType
}

export const namedSettings = {
  portalUrl: { policy: 'PortalUrl', type: 'text' },
  clientCertificateIssuer: { policy: 'ClientCertificateIssuer', type: 'text' },
  language: { policy: 'Language', type: 'text' },
  'updates.mode': { policy: 'UpdateMode', type: 'text' },
  'updates.feed': { policy: 'UpdateFeed', type: 'text' },
  'lock.required': { policy: 'LockRequired', type: 'switch' },
  'lock.longestIdleMinutes': { policy: 'LockLongestIdleMinutes', type: 'number' },
  'lock.password': { policy: 'LockPassword', type: 'text' },
  'proxySignIn.kind': { policy: 'ProxySignIn', type: 'text' },
  'proxySignIn.servers': { policy: 'ProxySignInServers', type: 'list' },
} as const satisfies Record<string, NamedSetting>

export type SettingName = keyof typeof namedSettings

export const settingNames = Object.keys(namedSettings).filter(isSettingName)

function isSettingName(text: string): text is SettingName {
  return Object.hasOwn(namedSettings, text)
}

/** The setting that Windows' policies call `value`; the registry does not tell capitals apart. */
export function settingOfPolicy(value: string): SettingName | null {
  const wanted = value.toLowerCase()
  return settingNames.find((name) => namedSettings[name].policy.toLowerCase() === wanted) ?? null
}
