/**
 * Every way in which something can fail for a person. Each has a sentence and a next step in six
 * languages (`errors.<code>`) and a test.
 */
import { problemCodes } from './problem.ts'

/** What happens between this computer and the portal. */
export const networkErrorCodes = [
  'network_offline',
  'portal_unreachable',
  'portal_timeout',
  'portal_answer_invalid',
  'proxy_authentication_required',
  'certificate_untrusted',
  'clock_wrong',
] as const

/** What happens on this computer. */
export const localErrorCodes = [
  'keychain_absent',
  'keychain_locked',
  'keychain_refused',
  'disk_full',
  'storage_failed',
  'edits_waiting',
  'store_damaged',
  'store_key_missing',
  'store_newer',
  'store_not_migrated',
  'store_unavailable',
  'configuration_invalid',
  'already_running',
  'deep_link_invalid',
  'link_not_opened',
  'document_unreadable',
  'document_not_opened',
  'page_not_printed',
  'sender_forbidden',
  'unexpected',
] as const

/** Told apart from `flow_expired` and `unauthenticated`, because the next step differs. */
export const sessionErrorCodes = ['initial_password_expired', 'session_ended'] as const

/** What keeps closed what is kept on this computer. */
export const lockErrorCodes = [
  'app_locked',
  'lock_password_wrong',
  'lock_unavailable',
  'lock_required',
  'lock_managed',
  'lease_over',
  'clock_set_back',
] as const

/** What keeps an update of the app from being found, fetched or installed. */
export const updateErrorCodes = [
  'update_feed_unreachable',
  'update_feed_refused',
  'update_feed_outdated',
  'update_file_refused',
  'update_interrupted',
  'update_edits_sending',
  'update_typed_unsaved',
  'update_not_installed',
  'update_went_back',
] as const

/** Why a table that a person opened or pasted cannot be read, or is not taken. */
export const tableErrorCodes = [
  'table_empty',
  'table_damaged',
  'table_protected',
  'table_too_large',
  'table_not_a_table',
  'table_unreadable',
  'table_too_many_rows',
  'ledger_too_many_lines',
] as const

export const errorCodes = [
  ...problemCodes,
  ...networkErrorCodes,
  ...localErrorCodes,
  ...sessionErrorCodes,
  ...lockErrorCodes,
  ...updateErrorCodes,
  ...tableErrorCodes,
] as const
export type ErrorCode = (typeof errorCodes)[number]
