/**
 * The app's log: JSON lines in the profile folder, at most two files of a megabyte. Events and codes
 * only: no usernames, no answers of the portal, no messages of errors, which could quote either.
 */
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { pino } from 'pino'

type Fields = Readonly<Record<string, string | number | boolean | readonly string[] | null>>

export type Log = {
  readonly info: (event: string, fields?: Fields) => void
  readonly warn: (event: string, fields?: Fields) => void
  readonly error: (event: string, fields?: Fields) => void
  /** An exception: its kind and where it happened, without its message. */
  readonly failed: (event: string, error: unknown, fields?: Fields) => void
}

const largestFile = 1_000_000

/** Last line of defence: the callers above already leave these out. */
const redact = ['password', 'token', 'authorization', 'username', 'email'].flatMap((name) => [
  name,
  `*.${name}`,
])

/** Makes the file where it is missing, and follows no link; Windows has no such flag. */
const appending =
  constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0)

/** @param path the current file; the one before it has `.1` appended */
export function openLog(path: string): Log {
  const logger = pino(
    { base: null, redact, timestamp: pino.stdTimeFunctions.isoTime },
    { write: appender(path) },
  )
  return {
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    error: (event, fields) => logger.error(fields ?? {}, event),
    failed: (event, error, fields) => logger.error({ ...fields, ...kindAndPlace(error) }, event),
  }
}

/**
 * Appends line by line: there are a handful a session, and each is in the file before anything
 * that crashes. A full disk or a folder that went away must not end the app.
 */
function appender(path: string): (line: string) => void {
  let size: number | null = null
  return (line) => {
    try {
      if (size === null) {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
        size = lstatSync(path, { throwIfNoEntry: false })?.size ?? 0
      }
      if (size >= largestFile) {
        renameSync(path, `${path}.1`)
        size = 0
      }
      append(path, line)
      size += Buffer.byteLength(line)
    } catch {
      // The next line starts over.
      size = null
    }
  }
}

function append(path: string, line: string): void {
  const file = openSync(path, appending, 0o600)
  try {
    writeSync(file, line)
  } finally {
    closeSync(file)
  }
}

function kindAndPlace(error: unknown): Fields {
  if (!(error instanceof Error)) return { kind: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { kind: error.name, at: frames.slice(0, 5).map((line) => line.trim()) }
}
