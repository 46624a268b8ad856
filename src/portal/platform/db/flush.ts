/** Bringing to the disk what was written: in the background, and once for all who wait for it. */
import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'
import { promisify } from 'node:util'

/**
 * Shares runs of `run`: each caller waits for one that began after the call. One under way may have
 * missed what was written since it began, so that the next one is for all who ask meanwhile.
 */
export function createSharedRun(run: () => Promise<void>): () => Promise<void> {
  let latest = Promise.resolve()
  let next: Promise<void> | null = null
  const runAfter = async (before: Promise<void>): Promise<void> => {
    await before.catch(() => undefined)
    next = null
    latest = run()
    await latest
  }
  return async () => {
    next ??= runAfter(latest)
    await next
  }
}

export type WalFlush = {
  /** Resolves once all that was written before the call is on the disk. @throws where the disk fails */
  readonly flush: () => Promise<void>
  /** Flushes at once and for the last time. */
  readonly close: () => void
}

const fdatasyncInBackground = promisify(fdatasync)

/**
 * Flushes the write-ahead log of SQLite's database in `file`, in which all commits are until a
 * checkpoint, which flushes by itself. SQLite would do so within each commit, on the thread that the
 * whole portal runs on.
 * @param writes grows with each write
 */
export function createWalFlush(file: string, writes: () => number): WalFlush {
  let descriptor: number | null = null
  let flushed = 0
  // SQLite makes the log when it first needs it, and keeps it while the database is open.
  const open = (): number => {
    descriptor ??= openSync(`${file}-wal`, 'r+')
    return descriptor
  }
  const flush = createSharedRun(async () => {
    const upTo = writes()
    await fdatasyncInBackground(open())
    flushed = upTo
  })
  return {
    flush: async () => {
      if (writes() !== flushed) await flush()
    },
    close: () => {
      if (writes() !== flushed) fdatasyncSync(open())
      if (descriptor !== null) closeSync(descriptor)
    },
  }
}
