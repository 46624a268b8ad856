/**
 * The secret beside the database: a copy of the database alone allows no guessing of answers and
 * no rewriting of the event chain.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Pepper = {
  /** Argon2's secret for answers. */
  readonly answers: Buffer
  /** An HMAC of `text` for the chain of security events, in base64url. */
  readonly sealEvent: (text: string) => string
  /** Hides what was typed as a username (now and then a password) behind an HMAC. */
  readonly hideName: (name: string) => string
}

const bytes = 32
/** In characters; what is made here has 43. */
const shortest = 16

/**
 * The pepper from `secret`, else from the folder's file, made by whichever process is first.
 * @throws where the file cannot be read, or lost its content
 */
export function loadPepper(dataFolder: string, secret: string | undefined): Pepper {
  const root = secret ?? readWhole(join(dataFolder, 'pepper'))
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', root, '', purpose, bytes))
  const eventKey = derive('security events')
  const nameKey = derive('typed usernames')
  return {
    answers: derive('security answers'),
    sealEvent: (text) => createHmac('sha256', eventKey).update(text).digest('base64url'),
    hideName: (name) => createHmac('sha256', nameKey).update(name).digest('base64url'),
  }
}

function readWhole(file: string): string {
  const text = readOrMake(file)
  if (text.trim().length < shortest) throw new Error(`${file} is damaged: it holds no secret`)
  return text
}

function readOrMake(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Linking a finished file is atomic: a second process never reads half a pepper.
    const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
    writeFileSync(own, randomBytes(bytes).toString('base64url'), { mode: 0o600, flush: true })
    try {
      linkSync(own, file)
    } catch {
      // Another process was first; its pepper counts.
    } finally {
      rmSync(own)
    }
    return readFileSync(file, 'utf8')
  }
}
