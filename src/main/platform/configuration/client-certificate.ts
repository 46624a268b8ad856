/** Which certificate of this computer is shown to a server that asks for one. */
import type { Configuration } from './configuration.ts'

/** Of Electron's `Certificate`, what decides. */
type Offered = { readonly issuerName: string }

/**
 * Null for none: unless managed configuration names an issuer, and to any server but the portal.
 * @param url of the request for which one is asked
 */
export function clientCertificateFor<Certificate extends Offered>(
  url: string,
  offered: readonly Certificate[],
  configuration: Configuration,
): Certificate | null {
  if (!configuration.ok || URL.parse(url)?.host !== configuration.portalUrl.host) return null
  const issuer = configuration.clientCertificateIssuer
  return offered.find(({ issuerName }) => issuerName === issuer) ?? null
}
