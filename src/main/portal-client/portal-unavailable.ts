import type { AppError } from '../../shared/contract/result.ts'

const unavailableCodes = new Set<AppError['code']>([
  'network_offline',
  'portal_unreachable',
  'portal_timeout',
  'unavailable',
  'internal',
  'configuration_invalid',
])

/**
 * Whether the portal merely could not answer, so that its last answer may stand in. A refused
 * certificate or a foreign answer is not among them: the person has to be told.
 */
export function isPortalUnavailable(error: AppError): boolean {
  return unavailableCodes.has(error.code)
}
