/** The keychain of Windows, macOS, or Linux's Secret Service. */
import type { AsyncEntry } from '@napi-rs/keyring'
import pTimeout from 'p-timeout'

/** No name that carried a username: it would say who works here. A store's is its file's. */
export type SecretName = 'session' | 'store-key' | 'device' | 'proxy' | `store-${string}`

export const keychainFailures = ['keychain_absent', 'keychain_locked', 'keychain_refused'] as const
export type KeychainFailure = (typeof keychainFailures)[number]

export type KeychainResult<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly failure: KeychainFailure }

/** An entry that is not there reads as null; nothing throws. */
export type OsKeychain = {
  readonly read: (name: SecretName) => Promise<KeychainResult<string | null>>
  /** `secret` has at most 1,280 UTF-16 units: Windows takes no more. */
  readonly write: (name: SecretName, secret: string) => Promise<KeychainResult<null>>
  readonly remove: (name: SecretName) => Promise<KeychainResult<null>>
}

/** Windows' credential manager takes 2,560 bytes, which are 1,280 UTF-16 units. */
const longestSecret = 1_280

/** An unlock prompt that nobody answers must not hold the app for ever. */
const defaultPatienceMs = 60_000

/**
 * @param service the name under which the entries stand, as people see it in their keychain
 * @param patienceMs how long an unlock prompt may stay unanswered
 */
export function createOsKeychain(service: string, patienceMs = defaultPatienceMs): OsKeychain {
  const entries = new Map<SecretName, AsyncEntry>()

  // Cached, because on Linux each new entry opens a connection (5 ms; a kept one answers in 1 ms).
  // Pinned, because unpinned it falls back in silence to the kernel's keyring, which a restart
  // empties; with no bus the constructor throws.
  const entry = async (name: SecretName) => {
    const cached = entries.get(name)
    if (cached !== undefined) return cached
    // Not with the module: a library that does not load is a keychain that is absent, and the app
    // works without one.
    const library = await import('@napi-rs/keyring')
    const created = new library.AsyncEntry(service, name, { linux: { store: 'secret-service' } })
    entries.set(name, created)
    return created
  }

  async function attempt<Data>(work: () => Promise<Data>): Promise<KeychainResult<Data>> {
    try {
      return await pTimeout(done(work), {
        milliseconds: patienceMs,
        fallback: () => ({ ok: false, failure: 'keychain_locked' }) as const,
      })
    } catch (error) {
      // A connection to a keychain that went away stays dead: the next try opens another.
      entries.clear()
      return { ok: false, failure: keychainFailure(error) }
    }
  }

  return {
    read: (name) => attempt(async () => (await (await entry(name)).getPassword()) ?? null),
    write: (name, secret) =>
      attempt(async () => {
        if (secret.length > longestSecret) throw new Error('The secret is too long to be kept.')
        await (await entry(name)).setPassword(secret)
        return null
      }),
    remove: (name) =>
      attempt(async () => {
        await (await entry(name)).deletePassword()
        return null
      }),
  }
}

async function done<Data>(work: () => Promise<Data>): Promise<KeychainResult<Data>> {
  return { ok: true, data: await work() }
}

const absences =
  /DBus error|no result found|keychain is (not )?available|logon session|native binding/i

/**
 * The library tells its failures apart in words only. Seen on Linux: no bus, a bus without the
 * service ("DBus error"), a bus whose policy forbids the call ("Rejected send message"), a service
 * without a keyring ("no result found"), a locked keyring ("unlock prompt was dismissed"). From the
 * systems' own documentation: macOS's "User interaction is not allowed" (locked) and "No keychain is
 * available"; Windows without a logon session. From the library's: a platform that it has no build
 * for ("Cannot find native binding").
 */
export function keychainFailure(error: unknown): KeychainFailure {
  const message = error instanceof Error ? error.message : ''
  if (/dismissed|locked|interaction is not allowed/i.test(message)) return 'keychain_locked'
  if (/Rejected send message|AppArmor policy/i.test(message)) return 'keychain_refused'
  return absences.test(message) ? 'keychain_absent' : 'keychain_refused'
}
