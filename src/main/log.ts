/**
 * The app's log: JSON lines in the profile folder, at most two files of a megabyte. Events and codes
 * only: no usernames, no answers of the portal, no messages of errors, which could quote either.
 */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { destination, pino } from 'pino'

type Fields = Readonly<Record<string, string | number | boolean | readonly string[] | null>>

export type Log = {
  readonly info: (event: string, fields?: Fields) => void
  readonly warn: (event: string, fields?: Fields) => void
  readonly error: (event: string, fields?: Fields) => void
  /** An exception: its kind and where it happened, without its message. */
  readonly failed: (event: string, error: unknown, fields?: Fields) => void
  readonly flush: () => void
}

const largestFile = 1_000_000

/** Last line of defence: the callers above already leave these out. */
const redact = ['password', 'token', 'authorization', 'username', 'email'].flatMap((name) => [
  name,
  `*.${name}`,
])

/** @param path the current file; the one before it has `.1` appended */
export function openLog(path: string): Log {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  let size = existsSync(path) ? statSync(path).size : 0
  const file = destination({ dest: path, sync: false, mode: 0o600 })
  // A full disk or a folder that went away must not end the app.
  file.on('error', () => undefined)
  file.on('write', (bytes: number) => {
    size += bytes
    if (size < largestFile) return
    size = 0
    rotate(path)
    file.reopen()
  })
  const logger = pino({ base: null, redact, timestamp: pino.stdTimeFunctions.isoTime }, file)
  return {
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    error: (event, fields) => logger.error(fields ?? {}, event),
    failed: (event, error, fields) => logger.error({ ...fields, ...kindAndPlace(error) }, event),
    flush: () => file.flush(),
  }
}

function rotate(path: string): void {
  try {
    renameSync(path, `${path}.1`)
  } catch {
    // The old file stays and grows; the next write tries again.
  }
}

function kindAndPlace(error: unknown): Fields {
  if (!(error instanceof Error)) return { kind: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { kind: error.name, at: frames.slice(0, 5).map((line) => line.trim()) }
}
