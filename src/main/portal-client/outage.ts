/** Which failures of a call mean that the portal merely could not answer, and which that it was not there. */
import type { AppError } from '../../shared/contract/result.ts'
import { networkErrorCodes } from '../../shared/contract/error-codes.ts'

/** The portal, or what stands before it, cannot serve for the moment. */
const disturbances = ['unavailable', 'internal'] as const

const outageCodes = new Set<AppError['code']>([...networkErrorCodes, ...disturbances])

const unavailableCodes = new Set<AppError['code']>([
  'network_offline',
  'portal_unreachable',
  'portal_timeout',
  'configuration_invalid',
  ...disturbances,
])

/**
 * Whether the portal merely could not answer, so that trying again later can succeed without anybody
 * doing anything. A refused certificate or a foreign answer is not among them.
 */
export function isPortalUnavailable(error: AppError): boolean {
  return unavailableCodes.has(error.code)
}

/**
 * Whether no answer of a working portal came, for whatever reason: what is kept is then shown, and the
 * reason is in the status. All else is the portal's own word, a refusal included.
 */
export function isOutage(error: AppError): boolean {
  return outageCodes.has(error.code)
}
