/**
 * What a store was before a new version of the app changed its shape. Kept beside it until a page of that
 * version works: where it never does, the app goes back, and the former version opens what it knows.
 * Synchronous, as SQLite is, and as going back comes before anything else.
 */
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { errorCode } from '../platform/files/write-file.ts'

const extension = '.former'

/** The folder of the stores, in the profile's. */
export function storesFolderIn(profile: string): string {
  return join(profile, 'offline')
}

/** Where the former shape of the store in `path` is kept. */
export function formerPathOf(path: string): string {
  return `${path}${extension}`
}

/**
 * Keeps the store as it is, as encrypted as it is, under its former name.
 * @param path of a database whose journal is empty
 * @throws what the file system says; nothing may be changed then
 */
export function keepFormer(path: string): void {
  const unfinished = `${formerPathOf(path)}.new`
  copyFileSync(path, unfinished)
  const file = openSync(unfinished, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, formerPathOf(path))
}

/** Puts every store in `folder` back to what was kept of it. @throws what the file system throws */
export function restoreFormer(folder: string): void {
  for (const name of formerNamesIn(folder)) {
    const path = join(folder, name.slice(0, -extension.length))
    // The journal of the shape that is given up belongs to no other.
    for (const part of ['-wal', '-shm']) rmSync(`${path}${part}`, { force: true })
    renameSync(join(folder, name), path)
  }
}

/** The new version works: nobody goes back. @throws what the file system throws */
export function forgetFormer(folder: string): void {
  for (const name of formerNamesIn(folder)) rmSync(join(folder, name), { force: true })
}

function formerNamesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(extension))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
