/** One HTTP exchange with the portal: time limit, size limit, and no answer taken on trust. */
import { failure, success, type Result } from '../../shared/ipc/result.ts'
import { problemSchema, problemStatus } from '../../shared/portal/problem.ts'
import { networkFailure, type ClockDoubt } from './network-failure.ts'
import { problemError } from './problem-error.ts'

/** `net.fetch` in the app: it knows the system's proxies and certificates. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export type Exchange = {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly timeoutMs: number
}

/**
 * An answer that the portal meant: `json` is undefined where there is no body (204, 304). A refused
 * edit (412) is one too: `json` is then the resource as it is now.
 */
export type PortalResponse = {
  readonly status: number
  readonly headers: Headers
  readonly json: unknown
}

/** More than any answer of the contract; a larger one is a mistake or an attack. */
const largestAnswer = 4 * 1024 * 1024

/** What a gateway in front of the portal answers while the portal itself is away. */
const gatewayStatuses = new Set([502, 503, 504])

/** Sends once. Never throws: every failure is a code of `networkErrorCodes` or `problemCodes`. */
export async function exchange(
  fetch: Fetch,
  request: Exchange,
  clock: () => ClockDoubt,
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
    return await understand(response)
  } catch (error) {
    return failure({ code: signal.aborted ? 'portal_timeout' : networkFailure(error, clock()) })
  }
}

async function understand(response: Response): Promise<Result<PortalResponse>> {
  const { status, headers } = response
  if (status === 204 || status === 304) return success({ status, headers, json: undefined })
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const expected = status < 400 ? 'application/json' : 'application/problem+json'
  if (type !== expected) {
    await response.body?.cancel()
    return failure({ code: foreignAnswer(status) })
  }
  const json = parseJson(await readText(response))
  if (json === undefined) return failure({ code: 'portal_answer_invalid' })
  if (status < 400) return success({ status, headers, json })
  const problem = problemSchema.safeParse(json)
  if (!problem.success) return failure({ code: 'portal_answer_invalid' })
  const { code, current } = problem.data
  if (code === 'precondition_failed' && current !== undefined) {
    return success({ status: problemStatus[code], headers, json: current })
  }
  return failure(problemError(problem.data, headers.get('retry-after')))
}

/** Something between here and the portal answered in its place. */
function foreignAnswer(status: number) {
  if (status === 407) return 'proxy_authentication_required'
  return gatewayStatuses.has(status) ? 'unavailable' : 'portal_answer_invalid'
}

/** The body as text, or an empty one as soon as it grows past `largestAnswer`. */
async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > largestAnswer) return ''
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
