/** A copy of SQLite's file while portals go on writing to it. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { CommandError } from '../platform/problem-error.ts'
import { sqliteFile } from '../platform/db/open.ts'

const checkSchema = z.object({ integrity_check: z.string() })

export type Backup = { readonly bytes: number }

/**
 * Copies the database in `dataFolder`, as it is at one moment, to the new file `target`, which only its
 * owner can read. It stands there once it is whole, was read back, and is on the disk.
 * @throws CommandError where there is no database, or something stands at `target`; else what the disk
 * or SQLite says
 */
export function backUp(dataFolder: string, target: string): Backup {
  const file = sqliteFile(dataFolder)
  if (!existsSync(file)) throw new CommandError(`There is no database in ${dataFolder}.`)
  if (existsSync(target)) throw new CommandError(`There is something at ${target} already.`)
  const draft = `${target}.part`
  rmSync(draft, { force: true })
  // Made here, as SQLite would let everyone on this machine read it.
  closeSync(openSync(draft, 'wx', 0o600))
  try {
    copy(file, draft)
    check(draft)
    flush(draft)
    renameSync(draft, target)
    flush(dirname(target))
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  return { bytes: statSync(target).size }
}

function copy(file: string, draft: string): void {
  const database = new DatabaseSync(file)
  try {
    database.prepare('vacuum into ?').run(draft)
  } finally {
    database.close()
  }
}

function check(draft: string): void {
  const database = new DatabaseSync(draft, { readOnly: true })
  try {
    const { integrity_check: found } = checkSchema.parse(
      database.prepare('pragma integrity_check').get(),
    )
    if (found !== 'ok') throw new CommandError(`The copy is damaged (${found}): nothing was kept.`)
  } finally {
    database.close()
  }
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
