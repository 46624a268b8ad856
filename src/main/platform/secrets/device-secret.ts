/**
 * By what the portal knows this installation again: one random secret, made once and kept in the
 * keychain. It opens nothing; it keeps the failures of others from holding up who signs in here.
 */
import { randomBytes } from 'node:crypto'
import pTimeout from 'p-timeout'
import { deviceSecretSchema } from '../../../shared/contract/identity/sessions.ts'
import type { Keychain } from './keychain.ts'

const bytes = 32

/**
 * The secret of this installation, in base64url: from the keychain, or made and kept there.
 * Where the keychain fails, or has not answered after `patienceMs`, one that lasts for this run.
 */
export type DeviceSecret = () => Promise<string>

/** @param patienceMs how long a call waits for a keychain that may be asking to be unlocked */
export function createDeviceSecret(keychain: Keychain, patienceMs: number): DeviceSecret {
  const made = randomBytes(bytes).toString('base64url')
  let secret = made
  let loading: Promise<void> | null = null

  async function load(): Promise<void> {
    const stored = await keychain.read('device')
    if (!stored.ok) return
    const parsed = deviceSecretSchema.safeParse(stored.data)
    if (parsed.success) secret = parsed.data
    else await keychain.write('device', made)
  }

  return async () => {
    loading ??= load()
    await pTimeout(loading, { milliseconds: patienceMs, fallback: () => undefined })
    return secret
  }
}
