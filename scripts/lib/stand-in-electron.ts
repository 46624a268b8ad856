/**
 * A folder in the shape of Electron's distribution for Linux, so that packaging can be checked
 * where the real one can't be had. It holds what packaging touches: a program with the block of
 * fuses, the version, and Chromium's texts.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Electron's own marker for its fuses; after it come a version, a count and a byte a fuse. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseCount = 9

export function writeStandInElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const program = Buffer.concat([
    Buffer.from('#!/bin/sh\nexit\n'),
    Buffer.from(fuseSentinel),
    Buffer.from([1, fuseCount]),
    Buffer.from('0'.repeat(fuseCount)),
  ])
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 })
  writeFileSync(join(folder, 'version'), version)
  for (const language of ['fr', 'nl', 'en-US', 'en-GB', 'de', 'es', 'it', 'ja']) {
    writeFileSync(join(folder, 'locales', `${language}.pak`), '')
  }
}
