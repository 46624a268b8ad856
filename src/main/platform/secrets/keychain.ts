/**
 * The keychain as the rest of main sees it. Where it fails, secrets stay in memory, the person is
 * told once, and nothing is ever written in clear instead.
 */
import { Mutex } from 'async-mutex'
import type { Notice } from '../../../shared/contract/notices.ts'
import type { KeychainFailure, KeychainResult, SecretName, OsKeychain } from './os-keychain.ts'

export type Keychain = {
  readonly read: (name: SecretName) => Promise<KeychainResult<string | null>>
  /**
   * Whether the secret is now in the keychain. After a failure only a write that insists tries
   * again: each try can put an unlock prompt before the person.
   */
  readonly write: (
    name: SecretName,
    secret: string,
    options?: { readonly insist: boolean },
  ) => Promise<boolean>
  /** Whether the secret is certainly gone from the keychain. */
  readonly remove: (name: SecretName) => Promise<boolean>
  /** Asks the keychain again though it has failed: what is wrong with it now, or null. */
  readonly retry: () => Promise<KeychainFailure | null>
  /** False once the keychain has failed, until it works again. */
  readonly usable: () => boolean
}

/** @param onMended told when a keychain that had failed works again */
export function createKeychain(
  store: OsKeychain,
  raise: (notice: Notice) => void,
  onMended: () => void = () => undefined,
): Keychain {
  let trouble: KeychainFailure | null = null
  /** Changes in the order they were asked for: a slow write must not outlive a removal after it. */
  const changes = new Mutex()

  function note<Data>(result: KeychainResult<Data>): KeychainResult<Data> {
    const before = trouble
    trouble = result.ok ? null : result.failure
    if (trouble !== null) raise({ code: trouble })
    else if (before !== null) onMended()
    return result
  }

  return {
    async read(name) {
      if (trouble !== null) return { ok: false, failure: trouble }
      return note(await store.read(name))
    },
    write: (name, secret, { insist } = { insist: false }) =>
      changes.runExclusive(async () => {
        if (trouble !== null && !insist) return false
        return note(await store.write(name, secret)).ok
      }),
    remove: (name) => changes.runExclusive(async () => note(await store.remove(name)).ok),
    async retry() {
      const result = note(await store.read('session'))
      return result.ok ? null : result.failure
    },
    usable: () => trouble === null,
  }
}
