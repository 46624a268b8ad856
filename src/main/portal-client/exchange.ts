/** One HTTP exchange with the portal: time limit, size limit, and no answer taken on trust. */
import { failure, success, type AppError, type Result } from '../../shared/contract/result.ts'
import { largestDocument } from '../../shared/contract/collectnet/documents.ts'
import { problemStatus } from '../../shared/contract/problem.ts'
import { networkFailure, type ClockDoubt } from './network-failure.ts'
import { parseProblem, problemError } from './problem-error.ts'
import { readBytes, readJson } from './read-json.ts'
import { dateOf, retryAfterOf } from './response-headers.ts'

/** `net.fetch` in the app: it knows the system's proxies and certificates. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export type Exchange = {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly timeoutMs: number
  /** Whether the answer is a file, of whatever type it is. */
  readonly isFile?: boolean
}

/**
 * An answer that the portal meant: `json` is undefined where there is no body (204, 304), and a `SentFile`
 * without its name for a file. A refused edit (412) is one too: `json` is then the resource as it is now.
 */
export type PortalResponse = {
  readonly status: number
  readonly headers: Headers
  readonly json: unknown
}

/** What a gateway in front of the portal answers while the portal is away, or has too much to do. */
const gatewayStatuses = new Set([429, 502, 503, 504])

/**
 * Sends once. Never throws: every failure is a code of `networkErrorCodes` or `problemCodes`.
 * @param now the time by the portal's clock as far as it is known, in ms since 1970
 */
export async function exchange(
  fetch: Fetch,
  request: Exchange,
  clock: () => ClockDoubt,
  now: () => number,
): Promise<Result<PortalResponse>> {
  const signal = AbortSignal.timeout(request.timeoutMs)
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { ...request.headers },
      body: request.body,
      signal,
      // The API never redirects, and a captive network's page must not be taken for it.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    })
    return await understand(response, signal, now, request.isFile === true)
  } catch (error) {
    return failure({ code: signal.aborted ? 'portal_timeout' : networkFailure(error, clock()) })
  }
}

async function understand(
  response: Response,
  signal: AbortSignal,
  now: () => number,
  isFile: boolean,
): Promise<Result<PortalResponse>> {
  const { status, headers } = response
  // Whatever it says of itself, it is the proxy's: the portal never answers so.
  if (status === 407) {
    await response.body?.cancel()
    return failure({ code: 'proxy_authentication_required' })
  }
  if (status === 204 || status === 304) return success({ status, headers, json: undefined })
  const retryAfter = retryAfterOf(headers, dateOf(headers) ?? now())
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (isFile && status < 400) {
    const bytes = await readBytes(response, signal, largestDocument)
    return bytes === null
      ? failure({ code: 'portal_answer_invalid' })
      : success({ status, headers, json: { name: '', mediaType: type ?? '', bytes } })
  }
  const expected = status < 400 ? 'application/json' : 'application/problem+json'
  if (type !== expected) {
    await response.body?.cancel()
    return failure(foreignAnswer(status, retryAfter))
  }
  const json = await readJson(response, signal)
  if (json === undefined) return failure({ code: 'portal_answer_invalid' })
  if (status < 400) return success({ status, headers, json })
  const problem = parseProblem(json)
  if (problem === null) return failure({ code: 'portal_answer_invalid' })
  const { code, current } = problem
  if (code === 'precondition_failed' && current !== undefined) {
    return success({ status: problemStatus[code], headers, json: current })
  }
  return failure(problemError(problem, retryAfter))
}

/** Something between here and the portal answered in its place. */
function foreignAnswer(status: number, retryAfter: number | undefined): AppError {
  if (!gatewayStatuses.has(status)) return { code: 'portal_answer_invalid' }
  return retryAfter === undefined ? { code: 'unavailable' } : { code: 'unavailable', retryAfter }
}
