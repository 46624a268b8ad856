/** Apart from the schemas, which the first pages do without. */

/** Trouble of this computer that may be over, so that it can be tried again. */
export const retryableNotices = [
  'keychain_absent',
  'keychain_locked',
  'keychain_refused',
  'disk_full',
  'storage_failed',
] as const
export type RetryableNotice = (typeof retryableNotices)[number]
