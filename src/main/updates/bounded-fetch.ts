/** Requests of updates: to one address, without a cookie or a word of who asks, and not without end. */
import { UpdateError } from './update-error.ts'

/** `net.fetch` in the app: it knows the system's proxies and certificates. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** A feed is a few hundred bytes, and some thousand with notes in six languages. */
const largestText = 64 * 1024

/** As servers name YAML and texts; a page of a captive network is neither. */
const textTypes =
  /^(?:text\/(?:plain|yaml|x-yaml|vnd\.yaml)|application\/(?:yaml|x-yaml|octet-stream))$/

/** What a request of updates always is. */
export const plainRequest = {
  // A feed and its files are at the address that the app was told, and nowhere else.
  redirect: 'error',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit

/**
 * A small file of the feed, whole.
 * @param timeoutMs for all of it
 * @throws UpdateError `update_feed_unreachable` where nobody answers, `update_feed_refused` for an
 * answer that is no such file
 */
export async function fetchText(fetch: Fetch, url: string, timeoutMs: number): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(timeoutMs)
  const response = await answerOf(fetch(url, { ...plainRequest, signal }))
  const refusal = refusalOf(response)
  if (refusal !== null) {
    await response.body?.cancel()
    throw new UpdateError(refusal)
  }
  const bytes = await readBytes(response, signal)
  if (bytes === null) throw new UpdateError('update_feed_refused')
  return bytes
}

async function answerOf(answer: Promise<Response>): Promise<Response> {
  try {
    return await answer
  } catch (error) {
    throw new UpdateError(
      isRedirect(error) ? 'update_feed_refused' : 'update_feed_unreachable',
      error,
    )
  }
}

function refusalOf({ status, headers }: Response) {
  if (status !== 200) return 'update_feed_unreachable'
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  return textTypes.test(type) ? null : 'update_feed_refused'
}

/** Null as soon as there are more than `largestText`, however many were announced. */
async function readBytes(response: Response, signal: AbortSignal): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    // Of its own accord: a body that trickles in must not outlast the time that the request has.
    const body = response.body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), {
      signal,
    })
    for await (const chunk of body ?? []) {
      length += chunk.byteLength
      if (length > largestText) return null
      chunks.push(chunk)
    }
  } catch (error) {
    throw new UpdateError('update_feed_unreachable', error)
  }
  return Buffer.concat(chunks)
}

/** `fetch` says so in its message, or keeps it in the cause. */
export function isRedirect(error: unknown): boolean {
  return error instanceof Error && (/redirect/i.test(error.message) || isRedirect(error.cause))
}
