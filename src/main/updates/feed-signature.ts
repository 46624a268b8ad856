/**
 * The detached signature of a feed file. The systems vouch for the installers (Authenticode, Apple's
 * signature), and nobody but this for the announcement: who could change it would choose the version.
 */
import { createPublicKey, verify, type KeyObject } from 'node:crypto'

/** Beside the feed file: signatures in base64, a line each, one of each key that signs. */
export const signatureExtension = '.sig'

/** An Ed25519 signature is 64 bytes. */
const signaturePattern = /^[A-Za-z0-9+/]{86}==$/

/**
 * What is signed: the name goes with the content, so that the feed of one system, however well
 * signed, is not taken for another's.
 * @param fileName e.g. `latest.yml`
 */
export function signedBytes(fileName: string, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`services-online feed\n${fileName}\n`), content])
}

/**
 * The key in a text of base64, its DER as SubjectPublicKeyInfo; null for anything but an Ed25519 key.
 */
export function publicKeyIn(text: string): KeyObject | null {
  try {
    const key = createPublicKey({
      key: Buffer.from(text, 'base64'),
      format: 'der',
      type: 'spki',
    })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** Whether one of `keys` has signed `content` under this name. */
export function isSigned(options: {
  readonly fileName: string
  readonly content: Uint8Array
  /** The whole of the signature file. */
  readonly signatures: string
  readonly keys: readonly KeyObject[]
}): boolean {
  const bytes = signedBytes(options.fileName, options.content)
  const signatures = options.signatures
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => signaturePattern.test(line))
    .map((line) => Buffer.from(line, 'base64'))
  return options.keys.some((key) =>
    signatures.some((signature) => verify(null, bytes, key, signature)),
  )
}
