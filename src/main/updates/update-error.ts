/** A failure of an update, as a person is told of it. */
import type { AppError } from '../../shared/contract/result.ts'
import { errorCode, storageFailure } from '../platform/files/write-file.ts'

type UpdateErrorCode = Extract<AppError['code'], `update_${string}` | 'disk_full'>

/** What is thrown on the way from the feed to the installation. */
export class UpdateError extends Error {
  override readonly name = 'UpdateError'
  readonly code: UpdateErrorCode

  constructor(code: UpdateErrorCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/**
 * What `error` means for the person: a full disk and a folder that takes nothing have sentences of
 * their own, whatever was being done.
 * @param otherwise for an error that says nothing of itself
 */
export function appErrorOf(error: unknown, otherwise: UpdateErrorCode): AppError {
  if (error instanceof UpdateError) return { code: error.code }
  const { code } = storageFailure(error)
  if (code === 'disk_full') return { code }
  return { code: fileSystemCodes.has(errorCode(error)) ? code : otherwise }
}

/** Of a folder of this computer; what goes wrong in the network has codes in capitals, too. */
const fileSystemCodes = new Set(['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOENT', 'ENOTDIR', 'EMFILE'])
