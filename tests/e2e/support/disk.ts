/** What lies on the disk, read as someone would who steals it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect } from './test.ts'

/** Six digits are found by chance in the middle of a longer number, such as a time. */
const holds = (text: string, word: string) =>
  /^\d+$/u.test(word) ? new RegExp(`(?<!\\d)${word}(?!\\d)`, 'u').test(text) : text.includes(word)

/**
 * Where the Chromium of the tests' host notes open tabs and what is typed in them, until it closes.
 * Electron has no such notes.
 */
const tabNotes = path.join('chromium', 'Default', 'Sessions')

/** Files below `folder` that hold one of `words`, as UTF-8 or UTF-16. */
export function filesWith(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith(tabNotes))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = contentOf(file)
      const texts = [content.toString('utf8'), content.toString('utf16le')]
      return words.some((word) => texts.some((text) => holds(text, word)))
    })
}

/** What was renamed since it was listed, as Chromium does with its own, holds nothing. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/** Resolves when what `act` typed last is on the disk: a store was written to. */
export async function keptOnDisk(profile: string, act: () => Promise<void>): Promise<void> {
  const folder = path.join(profile, 'offline')
  const version = () =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .map((name) => statSync(path.join(folder, name), { throwIfNoEntry: false, bigint: true }))
      .map((found) => `${found?.ino} of ${found?.mtimeNs}`)
      .join(', ')
  const before = version()
  await act()
  await expect.poll(version).not.toBe(before)
}
