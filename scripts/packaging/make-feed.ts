/**
 * What installed apps read to learn of a release: a feed file for each kind of computer, as
 * electron-builder names and writes it, with what is new by language and the share of a staged
 * roll-out, and a signature beside each.
 */
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { dump } from 'js-yaml'
import { z } from 'zod'
import {
  isSigned,
  publicKeyIn,
  signatureExtension,
  signedBytes,
} from '../../src/main/updates/feed-signature.ts'
import { parseRelease, type ReleaseFile } from '../../src/main/updates/release.ts'
import { languages } from '../../src/shared/languages.ts'
import { Failure } from '../lib/failure.mjs'

/** Which packages each feed is about; `.dmg` and `.deb` are installed by people. */
const feeds: readonly { readonly name: string; readonly packages: RegExp }[] = [
  { name: 'latest.yml', packages: /\.exe$/ },
  { name: 'latest-mac.yml', packages: /\.zip$/ },
  { name: 'latest-linux.yml', packages: /(?:x64|x86_64)\.AppImage$/ },
  { name: 'latest-linux-arm64.yml', packages: /arm64\.AppImage$/ },
]

const notesSchema = z.record(z.enum(languages), z.array(z.string().min(1)).min(1))

export type FeedOptions = {
  /** Holds the packages of one version; the feeds are written into it. */
  readonly folder: string
  readonly version: string
  /** JSON: what is new, by language, a line each. */
  readonly notesFile: string
  /** Of all installations, how many are offered it: 0 to 100. */
  readonly percentage: number
  /** `UPDATE_SIGNING_KEY`, `UPDATE_PUBLIC_KEYS`. */
  readonly environment: NodeJS.ProcessEnv
  readonly now: Date
}

/**
 * Writes the feeds and reads them back as an app does.
 * @returns the names of the feeds
 * @throws {Failure} where something is missing or does not fit
 */
export async function makeFeeds(options: FeedOptions): Promise<string[]> {
  const { folder } = options
  const keys = signingKeys(options.environment)
  const notes = readNotes(options.notesFile)
  const names = readdirSync(folder).filter((name) => name.includes(`-${options.version}-`))
  const made: string[] = []
  for (const { name, packages } of feeds) {
    const own = names.filter((one) => packages.test(one)).toSorted()
    if (own.length === 0) continue
    // oxlint-disable-next-line no-await-in-loop -- large files, one after another
    const files = await Promise.all(own.map((one) => describeFile(folder, one)))
    writeFeed({ ...options, notes, files, keys, name })
    check(folder, name, keys)
    made.push(name)
  }
  if (made.length === 0) {
    throw new Failure(
      `No package of version ${options.version} lies in ${folder}.`,
      'Make the packages first, and put those of all platforms into one folder.',
    )
  }
  return made
}

/** The private keys, of which an app has to know one. @throws {Failure} where there is none, or another */
function signingKeys(environment: NodeJS.ProcessEnv): readonly KeyObject[] {
  const given = listIn(environment['UPDATE_SIGNING_KEY'])
  const keys = given.map(privateKeyIn).filter((key) => key !== null)
  if (keys.length === 0 || keys.length < given.length) {
    throw new Failure(
      'UPDATE_SIGNING_KEY holds no Ed25519 key.',
      'One is made by: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0',
    )
  }
  const known = new Set(listIn(environment['UPDATE_PUBLIC_KEYS']))
  if (keys.map(publicTextOf).some((text) => known.has(text))) return keys
  throw new Failure(
    'No app would believe this: UPDATE_PUBLIC_KEYS does not name a key that signs.',
    `Build the packages and their feed with UPDATE_PUBLIC_KEYS=${keys.map(publicTextOf).join(',')}`,
  )
}

function listIn(variable = ''): string[] {
  return variable.split(',').filter((text) => text !== '')
}

function privateKeyIn(text: string): KeyObject | null {
  try {
    const key = createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** The public half, as `UPDATE_PUBLIC_KEYS` has it. */
function publicTextOf(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
}

function readNotes(path: string): z.infer<typeof notesSchema> {
  try {
    return notesSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new Failure(
      `${path} does not say what is new.`,
      `It is JSON, with a list of lines for each of ${languages.join(', ')}.`,
    )
  }
}

async function describeFile(folder: string, name: string): Promise<ReleaseFile> {
  const path = join(folder, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return { url: name, sha512: hash.digest('base64'), size: statSync(path).size }
}

function writeFeed({
  folder,
  name,
  version,
  percentage,
  notes,
  now,
  files,
  keys,
}: FeedOptions & {
  readonly name: string
  readonly notes: z.infer<typeof notesSchema>
  readonly files: readonly ReleaseFile[]
  readonly keys: readonly KeyObject[]
}): void {
  const releaseDate = now.toISOString()
  const content = dump({ version, files, releaseDate, stagingPercentage: percentage, notes })
  const bytes = signedBytes(name, Buffer.from(content))
  const signatures = keys.map((key) => `${sign(null, bytes, key).toString('base64')}\n`)
  writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, `${name}${signatureExtension}`), signatures.join(''))
}

/** As an app reads it. @throws {Failure} where it would not take it */
function check(folder: string, fileName: string, keys: readonly KeyObject[]): void {
  const content = readFileSync(join(folder, fileName))
  const signatures = readFileSync(join(folder, `${fileName}${signatureExtension}`), 'utf8')
  const known = keys.map((key) => publicKeyIn(publicTextOf(key))).filter((key) => key !== null)
  try {
    parseRelease(content.toString('utf8'))
  } catch {
    throw new Failure(`${fileName} is not what an app reads.`, 'Look at what is in it.')
  }
  if (!isSigned({ fileName, content, signatures, keys: known })) {
    throw new Failure(`${fileName} is not signed.`, 'Make it again.')
  }
}
