// @ts-check
/**
 * A lock between processes that needs nothing installed. It is a folder that holds one file named
 * after its owner's process id. The folder is prepared aside and renamed into place, which the
 * file system does at once or not at all, so nobody ever sees a lock without its owner.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from './failure.mjs'
import { isAlive } from './process-alive.mjs'

const retryMs = 200

/** @param {string} folder */
function draftOwnerOf(folder) {
  try {
    const pid = Number(readdirSync(folder)[0])
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

/**
 * Gives up the lock of `pid`; harmless where someone else holds it by now.
 * @param {string} folder
 * @param {number} pid
 */
function release(folder, pid) {
  rmSync(join(folder, String(pid)), { force: true })
  try {
    rmdirSync(folder)
  } catch {
    // Not empty: the next one was quicker. Or gone already.
  }
}

/** @param {string} folder */
function tryAcquire(folder) {
  mkdirSync(dirname(folder), { recursive: true })
  const prepared = mkdtempSync(`${folder}-`)
  writeFileSync(join(prepared, String(process.pid)), '')
  try {
    renameSync(prepared, folder)
    return true
  } catch {
    rmSync(prepared, { recursive: true, force: true })
    return false
  }
}

/**
 * Takes the lock at `folder` without waiting.
 * @param {string} folder
 * @returns {(() => void) | null} what gives it up again; null where another process holds it
 */
export function tryLock(folder) {
  const owner = draftOwnerOf(folder)
  if (owner !== null && !isAlive(owner)) release(folder, owner)
  return tryAcquire(folder) ? () => release(folder, process.pid) : null
}

/**
 * Runs `work` while no other process holds the lock at `folder`. The lock of a process that died
 * is taken over.
 * @template Result
 * @param {string} folder
 * @param {() => Promise<Result>} work
 * @param {{ waitMs?: number, onWait?: (owner: number) => void }} [options] `waitMs`: how long to
 *   wait for another process (milliseconds, 15 minutes by default)
 * @returns {Promise<Result>}
 * @throws {Failure} when another process still holds the lock after `waitMs`
 */
export async function withLock(folder, work, options = {}) {
  const deadline = Date.now() + (options.waitMs ?? 15 * 60_000)
  let announced = false
  let giveUp = tryLock(folder)
  while (giveUp === null) {
    const owner = draftOwnerOf(folder)
    if (owner !== null && !announced) {
      announced = true
      options.onWait?.(owner)
    }
    if (Date.now() > deadline) {
      throw new Failure(
        `Another process (${owner ?? 'unknown'}) has held ${folder} for too long.`,
        `If it is not one of ours, delete that folder and run the command again.`,
      )
    }
    // oxlint-disable-next-line no-await-in-loop -- each look must follow the wait before it
    await wait(retryMs)
    giveUp = tryLock(folder)
  }
  try {
    return await work()
  } finally {
    giveUp()
  }
}
