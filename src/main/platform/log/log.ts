/**
 * The app's log: JSON lines in the profile folder, at most two files of a megabyte. Events and codes
 * only: no usernames, no answers of the portal, no messages of errors, which could quote either.
 */
import { pino } from 'pino'
import { kindAndPlace, openLogFile } from './log-file.ts'

type Fields = Readonly<Record<string, string | number | boolean | readonly string[] | null>>

export type Log = {
  readonly info: (event: string, fields?: Fields) => void
  readonly warn: (event: string, fields?: Fields) => void
  readonly error: (event: string, fields?: Fields) => void
  /** An exception: its kind and where it happened, without its message. */
  readonly failed: (event: string, error: unknown, fields?: Fields) => void
}

/** Last line of defence: the callers above already leave these out. */
const redact = ['password', 'token', 'authorization', 'username', 'email'].flatMap((name) => [
  name,
  `*.${name}`,
])

/** @param path the current file; the one before it has `.1` appended */
export function openLog(path: string): Log {
  const logger = pino(
    { base: null, redact, timestamp: pino.stdTimeFunctions.isoTime },
    { write: openLogFile(path) },
  )
  return {
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    error: (event, fields) => logger.error(fields ?? {}, event),
    failed: (event, error, fields) => logger.error({ ...fields, ...kindAndPlace(error) }, event),
  }
}
