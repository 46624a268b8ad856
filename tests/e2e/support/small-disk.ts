/** A disk that can be filled to its last byte without filling the machine's own. */
import { closeSync, mkdirSync, openSync, rmSync, symlinkSync, writeSync } from 'node:fs'
import path from 'node:path'
import { runCaptured } from '../../../scripts/lib/processes.ts'

export type SmallDisk = {
  /** A profile folder on the small disk. */
  readonly profile: string
  readonly fill: () => void
  readonly free: () => void
}

/**
 * Mounts three quarters of a megabyte below `folder`; null where one may not mount. Chromium's own files stay
 * on the machine's disk: what is tried is the app's own files.
 */
export async function mountSmallDisk(
  folder: string,
  stack: AsyncDisposableStack,
): Promise<SmallDisk | null> {
  const profile = path.join(folder, 'small-disk')
  mkdirSync(profile)
  const mounted = await runCaptured('mount', ['-t', 'tmpfs', '-o', 'size=768k', 'tmpfs', profile])
  if (mounted.code !== 0) return null
  stack.defer(async () => {
    await runCaptured('umount', ['--lazy', profile])
  })
  const chromium = path.join(folder, 'chromium')
  mkdirSync(chromium)
  symlinkSync(chromium, path.join(profile, 'chromium'))
  const ballast = path.join(profile, 'ballast')
  return {
    profile,
    fill: () => {
      const file = openSync(ballast, 'a')
      try {
        for (;;) writeSync(file, Buffer.alloc(4096))
      } catch {
        // Full, as wanted.
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(ballast, { force: true }),
  }
}
