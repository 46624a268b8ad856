/** Who can write a file of macOS or Linux, as far as its mode and its folders' say. */
import { lstatSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'

/** Of a file's status, what this looks at. */
export type Ownership = {
  readonly uid: number
  readonly gid: number
  readonly mode: number
  readonly isSymbolicLink: () => boolean
}

/** The first is root's or wheel's; macOS counts `admin` among administrators too. */
const administratorGroups: Partial<Record<NodeJS.Platform, readonly number[]>> = {
  darwin: [0, 80],
  linux: [0],
}
const groupWrites = 0o020
const othersWrite = 0o002

/**
 * Whether nobody but administrators can change the file, or put another in its place: it and each
 * folder above it, both as it is named and where symbolic links lead, is theirs. Lists of access
 * rights beside the mode are not looked at; on Linux what they grant shows in the group's bits.
 * Throws what the file system throws.
 */
export function onlyRootWrites(
  path: string,
  platform: NodeJS.Platform,
  statusOf: (path: string) => Ownership = lstatSync,
  resolve: (path: string) => string = realpathSync,
): boolean {
  const groups = administratorGroups[platform] ?? [0]
  return [...chain(path), ...chain(resolve(path))].every((part) => {
    const status = statusOf(part)
    const { uid, gid, mode } = status
    if (uid !== 0) return false
    // A link's own mode means nothing: its folder decides who can replace it.
    if (status.isSymbolicLink()) return true
    return (mode & othersWrite) === 0 && ((mode & groupWrites) === 0 || groups.includes(gid))
  })
}

/** The path itself, and every folder above it. */
function chain(path: string): string[] {
  const above = dirname(path)
  return above === path ? [path] : [path, ...chain(above)]
}
