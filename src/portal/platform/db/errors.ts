/** What went wrong in the database, in the terms of both databases. */
import { z } from 'zod'

const sqliteError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.number() })
const codedError = z.object({ code: z.string() })

/** SQLite's extended result code for a UNIQUE constraint. */
const sqliteUnique = 2067
const sqliteBusy = 5
/** SQLite's primary result codes: BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN. */
const sqliteUnavailable = new Set([sqliteBusy, 6, 7, 8, 10, 13, 14])
const postgresUnique = '23505'
/**
 * PostgreSQL's classes: connection exception, transaction rollback (it chose this one of two that
 * waited for each other), insufficient resources, operator intervention.
 */
const postgresUnavailable = /^(08|40|53|57)/
/** What `pg` says, without a code, of a connection that broke off. */
const connectionBroken = /^(Connection terminated|Client has encountered a connection error)/
const systemUnavailable = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND'])

/** SQLite's CORRUPT and NOTADB; PostgreSQL's refusals of a login, a database's name, a right. */
const sqliteDamaged = new Set([11, 26])
const postgresRefused = /^(28|3D|42501)/
const folderUnusable = new Set([
  'EACCES',
  'EEXIST',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
])

/** Whether a unique index refused the write. */
export function isUniqueViolation(error: unknown): boolean {
  const sqlite = sqliteError.safeParse(error)
  if (sqlite.success) return sqlite.data.errcode === sqliteUnique
  return codedError.safeParse(error).data?.code === postgresUnique
}

/** Whether another connection has SQLite's file to itself just now. */
export function isDatabaseBusy(error: unknown): boolean {
  const sqlite = sqliteError.safeParse(error)
  return sqlite.success && (sqlite.data.errcode & 0xff) === sqliteBusy
}

/** Whether the database cannot serve now but may later: busy, full, away. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const sqlite = sqliteError.safeParse(error)
  if (sqlite.success) return sqliteUnavailable.has(sqlite.data.errcode & 0xff)
  const code = codedError.safeParse(error).data?.code
  if (code === undefined) return error instanceof Error && connectionBroken.test(error.message)
  return postgresUnavailable.test(code) || systemUnavailable.has(code)
}

/** What keeps the data from being opened, in words for whoever runs the portal; null for a fault of ours. */
export function openingFailure(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const sqlite = sqliteError.safeParse(error)
  const code = codedError.safeParse(error).data?.code ?? ''
  const known =
    isDatabaseUnavailable(error) ||
    postgresRefused.test(code) ||
    folderUnusable.has(code) ||
    (sqlite.success && sqliteDamaged.has(sqlite.data.errcode & 0xff))
  // A name with several addresses fails without a message of its own.
  return known ? error.message || code : null
}
