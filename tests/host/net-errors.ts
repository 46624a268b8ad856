/** Node's words for a network's failures, in Chromium's. */

const chromiumCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ECONNRESET: 'ERR_CONNECTION_RESET',
  EPIPE: 'ERR_CONNECTION_RESET',
  UND_ERR_SOCKET: 'ERR_CONNECTION_CLOSED',
  HPE_HEADER_OVERFLOW: 'ERR_RESPONSE_HEADERS_TOO_BIG',
  UND_ERR_HEADERS_OVERFLOW: 'ERR_RESPONSE_HEADERS_TOO_BIG',
  HPE_INVALID_CONSTANT: 'ERR_INVALID_HTTP_RESPONSE',
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED',
  ENETUNREACH: 'ERR_INTERNET_DISCONNECTED',
  ENETDOWN: 'ERR_INTERNET_DISCONNECTED',
  EHOSTUNREACH: 'ERR_ADDRESS_UNREACHABLE',
  ETIMEDOUT: 'ERR_CONNECTION_TIMED_OUT',
  UND_ERR_CONNECT_TIMEOUT: 'ERR_CONNECTION_TIMED_OUT',
  UND_ERR_HEADERS_TIMEOUT: 'ERR_TIMED_OUT',
  UND_ERR_BODY_TIMEOUT: 'ERR_TIMED_OUT',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'ERR_CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'ERR_CERT_AUTHORITY_INVALID',
  CERT_HAS_EXPIRED: 'ERR_CERT_DATE_INVALID',
  CERT_NOT_YET_VALID: 'ERR_CERT_DATE_INVALID',
  CERT_REVOKED: 'ERR_CERT_REVOKED',
  ERR_TLS_CERT_ALTNAME_INVALID: 'ERR_CERT_COMMON_NAME_INVALID',
  ERR_SSL_WRONG_VERSION_NUMBER: 'ERR_SSL_PROTOCOL_ERROR',
  EPROTO: 'ERR_SSL_PROTOCOL_ERROR',
}

/** What a proxy answered that opens no tunnel; null for every other failure. */
export function tunnelRefusal(error: unknown): number | null {
  if (!(error instanceof Error)) return null
  const [, status] = /^Proxy response \((\d+)\)/u.exec(error.message) ?? []
  return status === undefined ? tunnelRefusal(error.cause) : Number(status)
}

/** The error that Electron's `net.fetch` would reject with; an abort's own reason is kept. */
export function toChromiumError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DOMException) return error
  if (tunnelRefusal(error) !== null) {
    return new Error('net::ERR_TUNNEL_CONNECTION_FAILED', { cause: error })
  }
  const code = causeCode(error)
  if (code === null) return error
  return new Error(`net::${chromiumCodes[code] ?? 'ERR_FAILED'}`, { cause: error })
}

/** The code at the end of a chain of causes; null where there is none (an abort, a bad argument). */
function causeCode(error: Error): string | null {
  if (error.cause instanceof Error) return causeCode(error.cause)
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}
