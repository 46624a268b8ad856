/**
 * A keychain that can be looked into and made to fail. The real one has its own tests in
 * `os-keychain.test.ts`, and the journeys use it.
 */
import type {
  KeychainFailure,
  KeychainResult,
  SecretName,
  OsKeychain,
} from '../../../src/main/platform/secrets/os-keychain.ts'

export type MemoryKeychain = OsKeychain & {
  readonly entries: Map<SecretName, string>
  /** From now on every call fails so; null mends it. */
  readonly fail: (failure: KeychainFailure | null) => void
}

export function createMemoryKeychain(): MemoryKeychain {
  const entries = new Map<SecretName, string>()
  let failure: KeychainFailure | null = null
  const answer = async <Data>(work: () => Data): Promise<KeychainResult<Data>> =>
    failure === null ? { ok: true, data: work() } : { ok: false, failure }
  return {
    entries,
    fail: (next) => {
      failure = next
    },
    read: (name) => answer(() => entries.get(name) ?? null),
    write: (name, secret) =>
      answer(() => {
        entries.set(name, secret)
        return null
      }),
    remove: (name) =>
      answer(() => {
        entries.delete(name)
        return null
      }),
  }
}
