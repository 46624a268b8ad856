/** What a failed exchange with the portal means, so that each cause gets its own sentence. */
import type { ErrorCode } from '../../shared/contract/error-codes.ts'

/** Chromium's network errors, by the words their names begin with; the first that fits counts. */
const meanings: readonly (readonly [RegExp, ErrorCode])[] = [
  [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_IO_SUSPENDED|ERR_NETWORK_CHANGED/, 'network_offline'],
  // A proxy that asks for a name and a password answers 407; one that opens no way for any other
  // reason (ERR_TUNNEL_CONNECTION_FAILED) merely does not reach the portal.
  [/proxy.auth/i, 'proxy_authentication_required'],
  [/ERR_CERT_DATE_INVALID/, 'clock_wrong'],
  [/ERR_CERT_|ERR_SSL_|ERR_BAD_SSL/, 'certificate_untrusted'],
  [/TIMED_OUT/, 'portal_timeout'],
  [
    /redirect|ERR_INVALID_HTTP_RESPONSE|ERR_RESPONSE_|ERR_CONTENT_|ERR_EMPTY_RESPONSE/i,
    'portal_answer_invalid',
  ],
]

/** What is known of this computer's clock when a certificate's dates are refused. */
export type ClockDoubt = 'right' | 'wrong'

/**
 * The code for an error that `fetch` threw. A certificate whose dates are refused is the clock's
 * fault only where the clock is known to be wrong; else the certificate itself has expired.
 */
export function networkFailure(error: unknown, clock: ClockDoubt): ErrorCode {
  const message = messages(error)
  const code = meanings.find(([pattern]) => pattern.test(message))?.[1] ?? 'portal_unreachable'
  return code === 'clock_wrong' && clock === 'right' ? 'certificate_untrusted' : code
}

/** The error's words and its causes': `fetch` keeps what happened in the cause. */
function messages(error: unknown): string {
  return error instanceof Error ? `${error.message} ${messages(error.cause)}` : ''
}
