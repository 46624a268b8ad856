/**
 * Electron's own binary does not come with its npm package. It is tried once a day with a short
 * patience, because many closed networks refuse the host that has it; the app runs without it.
 */
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { withLock } from './lock.mjs'
import { root } from './paths.mjs'
import { exitOf, waitFor } from './processes.ts'

export type ElectronBinary =
  | { readonly kind: 'present'; readonly path: string }
  | { readonly kind: 'absent'; readonly reason: string }

export type ElectronPlace = {
  /** npm's package, with its installer. */
  readonly package: string
  /** Where a download grows and a refusal is remembered. */
  readonly cache: string
  /** No byte for so long, and the download is given up. */
  readonly patienceMs: number
  /** Another machine than this one, by Node's names. */
  readonly machine?: { readonly platform: string; readonly arch: string }
}

const ownPlace: ElectronPlace = {
  package: join(root, 'node_modules', 'electron'),
  cache: join(root, 'node_modules', '.cache', 'electron-binary'),
  patienceMs: 15_000,
}
const refusalLastsMs = 24 * 60 * 60_000

const packageSchema = z.object({ version: z.string() })
const refusalSchema = z.object({
  version: z.string(),
  mirror: z.string(),
  at: z.number(),
  reason: z.string(),
})
/** Another host than the usual one; one that was named since is tried at once. */
const mirror = process.env['ELECTRON_MIRROR'] ?? ''

function electronVersion(place: ElectronPlace): string {
  const text = readFileSync(join(place.package, 'package.json'), 'utf8')
  return packageSchema.parse(JSON.parse(text)).version
}

/** The installed binary, of whichever version npm's package asks for; null where there is none. */
export function findElectron(place = ownPlace): string | null {
  const pathFile = join(place.package, 'path.txt')
  const versionFile = join(place.package, 'dist', 'version')
  if (!existsSync(pathFile) || !existsSync(versionFile)) return null
  const version = readFileSync(versionFile, 'utf8').replace(/^v/, '').trim()
  if (version !== electronVersion(place)) return null
  const path = join(place.package, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(path) ? path : null
}

const refusalFile = (place: ElectronPlace) => join(place.cache, 'refusal.json')

function rememberedRefusal(place: ElectronPlace): string | null {
  try {
    const refusal = refusalSchema.parse(JSON.parse(readFileSync(refusalFile(place), 'utf8')))
    const recent = Date.now() - refusal.at < refusalLastsMs
    const same = refusal.version === electronVersion(place) && refusal.mirror === mirror
    return recent && same ? refusal.reason : null
  } catch {
    return null
  }
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => {
      const size = statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size
      return sum + (size ?? 0)
    }, 0)
}

/** Runs Electron's installer as long as bytes keep coming. Answers why it failed, or null. */
async function download(place: ElectronPlace): Promise<string | null> {
  const temporary = join(place.cache, 'download')
  mkdirSync(temporary, { recursive: true })
  const child = spawn(process.execPath, [join(place.package, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      ...(place.machine !== undefined && {
        ELECTRON_INSTALL_PLATFORM: place.machine.platform,
        ELECTRON_INSTALL_ARCH: place.machine.arch,
      }),
      // Node heeds HTTPS_PROXY only when told to.
      NODE_USE_ENV_PROXY: '1',
    },
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk))
  const end: { code: number | null; known: boolean } = { code: null, known: false }
  const exited = exitOf(child).then((code) => Object.assign(end, { code, known: true }))

  let bytes = 0
  let lastByteAt = Date.now()
  const outcome = await waitFor(
    async () => {
      if (end.known) return 'ended'
      const now = bytesIn(temporary)
      if (now > bytes) {
        bytes = now
        lastByteAt = Date.now()
      }
      return Date.now() - lastByteAt > place.patienceMs ? 'stalled' : null
    },
    { timeoutMs: 15 * 60_000, everyMs: 100 },
  )
  if (outcome !== 'ended') child.kill()
  await exited
  rmSync(temporary, { recursive: true, force: true })
  if (findElectron(place) !== null) return null
  if (outcome !== 'ended') return `nothing came for ${place.patienceMs / 1000} seconds`
  // Node's own words for any trouble on the way, which tell a person nothing.
  if (complaint.includes('fetch failed')) return 'the host that has it does not answer'
  return /^\w*Error: .*$/m.exec(complaint)?.[0] ?? 'its installer failed'
}

/** Electron's binary, fetched where it can be had. Never throws for a network's sake. */
export async function ensureElectron(place = ownPlace): Promise<ElectronBinary> {
  const present = findElectron(place)
  if (present !== null) return { kind: 'present', path: present }
  return withLock(join(place.cache, 'lock'), async () => {
    const reason = rememberedRefusal(place) ?? (await download(place))
    const path = findElectron(place)
    if (path !== null) return { kind: 'present', path }
    const refusal: z.infer<typeof refusalSchema> = {
      version: electronVersion(place),
      mirror,
      at: Date.now(),
      reason: reason ?? 'unknown',
    }
    writeFileSync(refusalFile(place), JSON.stringify(refusal))
    return { kind: 'absent', reason: refusal.reason }
  })
}
