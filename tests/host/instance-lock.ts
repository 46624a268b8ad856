/**
 * One running app a profile: a lock file with the holder's process id, and a folder where a second
 * instance leaves its arguments for the first.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { isAlive } from '../../scripts/lib/process-alive.mjs'

const messageSchema = z.object({ argv: z.array(z.string()), cwd: z.string() })
export type SecondInstance = z.infer<typeof messageSchema>

/** True for the first instance on `folder`; a later one hands over its arguments and gets false. */
export function requestLock(
  folder: string,
  own: SecondInstance,
  onSecond: (other: SecondInstance) => void,
): boolean {
  const lock = path.join(folder, 'instance.lock')
  const inbox = path.join(folder, 'instance.inbox')
  mkdirSync(inbox, { recursive: true })
  if (!takeLock(lock)) {
    // Written beside and then renamed would be safer still; a watcher that reads half retries.
    writeFileSync(path.join(inbox, `${process.pid}.json`), JSON.stringify(own))
    return false
  }
  const readAll = () => {
    for (const name of readdirSync(inbox)) {
      const file = path.join(inbox, name)
      const message = readMessage(file)
      if (message === null) continue
      rmSync(file)
      onSecond(message)
    }
  }
  watch(inbox, readAll).unref()
  process.on('exit', () => rmSync(lock, { force: true }))
  return true
}

/** Exclusive creation decides between two that start at once; a dead holder's lock is taken over. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isAlive(Number(readFileSync(lock, 'utf8')))) return false
    rmSync(lock)
    return takeLock(lock)
  }
}

function readMessage(file: string): SecondInstance | null {
  try {
    return messageSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
