/** What lies on the disk, read as someone would who steals it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect } from './test.ts'

/** Files below `folder` that hold one of `words`, as UTF-8 or UTF-16. */
export function filesWith(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file)
      return words.some((word) => content.includes(word) || content.includes(word, 0, 'utf16le'))
    })
}

/** Resolves when what `act` typed last is on the disk: the sealed file was replaced. */
export async function keptOnDisk(
  profile: string,
  name: string,
  act: () => Promise<void>,
): Promise<void> {
  const file = path.join(profile, 'offline', `${name}.sealed`)
  const version = () => statSync(file, { throwIfNoEntry: false })?.ino ?? 0
  const before = version()
  await act()
  await expect.poll(version).not.toBe(before)
}
