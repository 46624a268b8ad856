// @ts-check
import { readFileSync } from 'node:fs'

/**
 * Whether the process of this id runs; signal 0 asks without disturbing it. One that has ended does
 * not run, even where its parent has not asked how it ended: Linux keeps the id of such a process
 * (a zombie) until then, and where the parent was killed too, until init gets to it.
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, but belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return process.platform !== 'linux' || !isZombie(pid)
}

/** @param {number} pid */
function isZombie(pid) {
  try {
    // "PID (NAME) STATE …", and a name may hold anything.
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return /^ [ZX]/u.test(status.slice(status.lastIndexOf(')') + 1))
  } catch {
    // It ended just now, and its parent asked.
    return true
  }
}
