/** AES-256-GCM over small files. Layout: version (1 byte), nonce (12), tag (16), ciphertext. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export const sealingKeyBytes = 32

const algorithm = 'aes-256-gcm'
const version = Buffer.of(1)
const nonceBytes = 12
const tagBytes = 16
const headerBytes = version.length + nonceBytes + tagBytes

/** `name` is bound in, so that one sealed file cannot be put in another's place. */
export function seal(key: Uint8Array, name: string, content: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key, nonce)
  cipher.setAAD(associated(name))
  const ciphertext = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()])
  return Buffer.concat([version, nonce, cipher.getAuthTag(), ciphertext])
}

/** The content, or null where the bytes were damaged, changed or sealed with another key. */
export function unseal(key: Uint8Array, name: string, sealed: Buffer): string | null {
  if (sealed.length < headerBytes || sealed[0] !== version[0]) return null
  const nonce = sealed.subarray(version.length, version.length + nonceBytes)
  const tag = sealed.subarray(version.length + nonceBytes, headerBytes)
  try {
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
    decipher.setAAD(associated(name))
    decipher.setAuthTag(tag)
    const content = Buffer.concat([decipher.update(sealed.subarray(headerBytes)), decipher.final()])
    return content.toString('utf8')
  } catch {
    return null
  }
}

function associated(name: string): Buffer {
  return Buffer.concat([version, Buffer.from(name, 'utf8')])
}
