/** The file of the log, without the log's library: what fails before that loads has a line too. */
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

const largestFile = 1_000_000

/** Makes the file where it is missing, and follows no link; Windows has no such flag. */
const appending =
  constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0)

/**
 * Appends line by line: there are a handful a session, and each is in the file before anything
 * that crashes. A full disk or a folder that went away must not end the app.
 * @param path the current file; the one before it has `.1` appended
 */
export function openLogFile(path: string): (line: string) => void {
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

/** An exception's kind and where it happened, without its message, which could quote anything. */
export function kindAndPlace(error: unknown): {
  readonly kind: string
  readonly at?: readonly string[]
} {
  if (!(error instanceof Error)) return { kind: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { kind: error.name, at: frames.slice(0, 5).map((line) => line.trim()) }
}
