/**
 * What Debian brings: looked for by program, installed with apt-get where that is allowed, else
 * named so that a person can install it.
 */
import { existsSync, readdirSync } from 'node:fs'
import { Failure } from './failure.mjs'
import { withLock } from './lock.mjs'
import { join } from 'node:path'
import { locksFolder } from './paths.mjs'
import { findProgram, runInTerminal, runCaptured } from './processes.ts'

/** Each package with the programs that we use of it. */
const packages = {
  chromium: ['chromium'],
  'chromium-headless-shell': ['chromium-headless-shell'],
  xvfb: ['Xvfb'],
  'gnome-keyring': ['gnome-keyring-daemon'],
  dbus: ['dbus-daemon', 'dbus-send'],
  postgresql: [],
  nginx: ['nginx'],
  nsis: ['makensis'],
  wine64: ['wine64', 'wineserver64'],
  'p7zip-full': ['7z'],
  'squashfs-tools': ['mksquashfs', 'unsquashfs'],
  'desktop-file-utils': ['desktop-file-validate'],
  'libreoffice-calc': ['soffice'],
} as const satisfies Record<string, readonly string[]>

export type DebianPackage = keyof typeof packages

const postgresqlFolder = '/usr/lib/postgresql'

/** The programs of the newest PostgreSQL server that Debian installed, else null. */
export function postgresqlPrograms(): string | null {
  if (!existsSync(postgresqlFolder)) return null
  const versions = readdirSync(postgresqlFolder)
    .map(Number)
    .filter((version) => existsSync(join(postgresqlFolder, String(version), 'bin', 'initdb')))
  return versions.length === 0 ? null : join(postgresqlFolder, String(Math.max(...versions)), 'bin')
}

function isPresent(name: DebianPackage): boolean {
  if (name === 'postgresql') return postgresqlPrograms() !== null
  return packages[name].every((program) => findProgram(program) !== null)
}

/** How apt-get may be run: as we are, through sudo without a password, or not at all. */
async function aptPrefix(): Promise<readonly string[] | null> {
  if (process.platform !== 'linux' || findProgram('apt-get') === null) return null
  if (process.getuid?.() === 0) return []
  if (findProgram('sudo') === null) return null
  const { code } = await runCaptured('sudo', ['-n', 'true'])
  return code === 0 ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive'] : null
}

async function aptGet(prefix: readonly string[], args: readonly string[]): Promise<number> {
  const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', '-qq', ...args]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return runInTerminal(command, rest, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/**
 * Makes sure that Debian's packages are there.
 * @throws {Failure} naming what to install, where that may not or could not be done here
 */
export async function ensureDebianPackages(names: readonly DebianPackage[]): Promise<void> {
  if (names.every(isPresent)) return
  await withLock(join(locksFolder, 'debian'), async () => {
    const missing = names.filter((name) => !isPresent(name))
    if (missing.length === 0) return
    const byHand =
      findProgram('apt-get') === null
        ? 'Install them with your system’s package manager, then run again.'
        : `Install them yourself, then run again: sudo apt-get install ${missing.join(' ')}`
    const prefix = await aptPrefix()
    if (prefix === null) {
      throw new Failure(
        `Missing here: ${missing.join(', ')}, and this user may not install them.`,
        byHand,
      )
    }
    console.log(`Installing ${missing.join(', ')} from Debian …`)
    const install = [
      'install',
      '--yes',
      '--no-install-recommends',
      '-o',
      'DPkg::Lock::Timeout=300',
      ...missing,
    ]
    if ((await aptGet(prefix, install)) !== 0) {
      // Most often the lists are absent or old: fetch them, and only then.
      await aptGet(prefix, ['update'])
      if ((await aptGet(prefix, install)) !== 0) {
        throw new Failure(`apt-get could not install ${missing.join(', ')} (see above).`, byHand)
      }
    }
    const absent = missing.filter((name) => !isPresent(name))
    if (absent.length > 0) {
      throw new Failure(`Installed, but not to be found: ${absent.join(', ')}.`, byHand)
    }
  })
}
