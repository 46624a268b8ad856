// @ts-check
/** Whether node_modules holds what a lock file asks for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ version: unknown, optional: boolean }} Entry */

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null
}

/**
 * The packages that a lock file names, by their path; null where there is no readable one.
 * @param {string} path
 * @returns {Map<string, Entry> | null}
 */
function readLock(path) {
  try {
    /** @type {unknown} */
    const lock = JSON.parse(readFileSync(path, 'utf8'))
    if (!isRecord(lock) || !isRecord(lock['packages'])) return null
    /** @type {Map<string, Entry>} */
    const packages = new Map()
    for (const [name, entry] of Object.entries(lock['packages'])) {
      if (name === '' || !isRecord(entry)) continue
      const optional = entry['optional'] === true || entry['devOptional'] === true
      packages.set(name, { version: entry['version'], optional })
    }
    return packages
  } catch {
    return null
  }
}

/**
 * Compares the lock file with what npm recorded in node_modules at the end of an installation, so
 * that an interrupted one counts as none. Optional packages may be absent: they are other
 * platforms' builds.
 * @param {string} folder the one with `package-lock.json`
 * @returns {boolean}
 */
export function isInstalled(folder) {
  const wanted = readLock(join(folder, 'package-lock.json'))
  const found = readLock(join(folder, 'node_modules', '.package-lock.json'))
  if (wanted === null || found === null) return false
  return [...wanted].every(([name, { version, optional }]) => {
    const present = found.get(name)
    return present === undefined ? optional : present.version === version
  })
}
