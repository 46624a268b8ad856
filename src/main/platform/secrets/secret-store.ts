/** The port behind which the operating system's keychain stands. */
/** Fixed names: a key that carried a username would say who works here. */
export type SecretName = 'session' | 'store-key' | 'device'

export const keychainFailures = ['keychain_absent', 'keychain_locked', 'keychain_refused'] as const
export type KeychainFailure = (typeof keychainFailures)[number]

export type KeychainResult<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly failure: KeychainFailure }

/** An entry that is not there reads as null; nothing throws. */
export type SecretStore = {
  readonly read: (name: SecretName) => Promise<KeychainResult<string | null>>
  /** `secret` has at most 1,280 UTF-16 units: Windows takes no more. */
  readonly write: (name: SecretName, secret: string) => Promise<KeychainResult<null>>
  readonly remove: (name: SecretName) => Promise<KeychainResult<null>>
}
