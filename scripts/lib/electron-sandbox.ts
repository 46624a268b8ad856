/**
 * Whether Linux lets an unpackaged Electron have its sandbox. Ubuntu 24.04 refuses it to programs
 * that AppArmor does not know, and Electron then dies before its first line, with a signal.
 */
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type SandboxSurroundings = {
  /** Null where the platform has no such number. */
  readonly uid: number | null
  /** What the kernel says under a name; null where it knows none. */
  readonly sysctl: (name: string) => string | null
  /** Whether the helper beside Electron is root's and runs as root. */
  readonly helperIsRoots: (path: string) => boolean
}

const here: SandboxSurroundings = {
  uid: process.getuid?.() ?? null,
  sysctl(name) {
    try {
      return readFileSync(join('/proc/sys', ...name.split('.')), 'utf8').trim()
    } catch {
      return null
    }
  },
  helperIsRoots(path) {
    const status = statSync(path, { throwIfNoEntry: false })
    return status !== undefined && status.uid === 0 && (status.mode & 0o4000) !== 0
  },
}

/** The kernel's settings that refuse a sandbox, by name, with the value that does. */
const refusals = [
  ['kernel.apparmor_restrict_unprivileged_userns', '1'],
  ['kernel.unprivileged_userns_clone', '0'],
  ['user.max_user_namespaces', '0'],
] as const

/**
 * The setting that refuses Electron its sandbox, as `name=value`; null where none does. Root runs
 * without one, and the helper that is root's needs no setting.
 * @param binary Electron's program
 */
export function sandboxObstacle(binary: string, surroundings = here): string | null {
  const { uid, sysctl, helperIsRoots } = surroundings
  if (uid === 0 || helperIsRoots(join(dirname(binary), 'chrome-sandbox'))) return null
  const found = refusals.find(([name, value]) => sysctl(name) === value)
  return found === undefined ? null : found.join('=')
}
