/**
 * The store's key under a password. What opens it comes of two things: the password, stretched until
 * guessing costs time and memory, and a secret of the keychain's, without which the file's thief has
 * nothing to guess at. AES-256-GCM does the wrapping: Electron's BoringSSL has no AES-KW.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt } from 'node:crypto'
import { Mutex } from 'async-mutex'
import { normalizePassword } from '../../shared/identity/password-policy.ts'

/** Costs of scrypt: N is how much (a power of two), r how wide, p how often. */
export type ScryptCosts = { readonly N: number; readonly r: number; readonly p: number }

export type Wrapping = {
  /** Of the keychain, in base64url; 32 random bytes. */
  readonly secret: string
  /** In base64url. */
  readonly salt: string
  readonly parameters: ScryptCosts
  /** Nonce, tag and the wrapped key, in base64url. */
  readonly wrapped: string
}

/** 128 MB and about a second of one core. */
export const usualCosts: ScryptCosts = { N: 2 ** 17, r: 8, p: 1 }

/** An entry that asks for more is not the app's: it would take the computer's memory. */
const mostMemory = 512 * 2 ** 20

const secretBytes = 32
const saltBytes = 16
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** One at a time: each takes all of its memory while it runs. */
const stretching = new Mutex()

/**
 * Wraps `key` under `password`, with a secret and a salt of its own each time.
 * @param owner bound in, so that one person's wrapping opens nothing in another's entry
 */
export async function wrapKey(
  key: Uint8Array,
  password: string,
  owner: string,
  parameters: ScryptCosts = usualCosts,
): Promise<Wrapping> {
  const secret = randomBytes(secretBytes).toString('base64url')
  const salt = randomBytes(saltBytes).toString('base64url')
  const wrappingKey = await wrappingKeyOf({ secret, salt, parameters }, password)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce)
  cipher.setAAD(associated(owner, parameters))
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  const wrapped = Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
  wrappingKey.fill(0)
  return { secret, salt, parameters, wrapped }
}

/** The key; null where the password is another one, or the wrapping was changed by anyone. */
export async function unwrapKey(
  wrapping: Wrapping,
  password: string,
  owner: string,
): Promise<Buffer | null> {
  const bytes = Buffer.from(wrapping.wrapped, 'base64url')
  if (bytes.length !== nonceBytes + tagBytes + keyBytes) return null
  if (!isBearable(wrapping.parameters)) return null
  const wrappingKey = await wrappingKeyOf(wrapping, password)
  const nonce = bytes.subarray(0, nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagBytes })
  decipher.setAAD(associated(owner, wrapping.parameters))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()])
  } catch {
    return null
  } finally {
    wrappingKey.fill(0)
  }
}

async function wrappingKeyOf(
  { secret, salt, parameters }: Omit<Wrapping, 'wrapped'>,
  password: string,
): Promise<Buffer> {
  const stretched = await stretching.runExclusive(() => stretch(password, salt, parameters))
  const key = createHmac('sha256', Buffer.from(secret, 'base64url')).update(stretched).digest()
  stretched.fill(0)
  return key
}

function stretch(password: string, salt: string, costs: ScryptCosts): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  // Node's own limit is 32 MB; twice what it is said to need, which it counts more closely.
  const options = { ...costs, maxmem: 256 * costs.N * costs.r }
  scrypt(
    normalizePassword(password),
    Buffer.from(salt, 'base64url'),
    keyBytes,
    options,
    (error, key) => (error === null ? resolve(key) : reject(error)),
  )
  return promise
}

function isBearable({ N, r, p }: ScryptCosts): boolean {
  const isPower = N > 1 && Number.isInteger(Math.log2(N))
  return isPower && r >= 1 && p >= 1 && p <= 16 && 128 * N * r <= mostMemory
}

/** Costs are bound in too: cheaper ones cannot be put in their place. */
function associated(owner: string, { N, r, p }: ScryptCosts): Buffer {
  return Buffer.from(JSON.stringify(['store key', 1, owner, N, r, p]), 'utf8')
}
