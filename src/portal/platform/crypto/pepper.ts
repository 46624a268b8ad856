/**
 * The secret beside the database: a copy of the database alone allows no guessing of answers and
 * no rewriting of the event chain.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

export type Pepper = {
  /** Argon2's secret for answers. */
  readonly answers: Buffer
  /** An HMAC of `text` for the chain of security events, in base64url. */
  readonly hmacEvent: (text: string) => string
  /** Hides what was typed as a username (now and then a password) behind an HMAC. */
  readonly hmacUsername: (name: string) => string
  /** An HMAC of a code that was sent for `purpose` (a flow's id): worth nothing elsewhere. */
  readonly hmacCode: (purpose: string, code: string) => string
  /** An HMAC of a device's secret for the account of `userId`: of no use for any other. */
  readonly hmacDevice: (userId: string, secret: string) => string
  /** An HMAC of bytes that a refresh token is made of: those that bear it were issued here. */
  readonly signToken: (signed: Buffer) => Buffer
  /** An HMAC of a request, for one that has no password and no answer in it. */
  readonly hmacRequest: (text: string) => string
  /** An HMAC of a position in what changed for `owner`: cursors that bear it were made here, for them. */
  readonly hmacCursor: (owner: string, position: string) => string
  /** A number below `limit` that is always the same for `name`, and that nobody can foretell. */
  readonly hmacIndex: (name: string, limit: number) => number
  /** Encrypts what waits in the database for a while (AES-256-GCM). */
  readonly encrypt: (text: string) => string
  /** @throws where `sealed` was altered, or encrypted with another pepper. */
  readonly decrypt: (sealed: string) => string
  /** Encrypts what is kept for long, for `place` alone (AES-256-GCM): it opens nowhere else. */
  readonly sealAnswer: (place: string, text: string) => string
  /** @throws where `sealed` was altered, is of another place, or was encrypted with another pepper. */
  readonly openAnswer: (place: string, sealed: string) => string
}

const bytes = 32

/** The pepper whose keys all derive from `secret`. */
export function createPepper(secret: string): Pepper {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', purpose, bytes))
  // Made once: from bare bytes Node would make one for each use, which takes longer than the HMAC.
  const keyFor = (purpose: string): KeyObject => createSecretKey(derive(purpose))
  const eventKey = keyFor('security events')
  const nameKey = keyFor('typed usernames')
  const codeKey = keyFor('sent codes')
  const deviceKey = keyFor('known devices')
  const tokenKey = keyFor('refresh tokens')
  const decoyKey = keyFor('decoys')
  const mailKey = keyFor('waiting messages')
  const requestKey = keyFor('requests')
  const cursorKey = keyFor('cursors of changes')
  const answerKey = keyFor('kept answers')
  return {
    answers: derive('security answers'),
    hmacEvent: (text) => hmac(eventKey, text).digest('base64url'),
    hmacUsername: (name) => hmac(nameKey, name).digest('base64url'),
    hmacCode: (purpose, code) => hmac(codeKey, JSON.stringify([purpose, code])).digest('base64url'),
    hmacDevice: (userId, device) =>
      hmac(deviceKey, JSON.stringify([userId, device])).digest('base64url'),
    signToken: (signed) => createHmac('sha256', tokenKey).update(signed).digest(),
    hmacRequest: (text) => hmac(requestKey, text).digest('base64url'),
    hmacCursor: (owner, position) =>
      hmac(cursorKey, JSON.stringify([owner, position])).digest('base64url'),
    hmacIndex: (name, limit) => hmac(decoyKey, name).digest().readUInt32BE() % limit,
    encrypt: (text) => encrypt(mailKey, text),
    decrypt: (sealed) => decrypt(mailKey, sealed),
    sealAnswer: (place, text) => encrypt(answerKey, text, place),
    openAnswer: (place, sealed) => decrypt(answerKey, sealed, place),
  }
}

function hmac(key: KeyObject, text: string) {
  return createHmac('sha256', key).update(text)
}

const cipherName = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** @param place what it is authenticated with besides */
function encrypt(key: KeyObject, text: string, place = ''): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(cipherName, key, nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

function decrypt(key: KeyObject, sealed: string, place = ''): string {
  const bytesOf = Buffer.from(sealed, 'base64url')
  const nonce = bytesOf.subarray(0, nonceBytes)
  const decipher = createDecipheriv(cipherName, key, nonce).setAAD(Buffer.from(place))
  decipher.setAuthTag(bytesOf.subarray(nonceBytes, nonceBytes + tagBytes))
  const body = bytesOf.subarray(nonceBytes + tagBytes)
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
}
