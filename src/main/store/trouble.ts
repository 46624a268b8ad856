/** What a failure of the store means for what lies in it. */
import type { Notice } from '../../shared/contract/notices.ts'
import { errorCode } from '../platform/files/write-file.ts'
import { EmptyStoreError } from './database.ts'
import { LaterVersionError, MigrationError } from './migrate.ts'

/**
 * `damaged`: what the file holds is not what was written, or not with this key; `later`: a later
 * version of the app wrote it; `shape`: it could not be brought to this version's; `full` and
 * `unwritable`: the disk or the folder does not take it.
 */
type StorageTrouble = 'damaged' | 'later' | 'shape' | 'full' | 'unwritable'

/** What each of SQLite's own codes means; the extended ones begin with these. */
const troubles: readonly (readonly [string, StorageTrouble])[] = [
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_CORRUPT', 'damaged'],
  // A page that ends too early.
  ['SQLITE_IOERR_SHORT_READ', 'damaged'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR', 'unwritable'],
  ['SQLITE_CANTOPEN', 'unwritable'],
  ['SQLITE_READONLY', 'unwritable'],
  ['SQLITE_PERM', 'unwritable'],
  ['SQLITE_AUTH', 'unwritable'],
  ['SQLITE_BUSY', 'unwritable'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
]

/** Null where the failure is of what was asked, not of the file. */
export function storageTroubleOf(error: unknown): StorageTrouble | null {
  if (error instanceof LaterVersionError) return 'later'
  if (error instanceof EmptyStoreError) return 'damaged'
  // For want of room, or a folder's rights, is what the person can do something about.
  if (error instanceof MigrationError) return storageTroubleOf(error.cause) ?? 'shape'
  const code = errorCode(error)
  const known = troubles.find(([prefix]) => code.startsWith(prefix))
  if (known !== undefined) return known[1]
  // Of the file system: every code of Node's is capitals alone.
  return /^E[A-Z]+$/.test(code) ? 'unwritable' : null
}

/** What the person reads where things cannot be kept; the file stays where it is. */
export function storageNotice(error: unknown): Notice {
  const trouble = storageTroubleOf(error)
  if (trouble === 'later') return { code: 'store_newer' }
  if (trouble === 'shape') return { code: 'store_not_migrated' }
  return { code: trouble === 'full' ? 'disk_full' : 'storage_failed' }
}
