/** What went wrong in the database, in the terms of both databases. */
import { z } from 'zod'

const sqliteError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.number() })
const codedError = z.object({ code: z.string() })

/** SQLite's extended result code for a UNIQUE constraint. */
const sqliteUnique = 2067
const sqliteBusy = 5
const postgresUnique = '23505'

/** Why a database cannot serve now, though it may later. */
export type DatabaseFailure =
  /** It cannot be reached, or the connection broke off, or it is starting, stopping, or only read from. */
  | 'connection'
  /** All connections were at work for too long. */
  | 'no_connection_left'
  /** Somebody else held a lock, or SQLite's file, for too long. */
  | 'lock_timeout'
  /** A statement, its answer, or the pause within a transaction took too long. */
  | 'statement_timeout'
  /** It chose this one of two transactions that waited for each other. */
  | 'deadlock'
  /** No room: of its disk, its memory, its connections. */
  | 'resources'

/** By SQLite's primary result codes: BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN. */
const sqliteFailures = new Map<number, DatabaseFailure>([
  [sqliteBusy, 'lock_timeout'],
  [6, 'lock_timeout'],
  [7, 'resources'],
  [8, 'resources'],
  [10, 'resources'],
  [13, 'resources'],
  [14, 'resources'],
])

/** By PostgreSQL's codes, or by the classes that these begin with; what is first counts. */
const postgresFailures: readonly (readonly [RegExp, DatabaseFailure])[] = [
  [/^(57014|25P03)/, 'statement_timeout'],
  [/^55P03/, 'lock_timeout'],
  // Connection exception, operator intervention; a server that is not the first one now, or not yet.
  [/^(08|57|25006)/, 'connection'],
  [/^40/, 'deadlock'],
  [/^53/, 'resources'],
  [/^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/, 'connection'],
]

/** What `pg` says without a code. */
const messageFailures: readonly (readonly [RegExp, DatabaseFailure])[] = [
  [/^(Connection terminated|Client has encountered a connection error)/, 'connection'],
  [/^Query read timeout/, 'statement_timeout'],
  [/^timeout exceeded when trying to connect/, 'no_connection_left'],
  [/^timeout expired/, 'connection'],
]

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

/** Why the database cannot serve now but may later: busy, full, away; null where `error` is of no such kind. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  const sqlite = sqliteError.safeParse(error)
  if (sqlite.success) return sqliteFailures.get(sqlite.data.errcode & 0xff) ?? null
  const code = codedError.safeParse(error).data?.code
  if (code !== undefined) return firstMatch(postgresFailures, code)
  return error instanceof Error ? firstMatch(messageFailures, error.message) : null
}

function firstMatch(
  failures: readonly (readonly [RegExp, DatabaseFailure])[],
  text: string,
): DatabaseFailure | null {
  return failures.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** Whether `pg` gave up waiting for an answer: it may still come, so the connection is of no use any more. */
export function isAnswerOverdue(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout'
}

/** What keeps the data from being opened, in words for whoever runs the portal; null for a fault of ours. */
export function openingFailure(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const sqlite = sqliteError.safeParse(error)
  const code = codedError.safeParse(error).data?.code ?? ''
  const known =
    databaseFailure(error) !== null ||
    postgresRefused.test(code) ||
    folderUnusable.has(code) ||
    (sqlite.success && sqliteDamaged.has(sqlite.data.errcode & 0xff))
  // A name with several addresses fails without a message of its own.
  return known ? error.message || code : null
}
