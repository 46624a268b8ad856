import type { Notice } from '../../../shared/contract/notices.ts'

/** A full disk has its own next step; everything else is a folder that cannot be written. */
export function storageFailure(error: unknown): Notice {
  const code = errorCode(error)
  return { code: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk_full' : 'storage_failed' }
}

/** Node's code of a file system error (`ENOENT`), or an empty text. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}
